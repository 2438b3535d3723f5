import { describe, expect, test } from 'vitest';
import { canDraw, measure, monogram, text, wrap } from './text';

const style = { size: 20, fill: '#000' };

describe('text as outlines', () => {
  test('kerns pairs', () => {
    expect(measure('AV', 100, 'bold')).toBeLessThan(measure('A', 100, 'bold') + measure('V', 100, 'bold'));
  });

  test('never draws wider than it is allowed to', () => {
    const shown = text('A very long name for an app that nobody would choose', 0, 50, { ...style, maxWidth: 120 });
    const xs = [...shown.matchAll(/[ML](-?[\d.]+) /g)].map((match) => Number(match[1]));
    expect(Math.max(...xs)).toBeLessThanOrEqual(121);
  });

  test('tells which characters it has, and draws tiles for the others', () => {
    expect(canDraw('Täglich “ja” — ß', 'bold')).toBe(true);
    expect(canDraw('東京', 'bold')).toBe(false);
    expect(text('東', 0, 20, style)).toMatch(/^<g [^>]*><rect /);
  });

  test('wraps at words and balances two lines', () => {
    expect(wrap('Film looks, honest grain', 200, 20, 'bold', 2)).toEqual(['Film looks,', 'honest grain']);
  });

  test('finds an initial that can be drawn', () => {
    expect(monogram('  “ørsted”', 'bold')).toBe('Ø');
    expect(monogram('🍎 apple', 'bold')).toBe('A');
    expect(monogram('東京', 'bold')).toBeNull();
  });
});
