/** An amount in the currency's minor unit, with its ISO 4217 code. */
export type Money = { amountMinor: number; currency: string };

type Format = { format: Intl.NumberFormat; exponent: number };

const formats = new Map<string, Format>();

function formatOf(currency: string): Format {
  let known = formats.get(currency);
  if (known === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    known = { format, exponent: format.resolvedOptions().maximumFractionDigits ?? 2 };
    formats.set(currency, known);
  }
  return known;
}

// What Intl writes before the amount. Its first number in a currency costs a phone 100 ms, and a page of apps has prices.
const symbols = new Map(
  Object.entries({
    USD: '$',
    EUR: '€',
    GBP: '£',
    CAD: '$',
    AUD: '$',
    NZD: '$',
    MXN: '$',
    BRL: 'R$',
    INR: '₹',
    ILS: '₪',
  }),
);

/** Decimal places of a currency (JPY 0, USD 2, KWD 3). */
export const exponentOf = (currency: string): number => (symbols.has(currency) ? 2 : formatOf(currency).exponent);

/** "$2.99", "¥300", "€1,234.50": for people. */
export function formatMoney({ amountMinor, currency }: Money): string {
  const symbol = symbols.get(currency);
  if (symbol === undefined || !Number.isSafeInteger(amountMinor)) {
    const { format, exponent } = formatOf(currency);
    return format.format(amountMinor / 10 ** exponent);
  }
  const amount = decimalOf({ amountMinor, currency }).replace(/\B(?=(\d{3})+\.)/g, ',');
  return amount.startsWith('-') ? `-${symbol}${amount.slice(1)}` : `${symbol}${amount}`;
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
