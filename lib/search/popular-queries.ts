import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/lib/context';
import { deriveKey } from '@/lib/derive-key';
import { deleteInBatches } from '@/lib/events/schedule/delete-in-batches';
import type { Job } from '@/lib/events/schedule/job';
import { textArray } from '@/lib/sql';
import { crowd, emptySketch, peopleIn, withPerson } from './sketch';

// What people search for, without the people. Searches wait in the process for some seconds and are counted together;
// those that wait are lost when it ends.

/** As long as somebody goes on typing, what was searched for on the way is not a query. */
const typingMs = 10_000;
const flushMs = 2_000;
const maxWaiting = 10_000;
const keptDays = 90;

type Typed = { q: string; found: number; at: number };
/** People as numbers of the month's key. */
type Counted = { q: string; month: string; people: Set<number>; searches: number; found: number; at: number };
type Buffers = { typing: Map<string, Typed>; counted: Map<string, Counted>; isScheduled: boolean };

const store = globalThis as typeof globalThis & { pomonaSearches?: WeakMap<object, Buffers> };

// On globalThis: the server and Next's bundle hold two copies of this module.
store.pomonaSearches ??= new WeakMap();
const buffers = store.pomonaSearches;

function buffersOf(db: object): Buffers {
  const known = buffers.get(db) ?? { typing: new Map(), counted: new Map(), isScheduled: false };
  buffers.set(db, known);
  return known;
}

/** Whether it may be kept: short, and nothing like an address or a number of somebody's. */
export function isCountable(q: string): boolean {
  const { length } = [...q];
  return length >= 1 && length <= 100 && !/\S@\S/.test(q) && !/\p{Nd}(?:[\s()./+-]*\p{Nd}){6}/u.test(q);
}

/** Counts a search, `q` normalised, some seconds later; nobody waits for it, and it never fails. */
export function recordSearch(
  ctx: Ctx,
  { q, address, found }: { q: string; address?: string | undefined; found: number },
): void {
  const person = personOf(ctx, address);
  if (person === null || !isCountable(q)) return;
  const waiting = buffersOf(ctx.db);
  const at = ctx.now.getTime();
  const before = waiting.typing.get(person);
  const isSame = before?.q === q && at - before.at < typingMs;
  const isTyping = before !== undefined && (q.startsWith(before.q) || before.q.startsWith(q));
  if (before && !(isTyping && at - before.at < typingMs)) count(waiting, person, before);
  if (before || waiting.typing.size < maxWaiting) waiting.typing.set(person, { q, found, at: isSame ? before.at : at });
  if (!waiting.isScheduled) schedule(ctx, waiting);
}

function personOf(ctx: Ctx, address: string | undefined): string | null {
  if (ctx.actor.kind === 'user') return `user ${ctx.actor.userId}`;
  return ctx.actor.kind === 'anonymous' && address ? `address ${networkOf(address)}` : null;
}

/** Of IPv6 the first 64 bits: the rest is whatever a device likes. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length;
  return [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0')].slice(0, 4).join(':');
}

function count(waiting: Buffers, person: string, { q, found, at }: Typed): void {
  const month = monthOf(new Date(at));
  const name = `${month} ${q}`;
  const counted = waiting.counted.get(name) ?? { q, month, people: new Set(), searches: 0, found, at };
  if (!waiting.counted.has(name) && waiting.counted.size >= maxWaiting) return;
  counted.people.add(numberOf(person, q, month));
  waiting.counted.set(name, { ...counted, searches: counted.searches + 1, found, at: Math.max(at, counted.at) });
}

const monthOf = (date: Date) => date.toISOString().slice(0, 7);

/** Another one for each query and month, and nobody's without the key of this store. */
const numberOf = (person: string, q: string, month: string): number =>
  createHmac('sha256', deriveKey(`search people ${month}`))
    .update(`${person}|${q}`)
    .digest()
    .readUInt32BE();

function schedule(ctx: Ctx, waiting: Buffers): void {
  waiting.isScheduled = true;
  setTimeout(async () => {
    try {
      await countSearches({ ...ctx, now: new Date() });
    } catch (error) {
      ctx.log.warn({ err: error }, 'searches could not be counted');
    }
    waiting.isScheduled = false;
    if (waiting.typing.size > 0) schedule(ctx, waiting);
  }, flushMs).unref();
}

/** Writes what was searched for and is not being typed any more. */
export async function countSearches(ctx: Ctx): Promise<void> {
  const waiting = buffersOf(ctx.db);
  for (const [person, typed] of waiting.typing) {
    if (ctx.now.getTime() - typed.at < typingMs) continue;
    waiting.typing.delete(person);
    count(waiting, person, typed);
  }
  const all = [...waiting.counted.values()].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  waiting.counted.clear();
  for (const searches of Map.groupBy(all, ({ month }) => month).values()) await write(ctx, searches);
}

type Row = { query: string; people: number; sketch: string; month: string };

async function write(ctx: Ctx, searches: readonly Counted[]): Promise<void> {
  const byQuery = new Map(searches.map((one) => [one.q, one]));
  const queries = textArray([...byQuery.keys()]);
  await inTransaction(ctx, async ({ db }) => {
    // In one order, so that processes that count at once wait for each other, and never in a circle.
    await db.execute(sql`
      insert into search_queries (query, searches, people, sketch, found, last_searched_at)
      select query, 0, 0, decode(${emptySketch().toString('hex')}, 'hex'), 0, '-infinity' from unnest(${queries}) query
      order by query on conflict (query) do nothing`);
    const rows = await db.execute<Row>(sql`
      select query, people, encode(sketch, 'hex') as sketch,
        case when isfinite(last_searched_at) then to_char(last_searched_at at time zone 'UTC', 'YYYY-MM') else '' end as month
      from search_queries where query = any(${queries}) order by query for update`);
    const changes = rows.flatMap((row) => {
      const counted = byQuery.get(row.query);
      return counted ? [{ query: row.query, ...merge(row, counted) }] : [];
    });
    await db.execute(sql`
      update search_queries s set searches = s.searches + c.searches, people = c.people, sketch = decode(c.sketch, 'hex'),
        found = c.found, last_searched_at = greatest(s.last_searched_at, c.at)
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as c (query text, searches int, people int, sketch text, found int, at timestamptz)
      where s.query = c.query`);
  });
}

/** A month's key makes other numbers of the same people, so each month has a sketch of its own. */
function merge(row: Row, counted: Counted) {
  const { month, searches, found, people } = counted;
  const at = new Date(counted.at).toISOString();
  const kept = Buffer.from(row.sketch, 'hex');
  if (row.month > month) return { searches, found, at, people: row.people, sketch: row.sketch };
  let sketch = row.month === month ? kept : emptySketch();
  for (const person of people) sketch = withPerson(sketch, person);
  const before = row.month === month ? row.people : row.month === monthBefore(month) ? peopleIn(kept) : 0;
  return { searches, found, at, people: Math.max(before, peopleIn(sketch)), sketch: sketch.toString('hex') };
}

const monthBefore = (month: string) => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return monthOf(new Date(Date.UTC(year, number - 2, 1)));
};

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Queries of at least 20 people that found something and begin so, those of most people first. */
export async function listQueriesFrom(ctx: Ctx, start: string, limit: number): Promise<string[]> {
  const rows = await ctx.db.execute<{ query: string }>(sql`
    select query from search_queries
    where people >= ${crowd} and found > 0 and query like ${`${escapeLike(start)}%`}
    order by people desc, searches desc, query limit ${limit}`);
  return rows.map(({ query }) => query);
}

/** The ten queries of most people. */
export const listPopularQueries = (ctx: Ctx): Promise<string[]> => listQueriesFrom(ctx, '', 10);

const forgetQueries: Job = {
  name: 'search.forget_queries',
  purpose: 'Forgets what nobody searched for in 90 days; what nobody searched for since last month is not popular',
  cron: '40 3 * * *',
  async run({ db, now }, signal) {
    const forgotten = await deleteInBatches(signal, (limit) =>
      db.execute(sql`
        delete from search_queries where query in (
          select query from search_queries
          where last_searched_at < ${now.toISOString()}::timestamptz - make_interval(days => ${keptDays}) limit ${limit})
        returning 1`),
    );
    const lastMonth = `${monthBefore(monthOf(now))}-01T00:00:00Z`;
    const faded = await db.execute(sql`
      update search_queries set people = 0 where people > 0 and last_searched_at < ${lastMonth}::timestamptz returning 1`);
    return `${forgotten} queries forgotten, ${faded.length} no longer popular`;
  },
};

export const popularQueryJobs = [forgetQueries];
