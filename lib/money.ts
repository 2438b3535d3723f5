/** An amount in the currency's minor unit, with its ISO 4217 code. */
export type Money = { amountMinor: number; currency: string };

const digits = new Map<string, number>();

/** Decimal places of a currency (JPY 0, USD 2, KWD 3). */
export function exponentOf(currency: string): number {
  let exponent = digits.get(currency);
  if (exponent === undefined) {
    exponent =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    digits.set(currency, exponent);
  }
  return exponent;
}

/** "$2.99", "¥300", "€4.99": for people, in the given locale. */
export function formatMoney({ amountMinor, currency }: Money, locale = 'en'): string {
  const exponent = exponentOf(currency);
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
    amountMinor / 10 ** exponent,
  );
}

/** Integer division rounded half to even (banker's rounding), for numerator ≥ 0 and denominator > 0. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  if (twice < denominator) return quotient;
  if (twice > denominator) return quotient + 1n;
  return quotient % 2n === 0n ? quotient : quotient + 1n;
}
