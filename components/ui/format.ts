import { once } from '@/lib/once';

const locale = 'en';

// What stands on almost every page is written here and not by Intl: a phone needs 100 ms for the first date that Intl writes.
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const scales: [number, string][] = [
  [1e3, 'K'],
  [1e6, 'M'],
  [1e9, 'B'],
];

/** "999", "1.2K", "35M": a whole number ≥ 0, to one decimal place of its thousands, millions, … */
export function formatCompact(value: number): string {
  if (value < 1000) return String(value);
  const tenthsOf = (unit: number) => Math.round(value / (unit / 10));
  const [unit, letter] = scales.find(([unit]) => tenthsOf(unit) < 10_000) ?? [1e12, 'T'];
  return `${formatCount(tenthsOf(unit) / 10)}${letter}`;
}

/** "1,234,567"; of a number with at most two decimal places. */
export const formatCount = (value: number) => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** "Mar 3, 2026", in UTC. */
export function formatDate(iso: string): string {
  const date = new Date(iso);
  return `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
}

const today = once(
  () => new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
);
const moment = once(
  () =>
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'UTC',
    }),
);

export const formatMoment = (iso: string) => `${moment().format(new Date(iso))} UTC`;
export const formatToday = (date: Date) => today().format(date);
export const formatRating = (average: number) => average.toFixed(1);

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const units = ['KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 'KB';
  for (const next of units) {
    value /= 1000;
    unit = next;
    if (value < 999.5) break;
  }
  return `${value >= 100 ? Math.round(value) : Math.round(value * 10) / 10} ${unit}`;
}

const time = once(
  () =>
    new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'UTC',
    }),
);

/** "14:05 UTC". */
export const formatTime = (iso: string) => `${time().format(new Date(iso))} UTC`;

const dayMs = 86_400_000;

/** "Today", "Yesterday", "3 Mar 2026": the UTC day of a moment, seen from another. */
export function dayName(iso: string, now: string): string {
  const days = (Date.parse(now.slice(0, 10)) - Date.parse(iso.slice(0, 10))) / dayMs;
  return days === 0 ? 'Today' : days === 1 ? 'Yesterday' : formatDate(iso);
}

const ago = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/** "now", "5 minutes ago", "yesterday"; the date after a week. Only where no server has written another now. */
export function formatAgo(iso: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(iso)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return ago().format(-minutes, 'minute');
  if (minutes < 24 * 60) return ago().format(-Math.floor(minutes / 60), 'hour');
  const days = Math.floor(minutes / (24 * 60));
  return days < 7 ? ago().format(-days, 'day') : formatDate(iso);
}

/** "1 app", "12 apps". */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** "contact_info" → "Contact info". */
export function fromSnake(word: string): string {
  const spaced = word.replace(/[_-]+/g, ' ').trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

const languages = once(() => new Intl.DisplayNames(locale, { type: 'language' }));

export function languageName(code: string): string {
  try {
    return languages().of(code) ?? code;
  } catch {
    return code;
  }
}

export const platformNames: Record<string, string> = {
  android: 'Android',
  ios: 'iOS',
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
  web: 'Web',
};
