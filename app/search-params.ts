import type { z } from 'zod';
import { AppError } from '@/lib/errors';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The named parameters of a page's address: the first of each, empty and unusable ones left out. */
export async function pick<const K extends string>(
  searchParams: SearchParams,
  names: readonly K[],
): Promise<Partial<Record<K, string>>> {
  const all = await searchParams;
  const picked: Partial<Record<K, string>> = {};
  for (const name of names) {
    const value = [all[name]].flat()[0];
    if (value !== undefined && value !== '' && !value.includes('\0')) picked[name] = value;
  }
  return picked;
}

/** Drops the parameters that a schema refuses, one by one: an address with nonsense in it still shows the page. */
export function keepValid<T extends z.ZodType, P extends Record<string, string>>(schema: T, params: P): P {
  const result = schema.safeParse(params);
  if (result.success) return params;
  const refused = new Set(result.error.issues.map((issue) => String(issue.path[0])));
  return Object.fromEntries(Object.entries(params).filter(([name]) => !refused.has(name))) as P;
}

/** Reads a page of a list; from its beginning when the cursor in the address is none of this list. */
export async function fromCursor<T>(
  cursor: string | undefined,
  read: (cursor: string | undefined) => Promise<T>,
): Promise<{ page: T; cursor?: string }> {
  try {
    return { page: await read(cursor), ...(cursor ? { cursor } : {}) };
  } catch (error) {
    if (cursor === undefined || !(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return { page: await read(undefined) };
  }
}

/** A path with its query, without what is undefined. */
export function addressOf(path: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams(
    Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
  return query ? `${path}?${query}` : path;
}
