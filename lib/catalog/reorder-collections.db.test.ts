import { desc } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditLog } from '@/db/schema';
import type { UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { listCollectionDrafts, listCollections } from './collections';
import { createCollection } from './create-collection';
import { reorderCollections } from './reorder-collections';

const database = testDatabase();
let admin: UserActor;
let moderator: UserActor;

beforeAll(async () => {
  admin = await createActor(database.db, { roles: ['admin'] });
  moderator = await createActor(database.db, { roles: ['moderator'] });
});

const asAdmin = () => database.ctx({ actor: admin });
const lastAudit = async () => (await database.db.select().from(auditLog).orderBy(desc(auditLog.sequence)).limit(1))[0];

const make = () =>
  createCollection(asAdmin(), {
    kind: 'list',
    title: 'Apples',
    slug: `apples-${newId().slice(-8)}`,
    startsAt: new Date(Date.now() - 60_000).toISOString(),
  });

describe('putting collections in order', () => {
  const order = async () => (await listCollectionDrafts(asAdmin())).items.map(({ id }) => id);

  test('holds for the front page too, and once more changes nothing', async () => {
    const made = [await make(), await make(), await make()];
    const { items, version } = await listCollectionDrafts(asAdmin());
    const ids = items.map(({ id }) => id).reverse();
    const after = await reorderCollections(asAdmin(), { ids, version });
    expect(await order()).toEqual(ids);
    expect((await listCollectionDrafts(asAdmin())).version).toBe(after.version);
    const slugs = (await listCollections(database.ctx(), 'US')).map(({ slug }) => slug);
    const places = made.map(({ slug }) => slugs.indexOf(slug));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect((await lastAudit())?.action).toBe('collections.reordered');
    const count = await database.db.$count(auditLog);
    await reorderCollections(asAdmin(), { ids, version: after.version });
    expect(await database.db.$count(auditLog)).toBe(count);
  });

  test('needs every collection, and each once', async () => {
    await make();
    const ids = await order();
    for (const wrong of [ids.slice(1), [...ids, newId()], ids.map((_, i) => ids[i === 0 ? 1 : i] ?? ''), []]) {
      await expect(reorderCollections(asAdmin(), { ids: wrong, version: null })).rejects.toMatchObject({
        code: 'changed_meanwhile',
      });
    }
    expect(await order()).toEqual(ids);
    for (const [ctx, code] of [
      [database.ctx(), 'not_signed_in'],
      [database.ctx({ actor: moderator }), 'role_required'],
    ] as const) {
      await expect(reorderCollections(ctx, { ids: [...ids].reverse(), version: null })).rejects.toMatchObject({ code });
    }
    expect(await order()).toEqual(ids);
  });

  test('by two at once, one is told that it changed meanwhile, and the order is one that somebody asked for', async () => {
    await make();
    const { items, version } = await listCollectionDrafts(asAdmin());
    const ids = items.map(({ id }) => id);
    const wanted = [[...ids].reverse(), [...ids.slice(1), ids[0] ?? '']];
    const results = await Promise.allSettled(
      wanted.map((list) => reorderCollections(asAdmin(), { ids: list, version })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await order()).toEqual(wanted[results.findIndex(({ status }) => status === 'fulfilled')]);
  });
});
