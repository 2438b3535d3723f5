import { cleanLines } from './text';

/** Longest description that is kept, in code points. */
export const descriptionLimit = 20_000;

const inline = /[\\`*[\]<]|~(?=~|\S)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w{1,31};)/gu;
const address = /(?:https?:\/\/|www\.)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
// What would make a line a heading, a quotation, a list, a rule, a table or the underline of a heading.
const opening = /^(\s*)(#{1,6}(?=\s|$)|[>|]|[-+](?=\s|$)|(?:[-=]\s*)+$|\d{1,9}(?=[.)](?:\s|$)))/;

function escapeInline(text: string): string {
  let escaped = '';
  let from = 0;
  for (const match of text.matchAll(address)) {
    escaped += text.slice(from, match.index).replace(inline, '\\$&') + match[0];
    from = match.index + match[0].length;
  }
  return escaped + text.slice(from).replace(inline, '\\$&');
}

function escapeLine(line: string): string {
  const escaped = escapeInline(line.trim());
  const match = opening.exec(escaped);
  const mark = match?.[2];
  if (mark === undefined) return escaped;
  return /^\d/.test(mark) ? `${mark}\\${escaped.slice(mark.length)}` : `\\${escaped}`;
}

/** Plain text as Markdown that looks like it: every line break kept, nothing read as a mark. */
export function plainToMarkdown(text: string): string {
  return cleanLines(text, descriptionLimit)
    .split(/\n\n+/)
    .map((paragraph) => paragraph.split('\n').map(escapeLine).join('  \n'))
    .join('\n\n');
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const links = /<a\b[^<>]*?\bhref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s<>]+))[^<>]*>([^<]*)<\/a>/gi;
const items = /\s*<li\b[^<>]*>\s*/gi;
const breaks = /<br\s*\/?>\n?/gi;
const blocks = /<\/?(?:p|ul|ol|div|h[1-6]|blockquote)\b[^<>]*>/gi;
const otherTags = /<\/?[a-z][a-z0-9]*\b[^<>]*>/gi;

/** Lines that were wrapped by hand at 60 to 82 columns belong together; others end where their author ended them. */
function unwrap(text: string): string {
  const lines = text.split('\n');
  const isWrapped = lines.every((line) => line.length <= 82) && lines.filter((line) => line.length >= 60).length >= 2;
  return isWrapped ? text.replace(/([^\n]{45,})\n(?=[^\s*•-])/g, '$1 ') : text;
}

/**
 * Text with simple HTML in it, as F-Droid has, as Markdown: links keep their addresses, lists and line breaks stay,
 * other tags go.
 */
export function htmlToMarkdown(html: string): string {
  const text = html
    .replace(/\r\n?/g, '\n')
    .replace(links, (_, double, single, bare, label) => linkText(double ?? single ?? bare ?? '', label))
    .replace(items, '\n• ')
    .replace(breaks, '\n')
    .replace(blocks, '\n\n')
    .replace(otherTags, '')
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n');
  return plainToMarkdown(unwrap(decodeEntities(text).trim()));
}

/** "label (address)", or the address alone where the label says the same; either becomes a link again when shown. */
function linkText(address: string, label: string): string {
  const words = label.trim();
  if (!/^https?:\/\//i.test(address)) return words;
  const bare = (url: string) => url.replace(/^https?:\/\/(?:www\.)?|\/$/gi, '').toLowerCase();
  return words === '' || bare(words) === bare(address) ? address : `${words} (${address})`;
}
