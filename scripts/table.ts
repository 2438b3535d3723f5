import { systemCode } from './refusal';

type Cell = string | number;

/** Prints rows as a Markdown table, figures to the right. */
export function printTable(heads: readonly string[], rows: readonly (readonly Cell[])[]): void {
  process.stdout.write(`${tableOf(heads, rows)}\n\n`);
}

/** Columns of counts have integers; where one is a measurement, all show as many places as a measurement deserves. */
export function tableOf(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const columns = heads.map((_, i) => rows.map((row) => row[i] ?? ''));
  const shown = columns.map((cells) => {
    const isCount = cells.every((cell) => typeof cell === 'string' || Number.isInteger(cell));
    return cells.map((cell) => (typeof cell === 'string' ? cell : isCount ? String(cell) : measured(cell)));
  });
  const isRight = columns.map((cells) => cells.length > 0 && cells.every(isFigure));
  const widths = heads.map((head, i) => Math.max(3, head.length, ...(shown[i] ?? []).map((text) => text.length)));
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, i) => (isRight[i] ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (isRight[i] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(heads), line(rule), ...rows.map((_, at) => line(shown.map((texts) => texts[at] ?? '')))].join('\n');
}

const isFigure = (cell: Cell) => typeof cell === 'number' || /^-?\d+(\.\d+)?$/.test(cell);

const measured = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));

/** Whoever reads the output may stop reading, as `head` does: the rest is lost, and nothing else. */
export function tolerateClosedOutput(): void {
  process.stdout.on('error', (error) => {
    if (systemCode(error) !== 'EPIPE') throw error;
  });
}
