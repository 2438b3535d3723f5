import { expect, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { similarityOf, trigramsOf } from './text';

const database = testDatabase();

// Plain letters: of others it depends on the locale of a database whether they count as letters.
const texts = [
  'Great app, love it!',
  'great APP love-it',
  "Don't crash again... v2.0.1",
  'a',
  'ab a abc ABCD',
  '5 stars! 5 STARS?',
  'snake_case kebab-case',
  'tab\tnew\nline',
  '!!! ...',
  'The update broke the sync and the update after it did not mend it.',
  'The update broke sync; the update after that did not mend it either.',
];

test('trigrams and similarity are those of pg_trgm', async () => {
  for (const text of texts) {
    const [row] = await database.sql`select show_trgm(${text}) as trigrams`;
    expect([...trigramsOf(text)].sort(), text).toEqual([...(row?.trigrams ?? [])].sort());
  }
  for (const one of texts) {
    for (const other of texts) {
      const [row] = await database.sql`select similarity(${one}, ${other}) as value`;
      expect(similarityOf(trigramsOf(one), trigramsOf(other)), `${one} | ${other}`).toBeCloseTo(row?.value, 6);
    }
  }
});
