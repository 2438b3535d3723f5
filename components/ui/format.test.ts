import { describe, expect, it } from 'vitest';
import { formatCompact, formatCount, formatDate } from './format';

const numbers = [
  0, 1, 9, 10, 99, 999, 1000, 1049, 1050, 1250, 9949, 9950, 9999, 10_000, 99_949, 99_950, 123_456, 999_949, 999_950,
  1e6, 1_250_000, 12_345_678, 999_949_999, 999_950_000, 1e9, 123_456_789_012, 1e12, 12_345_678_901_234,
];

describe('what is written without Intl reads as Intl writes it', () => {
  it('counts', () => {
    const intl = new Intl.NumberFormat('en');
    for (const value of [...numbers, 0.5, 3.1, 1234.5, 65_432.25]) expect(formatCount(value)).toBe(intl.format(value));
  });

  it('large counts, compactly', () => {
    const intl = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
    for (const value of numbers) expect(formatCompact(value)).toBe(intl.format(value));
  });

  it('dates, in UTC', () => {
    const intl = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
    const dates = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 1, 23, 59)).toISOString());
    for (const iso of [...dates, '2024-02-29T00:00:00Z', '2026-12-31T23:59:59.999-05:00', '1999-01-09T12:00:00Z'])
      expect(formatDate(iso)).toBe(intl.format(new Date(iso)));
  });
});
