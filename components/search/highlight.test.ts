import { describe, expect, test } from 'vitest';
import { highlight } from './highlight';

/** "[Tide] tables": what is marked stands in brackets. */
const shown = (text: string, query: string) =>
  highlight(text, query)
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('');

describe('the words of a query are marked', () => {
  test.each([
    ['Tide tables', 'tide', '[Tide] tables'],
    ['Tide tables', 'TABLES tide', '[Tide] [tables]'],
    ['Tide tables', 'tab', 'Tide [tab]les'],
    ['Café notes', 'cafe', '[Café] notes'],
    ['Cafe notes', 'café', '[Cafe] notes'],
    ['Cafe\u0301 notes', 'café', '[Cafe\u0301] notes'],
    ['Große Straße', 'strasse', 'Große [Straße]'],
    ['İstanbul maps', 'istanbul', '[İstanbul] maps'],
    ['ΝΟΤΕΣ', 'νοτες', '[ΝΟΤΕΣ]'],
    ['Play-by-play', 'play', '[Play]-by-[play]'],
    ['天気と地図', '地図', '天気と[地図]'],
    ['天気と地図', '図', '天気と地[図]'],
    ['한국어 사전', '한국', '[한국]어 사전'],
    ['2048 puzzle', '2048', '[2048] puzzle'],
    ['🌊 Waves', 'waves', '🌊 [Waves]'],
  ])('%s for “%s”', (text, query, expected) => expect(shown(text, query)).toBe(expected));

  test('a mark that overlaps another is one', () => expect(shown('Tables', 'tab table')).toBe('[Table]s'));
});

describe('nothing else is', () => {
  test.each([
    ['Notable', 'tab'],
    ['A is for apple', 'a'],
    ['Tide tables', ''],
    ['Tide tables', '  "*(+  '],
    ['<b>Tide</b>', 'chess'],
    ['', 'tide'],
    ['ガ', 'ハ'],
  ])('%s for “%s”', (text, query) => expect(shown(text, query)).toBe(text));

  test('the pieces together are the text as it was', () => {
    for (const text of ['Ｆｕｌｌ width', 'ﬁles & ﬂows', 'a\u0301\u0302b', '\u0301lead', '👨‍👩‍👧 family']) {
      for (const query of ['full', 'files flows', 'ab', 'lead', 'family']) {
        expect(
          highlight(text, query)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }
    }
  });
});
