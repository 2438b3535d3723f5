import { describe, expect, it } from 'vitest';
import { normalise, skeletonOf } from './text';

describe('normalise', () => {
  it.each([
    ['  Tern:\tTIDE   tables ', 'tern: tide tables'],
    ['Ｔｅｒｎ', 'tern'],
    ['Café', 'café'],
    ['Cafe\u0301', 'café'],
    ['天気', '天気'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['a\u0000b', 'a b'],
    ['half \ud83c', 'half'],
    ['  ', ''],
  ])('makes %j %j', (text, normal) => {
    expect(normalise(text)).toBe(normal);
    expect(normalise(normal)).toBe(normal);
  });
});

describe('the skeleton', () => {
  it.each([
    ['PayPal', 'PayPaI'],
    ['PayPal', 'Paypa1'],
    ['PayPal', 'РауРаl'],
    ['PayPal', 'Pay\u200bPal'],
    ['PAYPAL', 'paypai'],
    ['Instagram', 'lnstagram'],
    ['Google', 'G00gle'],
    ['Telegram', 'ТЕLЕGRАМ'],
    ['Modern', 'Modem'],
    ['Bitwarden', 'ВITWARDEN'],
  ])('of %s is that of %s', (name, other) => {
    expect(skeletonOf(other)).toBe(skeletonOf(name));
  });

  it.each([
    ['Signal', 'Signals'],
    ['Telegram', 'Telegraph'],
    ['Café', 'Cafe'],
    ['天気', '大気'],
  ])('of %s is not that of %s', (name, other) => {
    expect(skeletonOf(other)).not.toBe(skeletonOf(name));
  });

  it('of Latin names is the same for the name and for what it is normalised to', () => {
    for (const name of ['Instagram', 'INSTAGRAM', 'ILLIAD 10', 'Größe']) {
      expect(skeletonOf(normalise(name))).toBe(skeletonOf(name));
    }
  });
});
