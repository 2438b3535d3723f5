import { describe, expect, test } from 'vitest';
import { createActor, createApp, createPurchase, createUser } from '@/tests/factories';
import { testDatabase } from '@/tests/database';
import { listPurchases } from './queries';

const database = testDatabase();

async function history(count: number) {
  const actor = await createActor(database.db);
  const user = { id: actor.userId };
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const product = await createApp(database.db);
    // Two by two at the same moment, so that a page may end between them.
    const createdAt = new Date(Date.UTC(2026, 0, 1, 0, Math.floor(i / 2)));
    ids.push((await createPurchase(database.db, { user, ...product }, { createdAt })).id);
  }
  return { actor, ctx: database.ctx({ actor }), user, ids };
}

describe('my purchases', () => {
  test('come newest first, page after page, each once', async () => {
    const { ctx, ids } = await history(7);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPurchases(ctx, { limit: 3, ...(cursor ? { cursor } : {}) });
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect([...seen].sort()).toEqual([...ids].sort());
    expect(seen[0]).toBe(ids[6]);
  });

  test('leave out failed ones unless they are asked for', async () => {
    const { ctx, user, ids } = await history(1);
    const failed = await createPurchase(
      database.db,
      { user, ...(await createApp(database.db)) },
      { status: 'failed', purchasedAt: null, declineCode: 'card_declined' },
    );
    expect((await listPurchases(ctx, { limit: 20 })).items.map((item) => item.id)).toEqual(ids);
    const [item] = (await listPurchases(ctx, { limit: 20, status: 'failed' })).items;
    expect(item).toMatchObject({ id: failed.id, status: 'failed', declineCode: 'card_declined', purchasedAt: null });
    expect(item?.app.name).toEqual(expect.any(String));
  });

  test('keep apps that are no longer listed', async () => {
    const actor = await createActor(database.db);
    const product = await createApp(database.db, { status: 'removed' });
    await createPurchase(database.db, { user: { id: actor.userId }, ...product });
    expect((await listPurchases(database.ctx({ actor }), { limit: 20 })).items).toHaveLength(1);
  });

  test("are nobody else's", async () => {
    await createPurchase(database.db, { user: await createUser(database.db), ...(await createApp(database.db)) });
    const actor = await createActor(database.db);
    expect(await listPurchases(database.ctx({ actor }), { limit: 20 })).toEqual({ items: [], nextCursor: null });
    await expect(listPurchases(database.ctx(), { limit: 20 })).rejects.toMatchObject({ status: 401 });
  });

  test('refuse the cursor of another list', async () => {
    const { ctx } = await history(2);
    const { nextCursor } = await listPurchases(ctx, { limit: 1 });
    for (const cursor of ['nonsense', '', nextCursor ?? '']) {
      await expect(listPurchases(ctx, { limit: 1, status: 'failed', cursor: cursor || 'W10' })).rejects.toMatchObject({
        code: 'invalid_cursor',
      });
    }
  });
});
