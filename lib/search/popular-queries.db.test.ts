import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '@/db/client';
import { testDatabase } from '@/tests/database';
import type { Ctx } from '@/lib/context';
import { newId } from '@/lib/ids';
import {
  countSearches,
  isCountable,
  listPopularQueries,
  listQueriesFrom,
  popularQueryJobs,
  recordSearch,
} from './popular-queries';

const t = testDatabase();
const second = 1_000;
const day = 86_400 * second;
/** Not before the real clock, by which searches are counted too. */
const start = Date.parse('2099-05-10T12:00:00Z');

const at = (ms: number): Ctx => t.ctx({ now: new Date(ms) });
const countAt = (ms: number) => countSearches(at(ms + 11 * second));
const search = (q: string, address: string | undefined, ms = start, found = 3) =>
  recordSearch(at(ms), { q, address, found });

/** Searches of so many people, counted. */
async function searchedBy(q: string, people: number, ms = start, found = 3) {
  for (let i = 0; i < people; i += 1) search(q, `192.0.2.${i}`, ms, found);
  await countAt(ms);
}

const rows = () =>
  t.sql<{ query: string; people: number; searches: number; found: number }[]>`
    select query, people, searches::int, found from search_queries order by query`;

const forget = async (ms: number) => {
  for (const job of popularQueryJobs) await job.run(at(ms), new AbortController().signal);
};

beforeEach(() => t.sql`delete from search_queries`);

describe('popular queries', () => {
  it('need 20 people: 19 are not enough, and one person is one however often they search', async () => {
    for (let i = 0; i < 1_000; i += 1) {
      search('tide tables', '192.0.2.1', start + i * 11 * second);
      if (i % 250 === 0) await countAt(start + i * 11 * second);
    }
    await countAt(start + 1_000 * 11 * second);
    expect(await rows()).toEqual([{ query: 'tide tables', people: 1, searches: 1_000, found: 3 }]);
    await searchedBy('nineteen', 19);
    expect(await listPopularQueries(t.ctx())).toEqual([]);
    // 20 are enough but for a collision in 43; 25 for all that matters.
    await searchedBy('crowd', 25);
    expect(await listPopularQueries(t.ctx())).toEqual(['crowd']);
  });

  it('count what several processes saw at once', async () => {
    const other = connect(t.url, { max: 2, applicationName: 'pomona-test' });
    for (let i = 0; i < 24; i += 2) {
      const there = { ...at(start), db: other };
      search('weather', `192.0.2.${i}`);
      recordSearch(there, { q: 'weather', address: `192.0.2.${i + 1}`, found: 3 });
      await Promise.all([countAt(start), countSearches({ ...at(start + 11 * second), db: other })]);
    }
    await other.close();
    const [row] = await rows();
    expect(row?.searches).toBe(24);
    expect(row?.people).toBeGreaterThanOrEqual(20);
  });

  it('come with most people first, at most ten, and only those that found something', async () => {
    for (let i = 0; i < 12; i += 1) await searchedBy(`query ${String.fromCharCode(97 + i)}`, 40 + 20 * i);
    await searchedBy('nothing there', 60, start, 0);
    const popular = await listPopularQueries(t.ctx());
    expect(popular).toHaveLength(10);
    expect(popular.slice(0, 1)).toEqual(['query l']);
    expect(popular).not.toContain('nothing there');
    expect(await listQueriesFrom(t.ctx(), 'query a', 5)).toEqual(['query a']);
    expect(await listQueriesFrom(t.ctx(), 'uery', 5)).toEqual([]);
    expect(await listQueriesFrom(t.ctx(), '%', 5)).toEqual([]);
  });

  it('are those that somebody ended with, not what they typed on the way', async () => {
    for (const [i, q] of ['p', 'ph', 'photo', 'photo edi', 'photo editor', 'photo edit'].entries()) {
      search(q, '192.0.2.1', start + i * second);
    }
    await countSearches(at(start + 12 * second));
    expect(await rows()).toEqual([]);
    await countSearches(at(start + 16 * second));
    expect((await rows()).map(({ query }) => query)).toEqual(['photo edit']);
  });

  it('are two when somebody searches for something else, or goes on after a while', async () => {
    search('maps', '192.0.2.1');
    search('notes', '192.0.2.1', start + second);
    search('notes app', '192.0.2.1', start + 12 * second);
    search('maps offline', '192.0.2.2', start + 12 * second);
    await countAt(start + 12 * second);
    expect((await rows()).map(({ query }) => query)).toEqual(['maps', 'maps offline', 'notes', 'notes app']);
  });

  it('take an account, an address and a network of IPv6 for one person each', async () => {
    const userId = newId();
    const actor = { kind: 'user', userId, sessionId: newId(), roles: [], country: 'US' } as const;
    for (const address of ['192.0.2.1', '192.0.2.2', undefined]) {
      recordSearch({ ...at(start), actor }, { q: 'tern', address, found: 1 });
      await countAt(start);
    }
    for (const address of ['2001:db8::1', '2001:db8:0:0:5::2', '2001:db8:0:0:ffff:1:2:3']) {
      search('tern', address);
      await countAt(start);
    }
    search('tern', undefined);
    recordSearch({ ...at(start), actor: { kind: 'system', job: 'a test' } }, { q: 'tern', address: '::1', found: 1 });
    await countAt(start);
    expect((await rows())[0]).toMatchObject({ people: 2, searches: 6 });
  });

  it('are never addresses or numbers of somebody, and neither empty nor long', async () => {
    const personal = ['ana@example.com', 'call +49 170 1234567', '4111 1111 1111 1111', '1234567', 'x'.repeat(101), ''];
    for (const q of personal) {
      expect(isCountable(q), q).toBe(false);
      search(q, '192.0.2.1');
    }
    await countAt(start);
    expect(await rows()).toEqual([]);
    for (const q of ['2048', 'iso 9001', '@ home', 'x'.repeat(100), '天気', '🍎']) expect(isCountable(q), q).toBe(true);
  });

  it('say nothing of who searched', async () => {
    search('tern', '192.0.2.77');
    search('gull', '192.0.2.77');
    await countAt(start);
    const kept = await t.sql<{ text: string; sketch: string }[]>`
      select q::text as text, encode(sketch, 'hex') as sketch from search_queries q`;
    expect(kept.map(({ text }) => text).join()).not.toContain('192.0.2.77');
    expect(new Set(kept.map(({ sketch }) => sketch)).size).toBe(2);
  });
});

describe('with time', () => {
  it('people are those of this month or of the one before, whichever had more', async () => {
    await searchedBy('gardening', 60);
    const june = Date.parse('2099-06-02T12:00:00Z');
    await searchedBy('gardening', 3, june);
    const people = async () => (await rows())[0]?.people ?? 0;
    expect(await people()).toBeGreaterThan(45);
    const july = Date.parse('2099-07-02T12:00:00Z');
    await searchedBy('gardening', 4, july);
    expect(await people()).toBe(4);
    const october = Date.parse('2099-10-02T12:00:00Z');
    await searchedBy('gardening', 2, october);
    expect(await people()).toBe(2);
  });

  it('a query is forgotten after 90 days, and not popular when a whole month has passed it by', async () => {
    await searchedBy('gardening', 60);
    await searchedBy('old', 2, start - 91 * day);
    await forget(start);
    expect((await rows()).map(({ query }) => query)).toEqual(['gardening']);
    await forget(Date.parse('2099-06-30T03:40:00Z'));
    expect(await listPopularQueries(t.ctx())).toEqual(['gardening']);
    await forget(Date.parse('2099-07-01T03:40:00Z'));
    expect(await listPopularQueries(t.ctx())).toEqual([]);
    expect(await rows()).toHaveLength(1);
    await forget(start + 91 * day);
    expect(await rows()).toEqual([]);
  });
});
