import type { Summary } from '@/lib/catalog/import/import-catalogue';
import type { OpenFile } from './open-file';

const width = 24;
const intervalMs = 200;
const whole = new Intl.NumberFormat('en');

/** A bar on the terminal with the rows a second of the last moments; nothing where there is no terminal. */
export function showBar(label: string, file: OpenFile, summary: () => Summary | undefined): () => void {
  if (process.stderr.isTTY !== true) return () => undefined;
  const started = performance.now();
  const timer = setInterval(() => {
    const seconds = (performance.now() - started) / 1000;
    process.stderr.write(
      `\r\u001B[K${barLine(label, file.size > 0 ? file.position() / file.size : null, summary()?.read ?? 0, seconds)}`,
    );
  }, intervalMs);
  return () => {
    clearInterval(timer);
    process.stderr.write('\r\u001B[K');
  };
}

/** "apps.csv ████░░░░ 50% 12,000 rows, 8,000 rows/s, 2 s left". */
export function barLine(label: string, share: number | null, rows: number, seconds: number): string {
  const speed = `${whole.format(rows)} rows, ${whole.format(Math.round(rows / Math.max(seconds, 0.001)))} rows/s`;
  if (share === null) return `${label} ${speed}`;
  const full = Math.round(Math.min(1, share) * width);
  const left = share > 0.02 && share < 1 ? `, ${Math.ceil((seconds / share) * (1 - share))} s left` : '';
  return `${label} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.floor(Math.min(1, share) * 100)}% ${speed}${left}`;
}
