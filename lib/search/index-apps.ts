import { sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/lib/context';
import { buildDocuments, type SearchDocument } from './documents';
import type { SearchEngine } from './engine';
import { readMaxima } from './maxima';

const batchSize = 1_000;

/** Whoever wants an app that Postgres is writing waits for the whole batch. */
const smallBatch = 500;

/** Any number, the same everywhere; beside it stands the app. */
const lockKey = 7_301_011;

/** How often an app may change while a document of it is on its way. */
const attempts = 5;

/** An engine other than Postgres did not take what it was given, or is away; says why in words for admins. */
export class NotTaken extends Error {
  constructor(engine: SearchEngine, why: unknown) {
    super(`${engine.name}: ${why instanceof Error ? why.message : String(why)}`);
    this.name = 'NotTaken';
  }
}

/**
 * Makes an engine know these apps as they are now: puts documents of those that are listed and removes the others, up to
 * 1,000 at a time. Whoever does so at the same time, the newest state stays. In Postgres each batch is a transaction of
 * its own, unless one is open; for another engine none may be open, and what it does not take throws `NotTaken`.
 */
export async function indexApps(ctx: Ctx, engine: SearchEngine, ids: readonly string[]): Promise<void> {
  const isInPostgres = engine.name === 'postgres';
  const isOpen = 'rollback' in ctx.db;
  // One order for everybody, so that two batches cannot wait for each other.
  const batches = batchesOf([...new Set(ids)].sort(), isInPostgres && !isOpen ? smallBatch : batchSize);
  // A batch that fails ends the generator, and with it both.
  const work = async () => {
    for (const batch of batches) {
      if (isInPostgres) await inTransaction(ctx, (tx) => putLocked(tx, engine, batch));
      else await putUntilTrue(ctx, engine, batch);
    }
  };
  // While one batch is written the next is made; an open transaction has one connection.
  await Promise.all(isOpen ? [work()] : [work(), work()]);
}

function* batchesOf(ids: readonly string[], size: number): Generator<string[]> {
  for (let from = 0; from < ids.length; from += size) yield ids.slice(from, from + size);
}

/**
 * Whoever else indexes one of these apps waits, and then reads what is newer: a change is committed before anybody is told
 * of it.
 */
async function putLocked(ctx: Ctx, engine: SearchEngine, ids: readonly string[]): Promise<void> {
  // The random end of an id stands for it.
  const keys = [...new Set(ids.map((id) => Number.parseInt(id.slice(-6), 16)))].sort((a, b) => a - b);
  await ctx.db.execute(
    sql`select pg_advisory_xact_lock(${lockKey}, key) from unnest(${sql.param(`{${keys.join(',')}}`)}::int[]) as t(key)`,
  );
  await write(ctx, engine, ids, await buildDocuments(ctx, await readMaxima(ctx), ids));
}

/** Nobody waits for an engine that is elsewhere: what changed while it was told is told again. */
async function putUntilTrue(ctx: Ctx, engine: SearchEngine, ids: readonly string[]): Promise<void> {
  const maxima = await readMaxima(ctx);
  let open = ids;
  let documents = await buildDocuments(ctx, maxima, open);
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt === attempts) throw new NotTaken(engine, 'apps change faster than they are indexed');
    try {
      await write(ctx, engine, open, documents);
    } catch (error) {
      throw new NotTaken(engine, error);
    }
    const told = versionsOf(documents);
    const present = await buildDocuments(ctx, maxima, open);
    const now = versionsOf(present);
    open = open.filter((id) => told.get(id) !== now.get(id));
    const changed = new Set(open);
    documents = present.filter(({ id }) => changed.has(id));
  }
}

const versionsOf = (documents: readonly SearchDocument[]) => new Map(documents.map(({ id, version }) => [id, version]));

async function write(
  ctx: Ctx,
  engine: SearchEngine,
  ids: readonly string[],
  documents: readonly SearchDocument[],
): Promise<void> {
  const listed = versionsOf(documents);
  const gone = ids.filter((id) => !listed.has(id));
  if (documents.length > 0) await engine.put(ctx, documents);
  if (gone.length > 0) await engine.remove(ctx, gone);
}
