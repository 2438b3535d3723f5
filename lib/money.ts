/** An amount in the currency's minor unit, with its ISO 4217 code. */
export type Money = { amountMinor: number; currency: string };

type Format = { format: Intl.NumberFormat; exponent: number };

const formats = new Map<string, Format>();

/** Made once for each: a browser needs milliseconds for its first. */
function formatOf(currency: string, locale: string): Format {
  const key = `${locale} ${currency}`;
  let known = formats.get(key);
  if (known === undefined) {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    known = { format, exponent: format.resolvedOptions().maximumFractionDigits ?? 2 };
    formats.set(key, known);
  }
  return known;
}

/** Decimal places of a currency (JPY 0, USD 2, KWD 3). */
export const exponentOf = (currency: string): number => formatOf(currency, 'en').exponent;

/** "$2.99", "¥300", "€4.99": for people, in the given locale. */
export function formatMoney({ amountMinor, currency }: Money, locale = 'en'): string {
  const { format, exponent } = formatOf(currency, locale);
  return format.format(amountMinor / 10 ** exponent);
}

/** "2.99", "300", "-0.005": in the currency's major unit, for programs, exact. */
export function decimalOf({ amountMinor, currency }: { amountMinor: number | bigint; currency: string }): string {
  const exponent = exponentOf(currency);
  const sign = amountMinor < 0 ? '-' : '';
  const digits = String(amountMinor)
    .replace('-', '')
    .padStart(exponent + 1, '0');
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** Integer division rounded half to even (banker's rounding), for numerator ≥ 0 and denominator > 0. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  if (twice < denominator) return quotient;
  if (twice > denominator) return quotient + 1n;
  return quotient % 2n === 0n ? quotient : quotient + 1n;
}
