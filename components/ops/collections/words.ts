import type { CollectionState, CollectionSummary } from '@/lib/catalog/schema';
import { once } from '@/lib/once';

export const stateWords: Record<CollectionState, string> = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  live: 'Live',
  ended: 'Ended',
};

export const stateTones = { draft: 'plain', scheduled: 'warning', live: 'good', ended: 'plain' } as const;

export const kindWords: Record<CollectionSummary['kind'], string> = { story: 'Story', list: 'List' };

/** Combining marks, which decomposition leaves behind letters. */
const marks = /\p{M}/gu;

/** "Crème brûlée!" → "creme-brulee"; empty where no letter has a Latin one behind it. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}

/** Another picture of the same scene. */
export const newSeed = () => Math.random().toString(36).slice(2, 10) || 'seed';

const pad = (value: number) => String(value).padStart(2, '0');

/** An instant as a field of the browser's own time wants it. */
export function toLocal(iso: string | null): string {
  if (iso === null) return '';
  const date = new Date(iso);
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** The instant that a field of the browser's own time names; null for an empty or half-typed one. */
export function fromLocal(value: string): string | null {
  const date = new Date(value);
  return value === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

const moment = once(() => new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }));

export const localMoment = (iso: string) => moment().format(new Date(iso));

/** "Europe/Berlin, GMT+1" */
export function zoneName(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const offset = new Intl.DateTimeFormat('en', { timeZoneName: 'shortOffset' })
    .formatToParts(new Date())
    .find(({ type }) => type === 'timeZoneName')?.value;
  return offset && offset !== zone ? `${zone}, ${offset}` : zone;
}
