import { cx } from '@/components/ui/cx';
import { formatCount } from '@/components/ui/format';

type FigureProps = { term: string; value: string; note?: string; isBad?: boolean };

/** One figure of several, with what it counts and what it means. */
export function Figure({ term, value, note, isBad = false }: FigureProps) {
  return (
    <div className="min-w-0">
      <dt className="text-13 text-muted">{term}</dt>
      <dd>
        <span className={cx('block text-26 font-semibold numerals', isBad && 'text-negative-text')}>{value}</span>
        {note ? <span className="text-12 text-muted">{note}</span> : null}
      </dd>
    </div>
  );
}

export const figuresClass = 'grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-5';

/** How often each of several things is, the bars beside their numbers. */
export function CountBars({ label, counts }: { label: string; counts: { name: string; count: number }[] }) {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <ul aria-label={label} className="grid max-w-[36rem] gap-2">
      {counts.map(({ name, count }) => (
        <li key={name} className="grid grid-cols-[8.5rem_minmax(0,1fr)_3rem] items-center gap-x-4 text-13">
          <span>{name}</span>
          <span className="h-2 overflow-hidden rounded-pill bg-sunken forced-colors:border" aria-hidden="true">
            <span className="block h-full rounded-pill bg-accent" style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span className="text-end font-medium numerals">{formatCount(count)}</span>
        </li>
      ))}
    </ul>
  );
}

type TableProps = { caption: string; columns: readonly string[]; rows: { name: string; counts: number[] }[] };

/** The table behind a plot. */
export function PlotTable({ caption, columns, rows }: TableProps) {
  return (
    <details className="mt-2 text-13">
      <summary className="inline-flex min-h-11 items-center font-medium text-accent-text underline underline-offset-2">
        As a table
      </summary>
      <table className="w-full max-w-96">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-muted">
            {columns.map((column, index) => (
              <th key={column} scope="col" className={cx('py-1 font-medium', index === 0 ? 'text-start' : 'text-end')}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, counts }) => (
            <tr key={name} className="border-t border-line numerals">
              <th scope="row" className="py-1 text-start font-normal">
                {name}
              </th>
              {counts.map((count, index) => (
                <td key={columns[index + 1]} className="py-1 text-end">
                  {formatCount(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
