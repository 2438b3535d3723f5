import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// Utilities and properties that know left and right; the logical ones (ms, pe, start, text-end …) turn with the page.
const utilities = [
  /(?:scroll-)?[mp][lr]-(?:\[|\(|\d|px|auto)/,
  /(?:left|right)-(?:\[|\(|\d|px|auto|full)/,
  /text-(?:left|right)(?![\w-])/,
  /(?:border|rounded)-(?:[lr]|[tb][lr])(?![a-z])/,
  /(?:float|clear)-(?:left|right)(?![\w-])/,
  /bg-linear-to-(?:[lr]|[tb][lr])(?![a-z])/,
  /origin-(?:left|right|top-left|top-right|bottom-left|bottom-right)(?![\w-])/,
  /space-x-reverse/,
];
const classes = new RegExp(`(?<![\\w-])-?(?:${utilities.map(({ source }) => source).join('|')})`, 'g');
const properties =
  /(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|text-align:\s*(?:left|right)|float:\s*(?:left|right)|(?<!background-position:[^;]*)(?:left|right):)/g;
const styles =
  /(?<![\w-])(?:(?:margin|padding|border)(?:Left|Right)|textAlign: '(?:left|right)'|(?:left|right):\s*(?:'|`|\d))/g;

/** What in a file of ours would stay on its side when the page is read from right to left. */
function sidesIn(path: string, text: string): string[] {
  const found = path.endsWith('.css')
    ? text.match(properties)
    : [...(text.match(classes) ?? []), ...(text.match(styles) ?? [])];
  return [...(found ?? [])].map((words) => `${path}: ${words}`);
}

const files = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx|css)$/.test(file))
    .map((file) => join(folder, file)),
);

test('no page or component is tied to left and right', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((file) => sidesIn(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
  'className="ml-2"',
  "cx('sm:-mr-3.5')",
  'className="absolute left-0"',
  'className="hover:pl-[3px]"',
  'className="text-right numerals"',
  'className="border-l border-line"',
  'className="rounded-tl-card"',
  'className="bg-linear-to-r"',
  'style={{ marginLeft: 4 }}',
])('%s is found', (text) => {
  expect(sidesIn('a.tsx', text)).toHaveLength(1);
});

test.each([
  'className="ms-2 pe-4 start-0 text-end border-s rounded-ss-card"',
  'className="bg-linear-to-t mb-1 inline-block leading-none"',
  'aria-label="Left"',
  "scrollBy({ left: distance, behavior: 'auto' })",
])('%s is not', (text) => {
  expect(sidesIn('a.tsx', text)).toEqual([]);
});

test('a style sheet that names a side is found', () => {
  expect(sidesIn('a.css', 'a { margin-left: 4px; left: 0 }')).toHaveLength(2);
  expect(sidesIn('a.css', 'a { margin-inline-start: 4px; background-position: right 4px center }')).toEqual([]);
});
