import { type SQL, sql } from 'drizzle-orm';

/** A list of ids as one parameter. */
export const uuids = (ids: readonly string[]): SQL => sql`${sql.param(`{${ids.join(',')}}`)}::uuid[]`;

/** A list of any texts as one parameter. */
export const textArray = (values: readonly string[]): SQL =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

/** A moment as text with all its digits, as cursors need it. */
export const instant = (column: SQL): SQL => sql`to_json(${column}) #>> '{}'`;

/** What `instant` gave, as the API writes it. */
export const isoOf = (text: string): string => new Date(text).toISOString();
export const isoOrNull = (text: string | null): string | null => (text === null ? null : isoOf(text));
