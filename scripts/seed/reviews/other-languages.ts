import { phrases } from '../phrases';

interface Voice {
  good: readonly string[];
  feature: readonly string[];
  middle: readonly string[];
  bad: readonly string[];
  closersGood: readonly string[];
  closersBad: readonly string[];
  shortGood: readonly string[];
  shortBad: readonly string[];
  titlesGood: readonly string[];
  titlesBad: readonly string[];
}

const german: Voice = {
  good: phrases(`
Nutze ich seit {time} jeden Tag. | Endlich eine App, die macht, was sie soll.
Schlicht, schnell, ohne Schnickschnack. | Läuft auch auf meinem alten Handy flüssig.
Meine Frau hat sie mir empfohlen, und sie hatte recht. | Keine Werbung, kein Konto, so muss das sein.
Der Support hat noch am selben Tag geantwortet. | Hätte ich gern schon früher gefunden. | Sehr liebevoll gemacht.
Ich war skeptisch, bin aber überzeugt. | Auch meine Eltern kommen damit klar.
Man merkt, dass sich hier jemand Gedanken gemacht hat. | Funktioniert auch offline, im Zug Gold wert.
Habe vorher drei andere ausprobiert, kein Vergleich. | Die Gestaltung ist schön ruhig.
Preis ist völlig in Ordnung. | Stürzt nie ab. | Einrichtung dauerte zwei Minuten. | Auf dem Tablet noch besser.
Ich benutze nur die Hälfte und bin trotzdem begeistert. | Der Dunkelmodus ist endlich mal wirklich dunkel.
Updates kommen regelmäßig und sind sinnvoll.`),
  feature: phrases(`
Besonders „{label}“ ist klasse. | Vor allem „{label}“ möchte ich nicht mehr missen.
„{label}“ allein ist das Geld wert. | Toll: „{label}“. | Das mit „{label}“ ist genial gelöst.`),
  middle: phrases(`
Im Großen und Ganzen gut, aber etwas langsam. | Gute Idee, Umsetzung geht so.
Ganz nett, aber für den Preis erwarte ich mehr. | Deutsche Übersetzung stellenweise holprig.
Könnte übersichtlicher sein. | Funktioniert meistens. | Leider kein Querformat.`),
  bad: phrases(`
Seit dem letzten Update stürzt sie ständig ab. | Alle Daten weg nach dem Update.
Startet auf meinem Gerät gar nicht. | Der Support antwortet nicht. | Akku ist mittags leer.
Viel zu teuer für das, was sie kann. | Synchronisation funktioniert nicht. | Man muss für alles dreimal tippen.
Früher war die App besser. | Kündigen ist gut versteckt. | Die Schrift ist viel zu klein.
Ich werde ständig abgemeldet.`),
  closersGood: phrases(`
Klare Empfehlung! | Weiter so. | Danke! | Gerne mehr davon. | Fünf Sterne. | Kann ich nur empfehlen.
Grüße aus {place}. | Top! | Daumen hoch.`),
  closersBad: phrases(`
Schade. | Deinstalliert. | Bitte nachbessern. | Geld zurück, bitte. | So nicht. | Nicht zu empfehlen.
Ein Stern, bis das behoben ist.`),
  shortGood: phrases(`
Super | Top App | Sehr gut | Klasse | Einfach gut | Bin begeistert | Passt | Genau das, was ich gesucht habe
Läuft | Spitze | Tolle App! | Nur zu empfehlen | Gut gemacht | 👍`),
  shortBad: phrases(`
Stürzt ab | Geht nicht | Unbrauchbar | Schlecht | Zu teuer | Nie wieder | Gelöscht | Leider nein | Enttäuschend
Funktioniert nicht`),
  titlesGood: phrases(`
Klasse | Sehr gelungen | Endlich | Empfehlung | Tut, was sie soll | Schön gemacht | Mein täglicher Begleiter
Gut durchdacht | Jeden Cent wert`),
  titlesBad: phrases(`
Enttäuschend | Absturz | Leider nein | Finger weg | War mal besser | Bitte reparieren | Geld zurück`),
};

const portuguese: Voice = {
  good: phrases(`
Uso todo dia há {time}. | Simples, rápido e bonito. | Finalmente um app que faz o que promete.
Funciona bem até no meu celular antigo. | Minha irmã indicou e adorei.
Sem propaganda, sem cadastro, do jeito que eu gosto. | O suporte respondeu no mesmo dia.
Queria ter encontrado antes. | Dá para ver o carinho em cada detalhe. | Não esperava tanto.
Até minha mãe aprendeu a usar sozinha. | Funciona sem internet, o que ajuda muito no ônibus.
Testei vários e esse é o melhor. | O visual é lindo e não cansa. | Preço justo. | Nunca travou comigo.
Configurei em dois minutos. | No tablet fica melhor ainda. | As atualizações sempre melhoram alguma coisa.
Virou parte da minha rotina. | Meus alunos também gostaram.`),
  feature: phrases(`
O “{label}” é sensacional. | Só pelo “{label}” já vale. | Gostei muito do “{label}”. | O melhor é o “{label}”.
O “{label}” facilita demais.`),
  middle: phrases(`
É bom, mas um pouco lento. | A ideia é ótima, falta capricho. | Legal, mas podia ter mais opções.
A tradução tem uns erros. | Funciona quase sempre. | Esperava um pouco mais pelo preço. | Falta modo paisagem.`),
  bad: phrases(`
Trava toda hora desde a última atualização. | Perdi todos os meus dados. | Nem abre no meu celular.
O suporte não responde. | Acaba com a bateria. | Caro demais para o que oferece. | A sincronização não funciona.
Muita coisa escondida em menus. | A versão antiga era melhor. | Não consigo cancelar.
Fica pedindo login o tempo todo. | As notificações chegam atrasadas.`),
  closersGood: phrases(`
Recomendo! | Parabéns! | Nota dez. | Obrigada! | Continuem assim. | Vale cada centavo. | Abraço de {place}.
Amei. | Podem baixar sem medo.`),
  closersBad: phrases(`
Uma pena. | Desinstalei. | Arrumem, por favor. | Quero meu dinheiro de volta. | Não recomendo. | Decepcionante.
Uma estrela até resolverem.`),
  shortGood: phrases(`
Muito bom | Adorei | Ótimo | Top demais | Perfeito | Excelente! | Show | Recomendo | Maravilhoso | Bom demais
Nota 10 | 👏👏 | Gostei | Lindo`),
  shortBad: phrases(`
Não abre | Trava muito | Péssimo | Ruim | Não funciona | Caro | Decepção | Não gostei | Desinstalei | Horrível`),
  titlesGood: phrases(`
Adorei | Muito bom | Vale a pena | Surpreendente | Recomendo | Lindo e útil | Uso todo dia | Parabéns
Melhor que os outros`),
  titlesBad: phrases(`
Decepcionante | Trava | Não recomendo | Já foi melhor | Arrumem isso | Não abre | Dinheiro jogado fora`),
};

const japanese: Voice = {
  good: phrases(`
毎日使っています。 | シンプルで使いやすいです。 | 動作が軽くて助かります。 | 友人にすすめられて入れましたが、正解でした。 | 広告がないのがうれしい。 | デザインがきれいで落ち着きます。
オフラインでも使えるので電車の中で便利です。 | 古い端末でも問題なく動きます。 | ほかのアプリもいくつか試しましたが、これが一番です。 | 母でもすぐに使えました。 | 細かいところまで丁寧に作られています。
値段以上の価値があります。 | サポートの返事がとても早かったです。 | 一度も落ちたことがありません。 | もっと早く知りたかった。 | 設定がすぐ終わりました。 | アップデートのたびに良くなっています。
文字が読みやすい。`),
  feature: phrases(`
特に「{label}」が気に入っています。 | 「{label}」がとても便利。 | 「{label}」だけでも入れる価値あり。 | 「{label}」の出来がすばらしい。`),
  middle: phrases(`
悪くはないが、少し重い。 | アイデアは良いので今後に期待。 | 日本語訳が少し不自然です。 | 便利ですが、もう少し機能がほしい。 | 普通です。 | 横画面に対応してほしい。`),
  bad: phrases(`
更新してから落ちるようになりました。 | データが全部消えました。 | 起動しません。 | 問い合わせても返事がない。 | 電池の減りが早すぎる。 | 値段の割に機能が少ない。 | 同期がうまくいきません。
前のバージョンのほうが良かった。 | 通知が遅れて届く。 | 解約の方法がわかりにくい。`),
  closersGood: phrases(`
おすすめです。 | これからも使い続けます。 | ありがとうございます。 | 満足しています。 | 応援しています。 | 星五つです。`),
  closersBad: phrases(`
残念です。 | 改善をお願いします。 | 返金してほしい。 | アンインストールしました。 | おすすめできません。`),
  shortGood: phrases(`
最高 | とても良い | 使いやすい | 便利！ | かわいい | 良いアプリです | 気に入っています | 神アプリ | すばらしい | 満足 | 好き`),
  shortBad: phrases(`
落ちる | 使えない | 重い | 残念 | 起動しない | 微妙 | 高い | 期待外れ`),
  titlesGood: phrases(`
おすすめ | 毎日使っています | とても便利 | 最高です | よくできている | 買ってよかった | シンプルで良い`),
  titlesBad: phrases(`
残念 | 落ちます | 改善希望 | 期待外れ | 前のほうが良かった | 使えません`),
};

/** How people write who do not write in English; `{label}` is a feature as the app names it. */
export const voices: Partial<Record<string, Voice>> = { DE: german, BR: portuguese, JP: japanese };

export const times: Partial<Record<string, readonly string[]>> = {
  DE: phrases(`
zwei Wochen | einem Monat | drei Monaten | einem halben Jahr | einem Jahr | sechs Wochen`),
  BR: phrases(`
duas semanas | um mês | três meses | meio ano | um ano | seis semanas`),
};

export const places: Partial<Record<string, readonly string[]>> = {
  DE: phrases(`
Hamburg | München | Köln | Leipzig | Freiburg | Berlin | Bremen`),
  BR: phrases(`
São Paulo | Recife | Porto Alegre | Belo Horizonte | Manaus | Curitiba`),
};
