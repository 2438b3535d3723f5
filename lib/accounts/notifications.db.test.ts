import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { users } from '@/db/schema';
import { inTransaction } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createUser } from '@/tests/factories';
import { codeOf } from '@/tests/purchases';
import { accountHandlers } from './handlers';
import { listNotifications } from './notifications';
import { type News, notify } from './notify';
import { openSession } from './open-session';
import { readNotifications } from './read-notifications';

const t = testDatabase();
const start = Date.now();

async function scene() {
  const actor = await createActor(t.db);
  const at = (seconds = 0) => t.ctx({ actor, now: new Date(start + seconds * 1000) });
  const tell = (seconds: number, ...news: News[]) => inTransaction(at(seconds), (ctx) => notify(ctx, ...news));
  const passwords = (count: number): News[] =>
    Array.from({ length: count }, () => ({
      userId: actor.userId,
      kind: 'password_changed',
      data: {},
      href: '/account',
    }));
  const list = (limit = 100, cursor?: string) => listNotifications(at(), { limit, cursor });
  return { actor, at, tell, passwords, list };
}

describe('notifications', () => {
  test('come newest first, with the icon of the app they are about, and the number of unread ones', async () => {
    const { actor, tell, passwords, list } = await scene();
    const { app } = await createApp(t.db);
    await tell(0, ...passwords(1));
    await tell(1, {
      userId: actor.userId,
      kind: 'app_updated',
      data: { appId: app.id, app: app.name, version: '2.4' },
      href: `/apps/${app.slug}`,
    });
    const { items, unreadCount, nextCursor } = await list();
    expect(items).toMatchObject([
      { kind: 'app_updated', data: { version: '2.4' }, app: { name: app.name, color: '#3366cc' }, readAt: null },
      { kind: 'password_changed', data: {}, app: null, href: '/account' },
    ]);
    expect(items[0]?.app?.iconUrl).toMatch(/^\/media\/[0-9a-f-]{36}\/\d+\.webp$/);
    expect([unreadCount, nextCursor]).toEqual([2, null]);
  });

  test('come in pages that neither repeat nor lose what came at one moment', async () => {
    const { tell, passwords, list } = await scene();
    await tell(0, ...passwords(3));
    await tell(1, ...passwords(2));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(2, cursor);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    expect(await codeOf(list(2, 'nonsense'))).toBe('400 invalid_cursor');
  });

  test('go away with the transaction that told them, and are not for accounts that were erased', async () => {
    const { actor, at, tell, passwords, list } = await scene();
    const failing = inTransaction(at(), async (ctx) => {
      await notify(ctx, ...passwords(1));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect((await list()).items).toEqual([]);
    await t.db.update(users).set({ erasedAt: new Date() }).where(eq(users.id, actor.userId));
    await tell(0, ...passwords(1));
    expect((await list()).items).toEqual([]);
  });

  test('are for their person only: a visitor gets none, and nobody reads those of others', async () => {
    const { tell, passwords, list } = await scene();
    const other = await scene();
    await tell(0, ...passwords(2));
    const ids = (await list()).items.map(({ id }) => id);
    expect(await codeOf(listNotifications(t.ctx(), { limit: 10 }))).toBe('401 not_signed_in');
    expect(await codeOf(readNotifications(t.ctx(), { ids }))).toBe('401 not_signed_in');
    expect((await other.list()).items).toEqual([]);
    await readNotifications(other.at(), { ids });
    await readNotifications(other.at(), { before: new Date(start + 1e9).toISOString() });
    expect((await list()).unreadCount).toBe(2);
  });
});

describe('reading', () => {
  test('some by id leaves the others, and twice, at once too, keeps the first time', async () => {
    const { at, tell, passwords, list } = await scene();
    await tell(0, ...passwords(3));
    const [first] = (await list()).items;
    const ids = [first?.id ?? '', newId()];
    expect(await readNotifications(at(10), { ids })).toEqual({ unreadCount: 2 });
    await Promise.all([readNotifications(at(20), { ids }), readNotifications(at(30), { ids })]);
    expect((await list()).items.find(({ id }) => id === first?.id)?.readAt).toBe(at(10).now.toISOString());
  });

  test('all up to a moment leaves what came after it', async () => {
    const { at, tell, passwords, list } = await scene();
    await tell(0, ...passwords(2));
    const [newest] = (await list()).items;
    await tell(5, ...passwords(1));
    expect(await readNotifications(at(6), { before: newest?.createdAt ?? '' })).toEqual({ unreadCount: 1 });
  });
});

describe('news about the account', () => {
  test('a changed password is told once, however often the event comes', async () => {
    const { actor, list } = await scene();
    const event = {
      id: newId(),
      type: 'account.password_changed' as const,
      occurredAt: new Date(),
      payload: { userId: actor.userId },
    };
    const [handler] = accountHandlers;
    await Promise.all([handler?.run(t.ctx(), [event]), handler?.run(t.ctx(), [event, event])]);
    expect((await list()).items).toMatchObject([{ kind: 'password_changed' }]);
  });

  test('a new kind of device is told of; the first one, and one that is known, are not', async () => {
    const user = await createUser(t.db);
    const enter = (userAgent: string) =>
      openSession(t.ctx(), user, { userAgent, address: '10.0.0.1' }, eq(users.id, user.id));
    const told = () => t.sql`select data->>'device' as device from notifications where user_id = ${user.id}`;
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/';
    await enter(`${firefox}140.0`);
    await enter(`${firefox}141.0`);
    expect(await told()).toEqual([]);
    await enter('curl/8.5.0');
    await enter('curl/8.6.0');
    expect(await told()).toEqual([{ device: 'curl' }]);
  });
});
