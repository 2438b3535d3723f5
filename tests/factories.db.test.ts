import { expect, test } from 'vitest';
import { testDatabase } from './database';
import * as make from './factories';

const t = testDatabase();

test('the factories write rows that satisfy every constraint, unlike each other', async () => {
  const user = await make.createUser(t.db);
  const actor = await make.createActor(t.db, { roles: ['moderator'] });
  const paid = { amountMinor: 299, currency: 'USD' };
  const first = await make.createApp(t.db, { prices: [paid, { ...paid, country: 'DE', currency: 'EUR' }] });
  const second = await make.createApp(t.db, {
    prices: [{ ...paid, kind: 'subscription', period: 'P1M' }],
    stats: { downloads: 7, ratingSum: 9, ratingCount: 2 },
  });
  const third = await make.createApp(t.db);
  await make.createVersion(t.db, first.app, { version: '1.1.0' });
  await make.createPaymentMethod(t.db, user);
  await make.createReview(t.db, { app: first.app });

  const statuses = ['completed', 'refunded', 'failed', 'pending'] as const;
  for (const status of statuses) await make.createPurchase(t.db, { user, ...first }, { status });
  await make.createPurchase(t.db, { user, ...third });

  expect(actor).toMatchObject({ kind: 'user', roles: ['moderator'], country: 'US' });
  expect(second.stats).toMatchObject({ averageRating: 4.5, shownDownloads: 7 });
  expect(new Set([first.app.slug, second.app.slug, third.app.slug]).size).toBe(3);
  expect(await t.sql`select status from sandbox.charges order by status`).toEqual([
    { status: 'refunded' },
    { status: 'succeeded' },
  ]);
  expect(await t.sql`select count(*)::int as n from entitlements where is_active`).toEqual([{ n: 2 }]);
});

test('the context is of a visitor, now, unless told otherwise', async () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const { actor, db } = t.ctx();
  expect(actor).toEqual({ kind: 'anonymous' });
  expect(db === t.db).toBe(true);
  expect(t.ctx({ now }).now).toBe(now);
});
