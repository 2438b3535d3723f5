import type { Sql } from 'postgres';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { createCategoryFinder, fallbackCategory, type CategoryFinder, type KnownCategory } from './categories';
import type { Format, Problem } from './formats/format';
import { formats, sourceOf } from './formats/formats';
import { loadBatch } from './load-batch';
import { addToBatch, type Batch, clearBatch, createStagingTables, finishTables, newBatch } from './staging';
import { toListing } from './to-listing';

/** A row of a file, or why its line is none. `json` is its text, where that takes less memory than its value. */
export type SourceRow = { line: number; value: unknown; problem?: Problem | undefined; json?: Buffer | undefined };

/** A row that was not taken, as the rejects file has it. */
export type Reject = { line: number; field: string; reason: string; row: unknown };

export type Summary = {
  read: number;
  created: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** Rows that went to Utilities because the store knows no category of that name, by name; '' is none given. */
  unknownCategories: Map<string, number>;
};

export type ImportOptions = {
  rows: AsyncIterable<readonly SourceRow[]>;
  /** The format of rows whose `source` names no other, or of all. */
  format: Format;
  isForced?: boolean;
  /** What the audit log calls it. */
  name: string;
  batchRows?: number;
  onBatch?: (summary: Summary) => void;
  onRejects?: (rejects: readonly Reject[]) => Promise<void>;
  /** Ends the import after the batch that is being loaded. */
  signal?: AbortSignal;
};

type Work = {
  batch: Batch;
  chars: number;
  /** By line: the row, or its JSON. */
  values: Map<number, unknown>;
  rejects: Reject[];
  read: number;
  unknown: string[];
};

/** Measured: fewer rows make more round trips, more rows make longer waits for others and no more speed. */
const defaultBatchRows = 10_000;
const batchChars = 12_000_000;
/** A file may name any number of categories; a summary may not. */
const unknownNames = 200;

const newWork = (batch: Batch): Work => ({ batch, chars: 0, values: new Map(), rejects: [], read: 0, unknown: [] });

/** A row as it was in its file. */
const original = (kept: unknown): unknown => (Buffer.isBuffer(kept) ? JSON.parse(kept.toString('utf8')) : kept);

/**
 * Takes a catalogue's rows into the store, a transaction per batch: apps by bundle id, with organisation, price, icon,
 * imported figures and a version without a file. Rewrites only what was imported from the same source before, and only
 * what differs; what was committed stays when it ends early. `sql` is one connection of its own. For scripts; writes
 * an audit row and publishes no events. Throws 403 `system_only`.
 */
export async function importCatalogue(ctx: Ctx, sql: Sql, options: ImportOptions): Promise<Summary> {
  if (ctx.actor.kind !== 'system') throw new AppError('forbidden', 'system_only');
  const { rows, format, isForced = false, batchRows = defaultBatchRows, onBatch, onRejects, signal } = options;
  const findCategory = await readCategories(sql);
  await createStagingTables(sql);
  const summary: Summary = { read: 0, created: 0, changed: 0, unchanged: 0, rejected: 0, unknownCategories: new Map() };

  const commit = async (work: Work) => {
    const result =
      work.batch.rows > 0
        ? await loadBatch(sql, work.batch, ctx.now)
        : { created: 0, changed: 0, unchanged: 0, refused: [] };
    const refused = result.refused.map((one) => ({ ...one, row: original(work.values.get(one.line)) }));
    const rejects = [...work.rejects, ...refused].sort((a, b) => a.line - b.line);
    if (rejects.length > 0) await onRejects?.(rejects);
    summary.read += work.read;
    summary.created += result.created;
    summary.changed += result.changed;
    summary.unchanged += result.unchanged;
    summary.rejected += rejects.length;
    for (const name of work.unknown) countUnknown(summary, name);
    onBatch?.(summary);
  };

  let work = newWork(newBatch());
  let spare = newBatch();
  let loading = Promise.resolve();
  // The next batch is read while the one before is loaded.
  const flush = async () => {
    const ready = work;
    await loading;
    clearBatch(spare);
    work = newWork(spare);
    spare = ready.batch;
    loading = commit(ready);
    loading.catch(() => undefined);
  };
  try {
    for await (const chunk of rows) {
      for (const row of chunk) take(work, row, isForced ? format : formatOf(row.value, format), findCategory, ctx.now);
      if (work.read >= batchRows || work.chars >= batchChars) await flush();
      if (signal?.aborted) break;
    }
    if (!signal?.aborted && work.read > 0) await flush();
    await loading;
  } finally {
    await loading.catch(() => undefined);
    if (summary.created + summary.changed > 0) {
      await finishTables(sql);
      await audit(ctx, format, options.name, summary);
    }
  }
  return summary;
}

async function readCategories(sql: Sql): Promise<CategoryFinder> {
  const known = await sql<KnownCategory[]>`
    select slug, name, parent_slug as "parentSlug" from categories order by parent_slug is not null, position`;
  if (!known.some(({ slug }) => slug === fallbackCategory)) {
    throw new AppError('conflict', 'no_fallback_category', {
      detail: `This store has no category "${fallbackCategory}", which an import needs for apps of unknown categories.`,
    });
  }
  return createCategoryFinder(known);
}

const formatOf = (value: unknown, otherwise: Format) => formats.get(sourceOf(value) ?? '') ?? otherwise;

function take(work: Work, row: SourceRow, format: Format, findCategory: CategoryFinder, now: Date): void {
  work.read += 1;
  const result = row.problem ? { problem: row.problem } : toListing(format, row.value, findCategory);
  if ('problem' in result) {
    work.rejects.push({ line: row.line, ...result.problem, row: row.value });
    return;
  }
  const { listing } = result;
  if (listing.unknownCategory !== null) work.unknown.push(listing.unknownCategory);
  work.values.set(row.line, row.json ?? row.value);
  work.chars += addToBatch(work.batch, row.line, listing, now);
}

function countUnknown({ unknownCategories }: Summary, name: string): void {
  const isNamed = unknownCategories.has(name) || unknownCategories.size < unknownNames;
  const key = isNamed ? name : '…';
  unknownCategories.set(key, (unknownCategories.get(key) ?? 0) + 1);
}

async function audit(ctx: Ctx, format: Format, name: string, { created, changed, rejected }: Summary): Promise<void> {
  await inTransaction(ctx, (tx) =>
    appendAudit(tx, {
      action: 'catalogue.imported',
      subjectType: 'catalogue',
      subjectId: format.name,
      changes: { file: name, created, changed, rejected },
    }),
  );
}
