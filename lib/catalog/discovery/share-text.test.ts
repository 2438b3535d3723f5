import { expect, test } from 'vitest';
import { measure } from '../artwork/text';
import { blockOf, drawable, drawBlock, inFont } from './share-text';

test('what a font cannot draw is left away, and a name that loses most of its letters altogether', () => {
  expect(drawable('Tern', 'bold')).toBe('Tern');
  expect(drawable('📝 Notes 🚀 Pro', 'bold')).toBe('Notes Pro');
  expect(drawable('東京メモ帳', 'bold')).toBe('');
  expect(drawable('東京メモ Go', 'bold')).toBe('');
  expect(drawable('🔥🔥', 'bold')).toBe('');
  expect(drawable('!!!', 'bold')).toBe('');
  expect(drawable('  a \n b  ', 'bold')).toBe('a b');
});

test('a text that one font lacks is set in the next one', () => {
  expect(inFont('Łódź i Gżegżółka', ['serif', 'semibold'])).toEqual({ words: 'Łódź i Gżegżółka', font: 'semibold' });
  expect(inFont('東京', ['serif', 'semibold']).words).toBe('');
});

test('a block takes the largest size that holds its text, and never more lines than it may', () => {
  const options = { sizes: [90, 60, 40], lines: 2 } as const;
  const short = blockOf({ words: 'Tern', font: 'bold' }, 600, options);
  expect(short).toMatchObject({ rows: ['Tern'], size: 90 });
  const long = blockOf({ words: 'word '.repeat(60).trim(), font: 'bold' }, 600, options);
  expect(long.rows).toHaveLength(2);
  expect(long.size).toBe(40);
  const fitting = blockOf({ words: 'Tide tables for boats', font: 'bold' }, 600, options);
  for (const row of fitting.rows) expect(measure(row, fitting.size, 'bold')).toBeLessThanOrEqual(600);
  expect(blockOf({ words: '', font: 'bold' }, 600, options).rows).toEqual([]);
});

test('a drawn block is paths alone', () => {
  const block = blockOf({ words: '<Tide> & "boats"', font: 'bold' }, 600, { sizes: [60], lines: 2 });
  expect(drawBlock(block, 0, 0, { fill: '#000000' })).toMatch(/^(<path d="[^"<>&]*" fill="#000000"\/>)+$/);
});
