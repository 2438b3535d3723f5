/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^-?\d+(\.\d+)?$/;

/** One cell (RFC 4180); text that a spreadsheet would run is shown as text there, by an apostrophe before it. */
export function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const isFormula = formula.test(text) && !number.test(text);
  const safe = isFormula ? `'${text}` : text;
  return isFormula || /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvRow = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;
