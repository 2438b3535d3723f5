import { decimalOf, exponentOf } from '@/lib/money';

/** "2.99" or "2,99" in minor units; null for what is no amount of that currency. */
export function parseAmount(text: string, currency: string): number | null {
  const [, whole, fraction = ''] = /^(\d{1,9})(?:[.,](\d*))?$/.exec(text.trim()) ?? [];
  const exponent = exponentOf(currency);
  if (whole === undefined || fraction.length > exponent) return null;
  return Number(`${whole}${fraction.padEnd(exponent, '0')}`);
}

/** As a field shows it. */
export const amountText = (amountMinor: number, currency: string) => decimalOf({ amountMinor, currency });

export type PriceDraft = {
  isFree: boolean;
  currency: string;
  /** As it is typed. */
  amount: string;
  /** Typed amounts by country; an empty one follows the base. */
  overrides: Record<string, string>;
};

export type PriceBody = { base: { currency: string; amountMinor: number }; overrides: Record<string, number> };

/** What is sent, or what is wrong with it by field. */
export function bodyOf(
  { isFree, currency, amount, overrides }: PriceDraft,
  currencyIn: (country: string) => string,
): { body: PriceBody; problems?: undefined } | { body: null; problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  const amountMinor = isFree ? 0 : parseAmount(amount, currency);
  if (amountMinor === null)
    problems['base.amountMinor'] = `An amount such as ${amountText(exponentOf(currency) === 0 ? 300 : 299, currency)}.`;
  else if (!isFree && amountMinor === 0) problems['base.amountMinor'] = 'More than nothing, or free.';
  const own: Record<string, number> = {};
  for (const [country, text] of Object.entries(overrides)) {
    if (text.trim() === '') continue;
    const value = parseAmount(text, currencyIn(country));
    if (value === null) problems[`overrides.${country}`] = 'No amount of this currency.';
    else own[country] = value;
  }
  if (amountMinor === null || Object.keys(problems).length > 0) return { body: null, problems };
  return { body: { base: { currency, amountMinor }, overrides: own } };
}
