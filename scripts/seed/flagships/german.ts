import type { AppTranslation } from '@/db/schema';

/** Listings that their developers have in German too, by name. */
export const german: Record<string, AppTranslation> = {
  Tern: {
    subtitle: 'Gezeiten für kleine Boote',
    promotionalText:
      'Die Tafeln für das nächste Jahr sind da, und mit ihnen 140 kleine Häfen, die sich Segler gewünscht haben.',
    description: `**Tern** kennt die Tide des Hafens, in dem Sie wirklich liegen. Gerechnet wird auf dem Telefon, und darum kommt die Antwort auch hinter der Landzunge, wo es kein Netz gibt.

Geben Sie Ihren Tiefgang ein, und aus der Zahlenkolonne wird ein Satz: *Die Barre ist von 11:40 bis 15:10 befahrbar, am besten um halb zwei*.

- **Neuntausend Häfen** in sechzig Ländern, vorausberechnet bis 2040
- **Tidenuhr**: Stauwasser als Zifferblatt, die sichere Zeit schraffiert
- **Kiellinie**: die Höhe über der Schwelle, mit so viel Reserve, wie Sie wollen
- **Spring und Nipp** für den nächsten Monat auf einen Blick, für die Törnplanung und für die Miesmuscheln
- **Wetter und Luftdruck** berichtigen die Höhe, sobald es Verbindung gibt, und die App sagt, um wie viel

Gemacht auf einer Insel mit fünf Metern Tidenhub, von zwei Leuten, die schon im Schlick gesessen haben.

*Tern ersetzt weder die amtlichen Gezeitentafeln noch Ihre Augen.*`,
  },
  Brolly: {
    subtitle: 'Werde ich nass?',
    promotionalText: '',
    description: `Die meisten Wetter-Apps beantworten Fragen, die niemand gestellt hat. **Brolly** beantwortet eine: *Werde ich nass?*

Sagen Sie, wann Sie losgehen und wann Sie zurückkommen. Morgens heißt es dann ja, nein oder »nimm ihn mit«; nachmittags sieht Brolly noch einmal nach, denn Vorhersagen überlegen es sich gern anders. Das ist die ganze App.

### Etwas mehr, wenn es sein muss

- **Hinweg, Rückweg**: zwei Antworten in einem kleinen Widget, lesbar beim Schuhebinden
- **Trockenes Fenster**: die besten vierzig Minuten bis zur Dämmerung, für den Hund, die Wäsche oder den Lauf
- **Sicher oder nicht**: jede Antwort hat eine Prozentzahl, und sonntags zeigt Brolly, wie oft sie gestimmt hat

Die Vorhersagen stammen von vier öffentlichen Wetterdiensten und werden auf unserem Server Planquadrat für Planquadrat verglichen. Ihr Standort verlässt das Telefon nicht; wir erfahren nur, dass in einem Quadrat von fünf Kilometern *irgendwer* nasse Füße hat.

Ein Preis. Kein Abo, denn der Regen kostet auch nichts.`,
  },
};
