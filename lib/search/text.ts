import unhomoglyph from 'unhomoglyph';

/** What names and queries are compared as: NFKC, lower case, single spaces. Accents are kept. */
export function normalise(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\p{Cc}\s\ufffd]+/gu, ' ')
    .trim();
}

/** Prototypes of UTS 39 that only differ in case are one, as names that only differ in case are. */
const prototypes = (text: string) => unhomoglyph(text.normalize('NFD')).normalize('NFD').toLowerCase();

/**
 * Equal for names that look alike: the confusable skeleton of UTS 39 without regard to case. Letters are taken as they
 * are written first (I looks like l, Cyrillic В like B), then in lower case; i joins l, as I does.
 */
export function skeletonOf(name: string): string {
  const written = name
    .toWellFormed()
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\p{Cc}\s\ufffd]+/gu, ' ')
    .trim();
  return prototypes(prototypes(written)).replaceAll('i', 'l');
}
