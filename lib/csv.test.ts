import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvRow } from './csv';
import { decimalOf } from './money';

describe('a row of CSV', () => {
  test('is read back as it was written, whatever is in its cells', () => {
    const cells = ['plain', 'a, b', 'say "hi"', 'two\r\nlines', 'ünï ✓', '', ' spaces ', "it's"];
    expect(parse(csvRow(cells))).toEqual([cells]);
    expect(csvRow(['a', null, 3])).toBe('a,,3\r\n');
  });

  test.each(['=1+1', '+1 555', '-cmd', '@SUM(A1)', '\tx', '\rx', '\n=1', '＝1', '=HYPERLINK("http://x";"y")'])(
    'gives a spreadsheet no formula to run: %j',
    (text) => {
      expect(csvRow([text])).toMatch(/^"'/);
      expect(parse(csvRow([text]))).toEqual([[`'${text}`]]);
    },
  );

  test('leaves numbers alone, negative ones too', () => {
    expect(csvRow(['-2.99', -3, '2.99'])).toBe('-2.99,-3,2.99\r\n');
  });
});

describe('an amount in major units', () => {
  test.each([
    [299, 'USD', '2.99'],
    [5, 'USD', '0.05'],
    [0, 'USD', '0.00'],
    [-299, 'USD', '-2.99'],
    [-5, 'EUR', '-0.05'],
    [300, 'JPY', '300'],
    [-300, 'JPY', '-300'],
    [1, 'KWD', '0.001'],
    [12_345, 'KWD', '12.345'],
    [9_007_199_254_740_993n, 'USD', '90071992547409.93'],
  ])('%s %s is %s', (amountMinor, currency, text) => {
    expect(decimalOf({ amountMinor, currency })).toBe(text);
  });
});
