/** In which the store speaks, and in which an app's own texts are taken to be. */
const storeLanguage = 'en';

/** Texts of a listing that may be there in other languages. */
export const translatedTexts = ['subtitle', 'description', 'promotionalText'] as const;
export type TranslatedText = (typeof translatedTexts)[number];

/** What an app's developer says it supports. */
export const accessibilityFlags = [
  'screen_reader',
  'voice_control',
  'larger_text',
  'dark_interface',
  'sufficient_contrast',
  'reduced_motion',
  'captions',
  'audio_descriptions',
  'keyboard',
] as const;

const primaryOf = (tag: string) => tag.split('-')[0]?.toLowerCase() ?? '';

/**
 * Which of a listing's other languages serves somebody who asks for one: the same, else a wider one (de for de-AT), else
 * one of its kinds (pt-BR for pt). Null for the app's own texts, which serve everybody else.
 */
export function matchLanguage(asked: string, languages: readonly string[]): string | null {
  const find = (isIt: (tag: string) => boolean) => languages.find((tag) => isIt(tag.toLowerCase())) ?? null;
  const parts = asked.toLowerCase().split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const range = parts.slice(0, length).join('-');
    const found = find((tag) => tag === range);
    if (found !== null) return found;
  }
  const primary = primaryOf(asked);
  return primary === storeLanguage ? null : find((tag) => primaryOf(tag) === primary);
}

/** What Accept-Language takes to list: more is not read. */
const mostPreferences = 20;

/**
 * Which of a listing's other languages a browser would rather have than the app's own texts, by its Accept-Language
 * header (RFC 9110); null for none of them.
 */
export function preferredLanguage(header: string | null, languages: readonly string[]): string | null {
  if (!header || languages.length === 0) return null;
  const wanted = header
    .slice(0, 1000)
    .split(',')
    .slice(0, mostPreferences)
    .flatMap((part) => {
      const [, tag, quality = '1'] =
        /^\s*([a-z]{2,3}(?:-[a-z0-9]{1,8})*)\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*$/i.exec(part) ?? [];
      return tag && Number(quality) > 0 ? [{ tag, quality: Number(quality) }] : [];
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const found = matchLanguage(tag, languages);
    if (found !== null) return found;
    if (primaryOf(tag) === storeLanguage) return null;
  }
  return null;
}

/** What asks for an app's own texts whatever the browser prefers; `und`, a language unknown, where English is another. */
export const ownLanguage = (languages: readonly string[]): string =>
  languages.some((tag) => tag.toLowerCase() === storeLanguage) ? 'und' : storeLanguage;

type Texts = Record<TranslatedText, string>;
type Language = { language: string | null; translated: TranslatedText[] };

/** The `lang` of a text of an app, where it is not that of the page. */
export const languageOf = (app: Language, text: TranslatedText): string | undefined =>
  app.language !== null && app.translated.includes(text) ? app.language : undefined;

/** An app with those of its texts that there are in a language; the others stay its own. */
export function inLanguage<T extends Texts & Language>(app: T, tag: string, texts: Partial<Texts>): T {
  const translated = translatedTexts.filter((name) => (texts[name] ?? '') !== '');
  return { ...app, ...Object.fromEntries(translated.map((name) => [name, texts[name]])), language: tag, translated };
}
