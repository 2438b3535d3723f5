import { describe as group, expect, test } from 'vitest';
import { describe, excerpt, plainText } from './plain-text';

group('plainText', () => {
  test('leaves the words of Markdown and takes its marks away', () => {
    expect(
      plainText('# Tern\n\n**Tide tables** for _small_ boats.\n\n- works `offline`\n- [no account](https://x.example)'),
    ).toBe('Tern Tide tables for small boats. works offline no account');
    expect(plainText('1. one\n2. two\n\n> said *somebody*\n\n---\n\n![a boat](b.png) end')).toBe(
      'one two said somebody end',
    );
    expect(plainText('```js\nalert(1)\n```\nAfter <b>the</b> code <!-- hidden -->')).toBe('After the code');
    expect(plainText('[click](javascript:alert(5)) here ![x](a_(b).png)')).toBe('click here');
    expect(plainText('| a | b |\n| --- | --- |\n| 1 | 2 |')).toBe('| a | b | | 1 | 2 |');
  });

  test('keeps what only looks like a mark', () => {
    expect(plainText('snake_case_name costs 2 * 3 * 4, C# and a < b')).toBe(
      'snake_case_name costs 2 * 3 * 4, C# and a < b',
    );
    expect(plainText('1 \\* 2')).toBe('1 * 2');
  });

  // The limit is the check: a pattern that goes back and forth passes it.
  test('gets through hostile texts', () => {
    for (const part of ['[', '*', '_a', '<a', '![', '`', '> ', '- ', '|', '-', '\\', '**a', '[a](', '[a](('])
      expect(plainText(part.repeat(4_000)).length).toBeLessThanOrEqual(part.length * 4_000);
  }, 1_500);
});

group('excerpt', () => {
  test('is the text itself when it fits', () => {
    expect(excerpt('Short.', 160)).toBe('Short.');
  });

  test('ends at a sentence when that fills half of the room, else at a word', () => {
    const text = 'The first sentence is long enough to fill the room. The second does not fit any more.';
    expect(excerpt(text, 60)).toBe('The first sentence is long enough to fill the room.');
    expect(excerpt(`Yes. ${'words and more '.repeat(20)}`, 60)).toBe(
      'Yes. words and more words and more words and more words…',
    );
  });

  test('never splits a character and never grows beyond its room', () => {
    for (const text of ['👩‍👩‍👧‍👦'.repeat(40), '東京'.repeat(100), 'a'.repeat(500), 'é'.repeat(300)]) {
      const cut = excerpt(text, 160);
      expect(cut.length).toBeLessThanOrEqual(160);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.endsWith('…')).toBe(true);
    }
  });
});

group('describe', () => {
  test('puts sentences after each other, each with its end', () => {
    expect(describe('Tide tables for small boats', 'Works *offline*. Has a map.')).toBe(
      'Tide tables for small boats. Works offline. Has a map.',
    );
    expect(describe('', null, undefined, 'Only this')).toBe('Only this');
    expect(describe('x '.repeat(3_000)).length).toBeLessThanOrEqual(160);
  });
});
