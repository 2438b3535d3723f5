import { describe, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createPurchase } from '@/tests/factories';
import { codeOf } from '@/tests/purchases';
import { catalogHandlers } from './handlers';
import { unwishApp } from './unwish-app';
import { isOnWishlist, listWishlist } from './wishlist';
import { wishForApp } from './wish-for-app';

const t = testDatabase();

async function scene() {
  const actor = await createActor(t.db);
  const at = (seconds = 0) => t.ctx({ actor, now: new Date(Date.now() + seconds * 1000) });
  const names = async () => (await listWishlist(at(), { limit: 100 })).items.map(({ app }) => app.name);
  return { actor, at, names };
}

const rowsOf = async (userId: string) =>
  (await t.sql`select app_id from wishlist_items where user_id = ${userId}`).length;

describe('wishing for an app', () => {
  test('puts it first, with its price of today, by id, slug or bundle id', async () => {
    const { at, names } = await scene();
    const [one, two, three] = [
      await createApp(t.db, { prices: [{ amountMinor: 299 }] }),
      await createApp(t.db),
      await createApp(t.db),
    ];
    await wishForApp(at(0), one.app.id);
    await wishForApp(at(1), two.app.slug);
    await wishForApp(at(2), three.app.bundleId);
    expect(await names()).toEqual([three.app.name, two.app.name, one.app.name]);
    const { items } = await listWishlist(at(), { limit: 100 });
    expect(items[2]?.app.price).toMatchObject({ id: one.price.id, amountMinor: 299 });
    expect(await isOnWishlist(at(), one.app.id)).toBe(true);
    expect(await isOnWishlist(t.ctx({ actor: await createActor(t.db) }), one.app.id)).toBe(false);
    expect(await isOnWishlist(t.ctx(), one.app.id)).toBe(false);
  });

  test('twice, at once too, keeps it once where it was', async () => {
    const { actor, at, names } = await scene();
    const [first, second] = [await createApp(t.db), await createApp(t.db)];
    await Promise.all([1, 2, 3, 4].map(() => wishForApp(at(0), first.app.id)));
    await wishForApp(at(1), second.app.id);
    await wishForApp(at(2), first.app.id);
    expect(await names()).toEqual([second.app.name, first.app.name]);
    expect(await rowsOf(actor.userId)).toBe(2);
  });

  test('is refused to a visitor, and of what is not listed', async () => {
    const { actor, at } = await scene();
    const hidden = await createApp(t.db, { status: 'hidden' });
    const listed = await createApp(t.db);
    expect(await codeOf(wishForApp(t.ctx(), listed.app.id))).toBe('401 not_signed_in');
    for (const ref of [hidden.app.id, hidden.app.slug, newId(), 'nothing-here', 'com.example.nothing']) {
      expect(await codeOf(wishForApp(at(), ref))).toBe('404 not_found');
    }
    expect(await rowsOf(actor.userId)).toBe(0);
  });

  test('at 999 apps, of two at once one gets in; what is on the full list stays on it', async () => {
    const { actor, at } = await scene();
    const { app } = await createApp(t.db);
    await t.sql`
      insert into apps (id, organization_id, bundle_id, slug, name, category_slug, status, created_at, updated_at)
      select gen_random_uuid(), ${app.organizationId}, 'com.example.many' || n, 'many-' || n, 'Many', ${app.categorySlug}, 'listed', now(), now()
      from generate_series(1, 999) n`;
    await t.sql`insert into wishlist_items select ${actor.userId}, id, now() from apps where slug like 'many-%'`;
    const others = [await createApp(t.db), await createApp(t.db)];
    const codes = await Promise.all(others.map((other) => codeOf(wishForApp(at(), other.app.id))));
    expect(codes.sort()).toEqual(['409 wishlist_full', 'no refusal']);
    expect(await rowsOf(actor.userId)).toBe(1000);
    await wishForApp(at(), 'many-7');
    expect(await rowsOf(actor.userId)).toBe(1000);
  });
});

describe('a wishlist', () => {
  test('comes in pages that neither repeat nor lose what was added at one moment', async () => {
    const { at } = await scene();
    const wished = await Promise.all([1, 2, 3, 4, 5].map(() => createApp(t.db)));
    const moment = at();
    for (const { app } of wished) await wishForApp(moment, app.id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listWishlist(at(), { limit: 2, cursor });
      seen.push(...page.items.map((item) => item.app.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(wished.map(({ app }) => app.id).sort());
    expect(await codeOf(listWishlist(at(), { limit: 2, cursor: 'nonsense' }))).toBe('400 invalid_cursor');
  });

  test('keeps what the store does not list any more, marked, and it can be taken off', async () => {
    const { actor, at } = await scene();
    const { app } = await createApp(t.db);
    await wishForApp(at(), app.id);
    await t.sql`update apps set status = 'removed' where id = ${app.id}`;
    expect((await listWishlist(at(), { limit: 10 })).items.map((item) => item.app.isListed)).toEqual([false]);
    await unwishApp(at(), app.slug);
    expect(await rowsOf(actor.userId)).toBe(0);
  });

  test('is its owner’s alone: others take nothing off it, and twice off is no mistake', async () => {
    const { actor, at } = await scene();
    const { app } = await createApp(t.db);
    await wishForApp(at(), app.id);
    await unwishApp(t.ctx({ actor: await createActor(t.db) }), app.id);
    expect(await codeOf(unwishApp(t.ctx(), app.id))).toBe('401 not_signed_in');
    expect(await codeOf(listWishlist(t.ctx(), { limit: 10 }))).toBe('401 not_signed_in');
    expect(await rowsOf(actor.userId)).toBe(1);
    await Promise.all([unwishApp(at(), app.id), unwishApp(at(), app.id)]);
    expect(await rowsOf(actor.userId)).toBe(0);
    const draft = await createApp(t.db, { status: 'draft' });
    expect(await codeOf(unwishApp(at(), draft.app.slug))).toBe('404 not_found');
    expect(await codeOf(unwishApp(at(), 'nothing-here'))).toBe('404 not_found');
  });

  test('loses what was bought, and only that, of the buyer alone', async () => {
    const [forget] = catalogHandlers;
    const [buyer, other] = [await scene(), await scene()];
    const [bought, wanted] = [await createApp(t.db), await createApp(t.db)];
    for (const { app } of [bought, wanted]) {
      await wishForApp(buyer.at(), app.id);
      await wishForApp(other.at(), app.id);
    }
    const purchase = await createPurchase(t.db, { user: { id: buyer.actor.userId }, ...bought });
    const event = {
      id: newId(),
      type: 'purchase.completed' as const,
      occurredAt: new Date(),
      payload: { purchaseId: purchase.id },
    };
    await Promise.all([forget?.run(t.ctx(), [event]), forget?.run(t.ctx(), [event])]);
    expect(await buyer.names()).toEqual([wanted.app.name]);
    expect(await rowsOf(other.actor.userId)).toBe(2);
  });
});
