import { z } from 'zod';
import { AppError } from './errors';

export type Page<T> = { items: T[]; nextCursor: string | null };

/** An opaque cursor over the sort keys of the last row; `kind` ties it to the list and sort it came from. */
export function encodeCursor(kind: string, keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify([kind, ...keys])).toString('base64url');
}

/** The sort keys in a cursor; throws 400 `invalid_cursor` when it is not one of this list, sort and shape. */
export function decodeCursor<T extends readonly [z.ZodType, ...z.ZodType[]]>(kind: string, cursor: string, shape: T) {
  try {
    const [of, ...keys] = z.array(z.unknown()).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (of === kind) return z.tuple(shape).parse(keys);
  } catch {}
  throw new AppError('invalid', 'invalid_cursor', { detail: 'This cursor does not belong to this list.' });
}

/** Cuts a list fetched with one row too many into a page. */
export function toPage<Row, T>(
  rows: Row[],
  limit: number,
  cursorOf: (row: Row) => string,
  toItem: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toItem), nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}
