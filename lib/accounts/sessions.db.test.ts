import { eq } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { sessions } from '@/db/schema';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createSession, createUser } from '@/tests/factories';
import { listSessions } from './queries';
import { revokeSession } from './revoke-session';
import { revokeSessions } from './revoke-sessions';
import { findSessionActor } from './sessions';
import { updateMe } from './update-me';

const database = testDatabase();
const day = 86_400_000;
const later = (ms: number) => new Date(Date.now() + ms);
const rowOf = async (id: string) => (await database.db.select().from(sessions).where(eq(sessions.id, id)))[0];

async function expectEnded(id: string) {
  expect(await findSessionActor(database.ctx(), id)).toBeNull();
  expect((await rowOf(id))?.revokedAt).toBeInstanceOf(Date);
}

describe('a session', () => {
  test('of nobody, of garbage, revoked, expired or of a suspended or erased person is none', async () => {
    const user = await createUser(database.db);
    const ids = [
      newId(),
      'garbage',
      "' or 1=1 --",
      '\0',
      (await createSession(database.db, user, { revokedAt: new Date() })).id,
      (await createSession(database.db, user, { expiresAt: later(-1) })).id,
      (await createSession(database.db, await createUser(database.db, { suspendedAt: new Date() }))).id,
      (await createSession(database.db, await createUser(database.db, { erasedAt: new Date() }))).id,
    ];
    for (const id of ids) expect(await findSessionActor(database.ctx(), id)).toBeNull();
  });

  test('lives 30 days from its last use, and not a moment longer', async () => {
    const { sessionId } = await createActor(database.db);
    expect(await findSessionActor(database.ctx({ now: later(29 * day) }), sessionId)).not.toBeNull();
    expect(await findSessionActor(database.ctx({ now: later(58 * day) }), sessionId)).not.toBeNull();
    expect(await findSessionActor(database.ctx({ now: later(90 * day) }), sessionId)).toBeNull();
  });

  test('writes its last use at most once a minute', async () => {
    const user = await createUser(database.db);
    const fresh = await createSession(database.db, user);
    const stale = await createSession(database.db, user, { lastUsedAt: later(-61_000), expiresAt: later(day) });
    const ctx = database.ctx();
    await findSessionActor(ctx, fresh.id);
    await Promise.all(Array.from({ length: 10 }, () => findSessionActor(ctx, stale.id)));
    expect((await rowOf(fresh.id))?.lastUsedAt).toEqual(fresh.lastUsedAt);
    expect(await rowOf(stale.id)).toMatchObject({
      lastUsedAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + 30 * day),
    });
  });

  test('ended or changed by another process shows within 5 s', async () => {
    const { sessionId, userId } = await createActor(database.db);
    expect(await findSessionActor(database.ctx(), sessionId)).toMatchObject({ roles: [] });
    await database.sql`update users set roles = '{moderator}' where id = ${userId}`;
    const clock = vi.spyOn(performance, 'now');
    try {
      clock.mockReturnValue(performance.now() + 5_001);
      expect(await findSessionActor(database.ctx(), sessionId)).toMatchObject({ roles: ['moderator'] });
      await database.sql`update sessions set revoked_at = now() where id = ${sessionId}`;
      clock.mockReturnValue(performance.now() + 10_002);
      expect(await findSessionActor(database.ctx(), sessionId)).toBeNull();
    } finally {
      clock.mockRestore();
    }
  });

  test('is read from the database once for many requests, and never remembered from a failed read', async () => {
    const { sessionId } = await createActor(database.db);
    const broken = database.ctx({
      db: {
        select: () => {
          throw new Error('away');
        },
      } as never,
    });
    await expect(findSessionActor(broken, sessionId)).rejects.toThrow();
    expect(await findSessionActor(database.ctx(), sessionId)).not.toBeNull();
    expect(await findSessionActor(broken, sessionId)).not.toBeNull();
  });

  test('knows its person’s new country at once', async () => {
    const actor = await createActor(database.db, { country: 'US' });
    await findSessionActor(database.ctx(), actor.sessionId);
    await updateMe(database.ctx({ actor }), { country: 'JP' });
    expect(await findSessionActor(database.ctx(), actor.sessionId)).toMatchObject({ country: 'JP' });
  });
});

describe('the list of my sessions', () => {
  test('shows mine that live, with device, last used first, and none of others', async () => {
    const actor = await createActor(database.db);
    const user = { id: actor.userId };
    const curl = await createSession(database.db, user, { userAgent: 'curl/8.5.0', lastUsedAt: later(-day) });
    await createSession(database.db, user, { revokedAt: new Date() });
    await createSession(database.db, user, { expiresAt: later(-1) });
    await createActor(database.db);
    expect(await listSessions(database.ctx({ actor }))).toEqual([
      expect.objectContaining({ id: actor.sessionId, device: 'Unknown device', isCurrent: true }),
      {
        id: curl.id,
        device: 'curl',
        createdAt: curl.createdAt.toISOString(),
        lastUsedAt: curl.lastUsedAt.toISOString(),
        isCurrent: false,
      },
    ]);
  });

  test('needs a session', async () => {
    await expect(listSessions(database.ctx())).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});

describe('ending sessions', () => {
  test('one of mine, at once, and a second time there is none', async () => {
    const actor = await createActor(database.db);
    const other = await createSession(database.db, { id: actor.userId });
    const ctx = database.ctx({ actor });
    expect(await findSessionActor(ctx, other.id)).not.toBeNull();
    await revokeSession(ctx, { id: other.id });
    await expectEnded(other.id);
    await expect(revokeSession(ctx, { id: other.id })).rejects.toMatchObject({ kind: 'not_found' });
    expect(await findSessionActor(ctx, actor.sessionId)).not.toBeNull();
  });

  test('somebody else’s is not found, and nothing changes', async () => {
    const actor = await createActor(database.db, { roles: ['admin'] });
    const stranger = await createActor(database.db);
    const before = await rowOf(stranger.sessionId);
    await expect(revokeSession(database.ctx({ actor }), { id: stranger.sessionId })).rejects.toMatchObject({
      kind: 'not_found',
    });
    expect(await rowOf(stranger.sessionId)).toEqual(before);
    await expect(revokeSession(database.ctx(), { id: stranger.sessionId })).rejects.toMatchObject({
      code: 'not_signed_in',
    });
  });

  test('all of mine, this one too, and nobody else’s', async () => {
    const actor = await createActor(database.db);
    const other = await createSession(database.db, { id: actor.userId });
    const stranger = await createActor(database.db);
    for (const id of [actor.sessionId, other.id]) await findSessionActor(database.ctx(), id);
    await revokeSessions(database.ctx({ actor }));
    await expectEnded(actor.sessionId);
    await expectEnded(other.id);
    expect((await rowOf(stranger.sessionId))?.revokedAt).toBeNull();
    await expect(revokeSessions(database.ctx())).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});
