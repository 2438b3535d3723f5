import { describe, expect, test } from 'vitest';
import { POST as exportRoute } from '@/app/api/v1/me/export/route';
import * as schema from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { inTransaction } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import {
  createActor,
  createApp,
  createOrganization,
  createPaymentMethod,
  createPurchase,
  createReview,
  createUser,
  PASSWORD,
} from '@/tests/factories';
import { visitor } from '@/tests/visitor';
import { exportMe } from './export-me';
import { accountExport } from './schema';

const t = testDatabase();
const now = new Date();

async function exported(actor: Awaited<ReturnType<typeof createActor>>) {
  let text = '';
  for await (const piece of await exportMe(t.ctx({ actor }))) text += piece;
  return { text, data: JSON.parse(text) as Record<string, Record<string, unknown>[]> };
}

/** One of everything that an account can have. */
async function leaveTraces(userId: string, mark: string) {
  const user = { id: userId };
  const at = { createdAt: now };
  const { app, price, version } = await createApp(t.db, { name: `App of ${mark}`, prices: [{ amountMinor: 299 }] });
  const { id: purchaseId } = await createPurchase(t.db, { user, app, price });
  await t.db.insert(schema.refunds).values({
    id: newId(),
    purchaseId,
    userId,
    amountMinor: 299,
    currency: 'USD',
    reason: 'OTHER',
    status: 'refused',
    note: 'of an admin',
    ...at,
    decidedAt: now,
  });
  await createPaymentMethod(t.db, user, { label: `Card of ${mark}`, token: 'sandbox:secret-token' });
  await t.db
    .insert(schema.deliveries)
    .values({ id: newId(), userId, appId: app.id, versionId: version.id, country: 'US', ...at });
  await createReview(t.db, { user, app }, { body: `Words of ${mark}` });
  const review = await createReview(t.db, { app });
  await t.db.insert(schema.reviewVotes).values({ reviewId: review.id, userId, isHelpful: true, ...at });
  await t.db.insert(schema.wishlistItems).values({ userId, appId: app.id, ...at });
  await t.db
    .insert(schema.appReports)
    .values({ id: newId(), appId: app.id, userId, reason: 'scam', note: `Note of ${mark}`, ...at });
  await t.db
    .insert(schema.reviewReports)
    .values({ id: newId(), reviewId: review.id, userId, reason: 'spam', note: `Report of ${mark}`, ...at });
  await t.db
    .insert(schema.notifications)
    .values({ id: newId(), userId, kind: 'password_changed', href: '/account', ...at });
  await t.db.insert(schema.mails).values({
    id: newId(),
    userId,
    kind: 'verify_email',
    recipient: `${mark}@example.com`,
    subject: `To ${mark}`,
    body: 'secret link',
    ...at,
  });
  await t.db.insert(schema.identities).values({ issuer: 'https://id.example', subject: mark, userId, ...at });
  await createOrganization(t.db, { ownerId: userId, name: `Team of ${mark}` });
  await inTransaction(t.ctx({ actor: { kind: 'user', userId, sessionId: newId(), roles: [], country: 'US' } }), (ctx) =>
    appendAudit(ctx, {
      action: 'test.done',
      subjectType: 'app',
      subjectId: app.id,
      changes: { secret: 1 },
      reason: mark,
    }),
  );
}

describe('an export', () => {
  test('holds everything about me, nothing of anybody else and no secrets', async () => {
    const [me, other] = [await createActor(t.db, { name: 'Ada' }), await createActor(t.db)];
    await leaveTraces(me.userId, 'ada');
    await leaveTraces(other.userId, 'somebody-else');
    const { text, data } = await exported(me);
    expect(() => accountExport.parse(data)).not.toThrow();
    const { exportedAt, profile, ...sections } = data;
    expect(profile).toMatchObject({ id: me.userId, name: 'Ada', hasPassword: true });
    expect(exportedAt).toMatch(/Z$/);
    for (const [name, rows] of Object.entries(sections)) expect([name, rows.length]).toEqual([name, 1]);
    expect(data.purchases?.[0]).toMatchObject({
      amountMinor: 299,
      currency: 'USD',
      status: 'completed',
      app: { name: 'App of ada' },
    });
    expect(data.paymentMethods?.[0]).toMatchObject({ label: 'Card of ada' });
    expect(data.reviews?.[0]).toMatchObject({ body: 'Words of ada', rating: 4 });
    expect(data.reviewReports?.[0]).toMatchObject({ reason: 'spam', note: 'Report of ada' });
    expect(data.mails?.[0]).toMatchObject({ subject: 'To ada' });
    for (const secret of ['somebody-else', 'secret', 'argon2', other.userId]) expect(text).not.toContain(secret);
  });

  test('of an account of many rows leaves none out and repeats none, and comes in pieces', async () => {
    const actor = await createActor(t.db);
    const rows = Array.from({ length: 2_501 }, (_, i) => ({
      id: newId(),
      userId: actor.userId,
      kind: 'password_changed',
      href: '/account',
      // Many at the same moment, as a batch writes them.
      createdAt: new Date(now.getTime() + (i % 3)),
    }));
    await t.db.insert(schema.notifications).values(rows);
    const { data } = await exported(actor);
    const ids = data.notifications?.map(({ id }) => id) ?? [];
    expect(ids).toHaveLength(rows.length);
    expect(new Set(ids)).toEqual(new Set(rows.map(({ id }) => id)));
    let largest = 0;
    for await (const piece of await exportMe(t.ctx({ actor }))) largest = Math.max(largest, piece.length);
    expect(largest).toBeLessThan(JSON.stringify(rows).length);
  });

  test('is a file with its day in its name, five times an hour, and not for strangers', async () => {
    const user = await createUser(t.db);
    const client = visitor();
    const post = () => client.call(exportRoute, 'POST', '/api/v1/me/export');
    expect((await post()).status).toBe(401);
    await client.signIn(user.email, PASSWORD);
    const answer = await post();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    const today = now.toISOString().slice(0, 10);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="my-data-${today}.json"`);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(await answer.json()).toMatchObject({ profile: { email: user.email } });
    for (let i = 0; i < 4; i += 1) await (await post()).body?.cancel();
    expect((await post()).status).toBe(429);
  });
});
