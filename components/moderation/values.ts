import type { Difference } from '@/lib/moderation/schema';

/** What a value reads like where it stands in a list or a table. */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  return JSON.stringify(value);
}

export const textList = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(plainText) : value === null || value === undefined ? [] : [plainText(value)];

export type Picture = { id: string; altText: string };

/** A picture is named by its id, by its address, or by a record with one of them. */
function pictureOf(value: unknown): Picture | null {
  if (typeof value === 'string' && value !== '') {
    return { id: /^\/media\/([^/]+)\//.exec(value)?.[1] ?? value, altText: '' };
  }
  if (typeof value !== 'object' || value === null) return null;
  const { id, url, altText } = value as Record<string, unknown>;
  const picture = pictureOf(id ?? url);
  return picture && { ...picture, altText: plainText(altText) };
}

/** One picture, or the pictures of a list. */
export const picturesOf = (value: unknown): Picture[] =>
  [value].flat().flatMap((item) => {
    const picture = pictureOf(item);
    return picture ? [picture] : [];
  });

/** One change of the audit log: what it was and what it became; only `after` where it is a plain fact. */
export type ChangeView = { name: string; before: string | null; after: string };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const orNothing = (text: string) => (text === '' ? '–' : text);
const shown = (value: unknown) => orNothing(Array.isArray(value) ? value.map(plainText).join(', ') : plainText(value));

const pairs = [
  ['from', 'to'],
  ['before', 'after'],
] as const;

/** What a row of the audit log changed, as lines to read. Texts that people wrote stand beside it by their own names. */
export function changesOf(changes: Record<string, unknown>): ChangeView[] {
  return linesOf('', Object.fromEntries(Object.entries(changes).filter(([name]) => name !== 'texts')));
}

function linesOf(prefix: string, record: Record<string, unknown>): ChangeView[] {
  return Object.entries(record).flatMap(([key, value]) => {
    const name = prefix ? `${prefix}.${key}` : key;
    if (isRecord(value)) {
      const pair = pairs.find(([a, b]) => a in value && b in value);
      if (pair) return [{ name, before: shown(value[pair[0]]), after: shown(value[pair[1]]) }];
      return Object.keys(value).length === 0 ? [{ name, before: null, after: '–' }] : linesOf(name, value);
    }
    const isStep = Array.isArray(value) && value.length === 2 && /^(state|status|claimedBy)$/.test(key);
    if (isStep) return [{ name, before: shown(value[0]), after: shown(value[1]) }];
    return [{ name, before: null, after: shown(value) }];
  });
}

/** Whether there is something on that side of a difference. */
export const isThere = (value: Difference['before']): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
