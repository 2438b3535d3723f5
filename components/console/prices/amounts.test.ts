import { expect, test } from 'vitest';
import { putPricesBody } from '@/lib/publishing/prices/schema';
import { amountText, bodyOf, parseAmount, type PriceDraft } from './amounts';

test('amounts are read in the decimals of their currency, exactly', () => {
  expect(parseAmount('2.99', 'USD')).toBe(299);
  expect(parseAmount(' 2,9 ', 'EUR')).toBe(290);
  expect(parseAmount('300', 'JPY')).toBe(300);
  expect(parseAmount('1.234', 'KWD')).toBe(1234);
  expect(parseAmount('1152.35', 'USD')).toBe(115_235);
  for (const [text, currency] of [
    ['2.999', 'USD'],
    ['3.5', 'JPY'],
    ['', 'USD'],
    ['free', 'USD'],
    ['-1', 'USD'],
    ['1e3', 'USD'],
  ] as const) {
    expect(parseAmount(text, currency)).toBeNull();
  }
});

test('what a field shows is read back as it was', () => {
  for (const [amount, currency] of [
    [299, 'USD'],
    [0, 'EUR'],
    [300, 'JPY'],
    [1234, 'KWD'],
  ] as const) {
    expect(parseAmount(amountText(amount, currency), currency)).toBe(amount);
  }
});

const draft: PriceDraft = { isFree: false, currency: 'EUR', amount: '2.99', overrides: { JP: '450', US: '' } };
const currencyIn = (country: string) => (country === 'JP' ? 'JPY' : 'EUR');

test('the body has the base and the countries with a price of their own', () => {
  const { body } = bodyOf(draft, currencyIn);
  expect(body).toEqual({ base: { currency: 'EUR', amountMinor: 299 }, overrides: { JP: 450 } });
  expect(putPricesBody.safeParse(body).success).toBe(true);
  expect(bodyOf({ ...draft, isFree: true, overrides: {} }, currencyIn).body?.base.amountMinor).toBe(0);
});

test('what is no price is named by its field', () => {
  expect(bodyOf({ ...draft, amount: 'much', overrides: { JP: '4.5' } }, currencyIn).problems).toEqual({
    'base.amountMinor': 'An amount such as 2.99.',
    'overrides.JP': 'No amount of this currency.',
  });
  expect(bodyOf({ ...draft, amount: '0' }, currencyIn).body).toBeNull();
});
