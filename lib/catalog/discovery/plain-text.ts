/** The words of a Markdown text on one line, without its marks. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/!\[[^\]]*\]\((?:[^()]|\([^()]*\))*\)/g, ' ')
    .replace(/\[([^\]]*)\](\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])/g, '$1')
    .replace(/^\s*\|?[\s:|-]*-{3,}[\s:|-]*$/gm, ' ')
    .replace(/^\s*[*_-](\s*[*_-]){2,}\s*$/gm, ' ')
    .replace(/^\s{0,3}(#{1,6}\s+|>\s?|[-*+]\s+|\d{1,3}[.)]\s+)+/gm, '')
    .replace(/(\*\*|__|~~|`+)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^\n*_]*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const sentenceEnd = /[.!?…。！？](?=\s|$)/gu;

/** At most `max` UTF-16 units: whole sentences where they fill half of it, else whole words and an ellipsis. */
export function excerpt(text: string, max = 160): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max);
  const end = [...head.matchAll(sentenceEnd)].at(-1);
  if (end && end.index + 1 >= max / 2) return head.slice(0, end.index + 1);
  let kept = '';
  for (const { segment } of graphemes.segment(text.slice(0, max + 40))) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  const space = kept.lastIndexOf(' ');
  const cut = space >= max / 2 ? kept.slice(0, space) : kept;
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** What search engines show under a title: the given sentences, one after the other, as far as they fit. */
export function describe(...parts: (string | null | undefined)[]): string {
  const sentences = parts
    .map((part) => plainText((part ?? '').slice(0, 4_000)))
    .filter((part) => part !== '')
    .map((part, index, all) => (index < all.length - 1 && !/[.!?…。！？:]$/u.test(part) ? `${part}.` : part));
  return excerpt(sentences.join(' '));
}
