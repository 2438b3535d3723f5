import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { Refusal, systemCode } from '../refusal';

export type Row = { line: number; values: Record<string, unknown> };

/** npm runs scripts in the project's folder; a file is meant from where the person is. */
export const pathFrom = (given: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), given);

function contentOf(path: string): string {
  try {
    const bytes = readFileSync(path);
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Refusal(`There is no file ${path}.`);
    if (code === 'EISDIR') throw new Refusal(`${path} is a directory.`);
    if (code === 'EACCES' || code === 'EPERM') throw new Refusal(`This user may not read ${path}.`);
    if (code?.startsWith('Z_')) throw new Refusal(`The gzip data of ${path} is damaged.`);
    throw error;
  }
}

/** The rows of an NDJSON or CSV file, gzip or not. Throws a `Refusal` that names the line for what is neither. */
export function readRows(path: string): Row[] {
  const text = contentOf(path);
  if (text.trim() === '') throw new Refusal(`${path} is empty.`);
  if (!text.trimStart().startsWith('{')) return readCsv(text, path);
  return text.split('\n').flatMap((content, i) => {
    if (content.trim() === '') return [];
    try {
      const values: unknown = JSON.parse(content);
      if (typeof values === 'object' && values !== null && !Array.isArray(values)) {
        return [{ line: i + 1, values: values as Record<string, unknown> }];
      }
    } catch {}
    throw new Refusal(`${path}, line ${i + 1}: no JSON object.`);
  });
}

function readCsv(text: string, path: string): Row[] {
  try {
    const records: { record: Record<string, unknown>; info: { lines: number } }[] = parse(text, {
      columns: true,
      skip_empty_lines: true,
      info: true,
    });
    return records.map(({ record, info }) => ({
      line: info.lines,
      values: Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '')),
    }));
  } catch (error) {
    throw new Refusal(`${path} is neither NDJSON nor CSV: ${error instanceof Error ? error.message : error}.`);
  }
}

/** Reads one column after another of a row, and says in which file and line one is wrong. */
export function columnsOf(path: string, { line, values }: Row) {
  const wrong = (name: string, what: string) => new Refusal(`${basename(path)}, line ${line}: "${name}" is ${what}.`);
  const text = (name: string): string => {
    const value = values[name];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    throw wrong(name, value === undefined ? 'missing' : 'no text');
  };
  return {
    has: (name: string) => values[name] !== undefined && values[name] !== null,
    text,
    number: (name: string): number => {
      const value = Number(text(name));
      if (Number.isFinite(value)) return value;
      throw wrong(name, 'no number');
    },
    time: (name: string): number => {
      const value = values[name];
      const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
      if (Number.isFinite(at)) return at;
      throw wrong(name, value === undefined ? 'missing' : 'no time (write 2026-01-31T12:00:00Z)');
    },
    flag: (name: string): boolean => {
      const value = String(values[name] ?? 'false').toLowerCase();
      if (['true', '1', 'false', '0'].includes(value)) return value === 'true' || value === '1';
      throw wrong(name, 'neither true nor false');
    },
  };
}
