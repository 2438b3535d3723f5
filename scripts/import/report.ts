import type { Reject, Summary } from '@/lib/catalog/import/import-catalogue';

export type Report = {
  file: string;
  format: string;
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  rejects: string | null;
  seconds: number;
  rowsPerSecond: number;
  peakMemoryMb: number;
  /** Rows that went to Utilities, by the category that they name. */
  unknownCategories: Record<string, number>;
  isComplete: boolean;
};

type Run = {
  name: string;
  format: string;
  summary: Summary;
  seconds: number;
  rejectsFile: string;
  isComplete: boolean;
};

export function reportOf({ name, format, summary, seconds, rejectsFile, isComplete }: Run): Report {
  const { read, created, changed, unchanged, rejected, unknownCategories } = summary;
  return {
    file: name,
    format,
    read,
    new: created,
    changed,
    unchanged,
    rejected,
    rejects: rejected > 0 ? rejectsFile : null,
    seconds: Math.round(seconds * 100) / 100,
    rowsPerSecond: Math.round(read / Math.max(seconds, 0.001)),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    unknownCategories: Object.fromEntries([...unknownCategories].sort((a, b) => b[1] - a[1])),
    isComplete,
  };
}

const kinds = 8;

/** Counts why rows are rejected, for the summary: the first words of each reason stand for the reason. */
export function createReasons() {
  const counts = new Map<string, { count: number; line: number }>();
  return {
    add(rejects: readonly Reject[]) {
      for (const { line, field, reason } of rejects) {
        const key =
          field === 'bundle id'
            ? reason
                .replace(/^\S+ (is on line) \d+/, 'a bundle id $1 … of the file')
                .replace(/^\S+ belongs/, 'a bundle id belongs')
            : [field, reason.replace(/^(is broken JSON): .*/s, '$1')].filter(Boolean).join(': ');
        const known = counts.get(key);
        if (known) known.count += 1;
        else if (counts.size < 100) counts.set(key, { count: 1, line });
      }
    },
    lines: () => {
      const sorted = [...counts].sort((a, b) => b[1].count - a[1].count);
      const rest = sorted.slice(kinds).reduce((sum, [, { count }]) => sum + count, 0);
      return [
        ...sorted.slice(0, kinds).map(([reason, { count, line }]) => `${count} × ${reason} (first on line ${line})`),
        ...(rest > 0 ? [`${rest} × something else`] : []),
      ];
    },
  };
}

const whole = new Intl.NumberFormat('en');

/** The report for people. */
export function describe(report: Report, reasons: readonly string[]): string {
  if (report.read === 0 && report.isComplete) return `${report.file} has no rows: there is nothing to import.`;
  const unknown = Object.entries(report.unknownCategories);
  const total = unknown.reduce((sum, [, count]) => sum + count, 0);
  const named = unknown
    .slice(0, 20)
    .map(([name, count]) => `${name === '' ? 'no category' : `"${name}"`} ${whole.format(count)}`);
  const counts = (['read', 'new', 'changed', 'unchanged', 'rejected'] as const).map(
    (name) => `  ${name.padEnd(10)}${whole.format(report[name]).padStart(12)}`,
  );
  const lines = [
    `${report.file} (${report.format})${report.isComplete ? '' : ': stopped before its end; run it again to complete it'}`,
    ...counts,
    `  ${whole.format(report.seconds)} s, ${whole.format(report.rowsPerSecond)} rows/s, at most ${whole.format(report.peakMemoryMb)} MB of memory`,
  ];
  if (total > 0)
    lines.push(
      `  ${whole.format(total)} went to Utilities for want of a category: ${named.join(', ')}${unknown.length > 20 ? ', …' : ''}`,
    );
  if (report.rejects)
    lines.push(`  Rejected rows are in ${report.rejects}:`, ...reasons.map((reason) => `    ${reason}`));
  return lines.join('\n');
}
