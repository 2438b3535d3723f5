import { languageName } from '@/components/ui/format';

/** Languages that stores are read in most; any other may be typed. */
const common =
  'ar bg bn ca cs da de el en en-GB en-US es es-419 et eu fa fi fil fr fr-CA gl he hi hr hu id is it ja ka kk ko lt lv ms nb nl pl pt pt-BR pt-PT ro ru sk sl sq sr sv sw ta te th tr uk ur vi zh-Hans zh-Hant'.split(
    ' ',
  );

export const languageOptions = common.map((value) => ({ value, name: languageName(value) }));

/** A language tag in its usual spelling: "PT-br" and "Portuguese (Brazil)" are pt-BR; null for none. */
export function languageTag(text: string): string | null {
  const wanted = text.trim();
  const named = languageOptions.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (named) return named.value;
  if (!/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(wanted)) return null;
  try {
    return Intl.getCanonicalLocales(wanted.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}
