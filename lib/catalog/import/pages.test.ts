import { expect, test } from 'vitest';
import { append, chunksOf, clear, emptyPages } from './pages';

test('text comes back as it went in, over pages of any length, and again after they were cleared', () => {
  const text = emptyPages();
  const parts = ['a', 'ü🍎'.repeat(200_000), 'b'.repeat(900_000), 'c'.repeat(3_000_000), '日'.repeat(10), ''];
  for (let round = 0; round < 3; round += 1) {
    for (const part of round === 1 ? parts.toReversed() : parts) append(text, part);
    const whole = Buffer.concat([...chunksOf(text)]).toString('utf8');
    expect(whole === (round === 1 ? parts.toReversed() : parts).join('')).toBe(true);
    clear(text);
    expect([...chunksOf(text)]).toEqual([]);
  }
});
