import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { users } from '@/db/schema';
import { testDatabase } from '@/tests/database';
import { createActor, createOrganization } from '@/tests/factories';
import { getMe } from './queries';
import { updateMe } from './update-me';

const database = testDatabase();
const day = 86_400_000;
const rowOf = async (id: string) => (await database.db.select().from(users).where(eq(users.id, id)))[0];

test('who I am names my roles and organisations, and no secret', async () => {
  const actor = await createActor(database.db, { roles: ['moderator'] });
  const { slug, name } = await createOrganization(database.db, { ownerId: actor.userId });
  await createOrganization(database.db);
  const me = await getMe(database.ctx({ actor }));
  expect(me).toMatchObject({ id: actor.userId, roles: ['moderator'], organizations: [{ slug, name, role: 'owner' }] });
  expect(Object.keys(me).sort()).toEqual(
    [
      'country',
      'countryLockedUntil',
      'createdAt',
      'email',
      'hasPassword',
      'id',
      'name',
      'organizations',
      'roles',
    ].sort(),
  );
  await expect(getMe(database.ctx())).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('an erased person is nobody, even in a session that is still remembered', async () => {
  const actor = await createActor(database.db, { erasedAt: new Date() });
  await expect(getMe(database.ctx({ actor }))).rejects.toMatchObject({ kind: 'unauthenticated' });
  await expect(updateMe(database.ctx({ actor }), { name: 'Back' })).rejects.toMatchObject({ kind: 'unauthenticated' });
  expect((await rowOf(actor.userId))?.name).not.toBe('Back');
});

describe('changing who I am', () => {
  test('changes my name only, and mine only', async () => {
    const [actor, other] = [await createActor(database.db), await createActor(database.db)];
    const before = await rowOf(other.userId);
    const me = await updateMe(database.ctx({ actor }), { name: `'; DROP TABLE users; --` });
    expect(me).toMatchObject({ name: `'; DROP TABLE users; --`, country: 'US', countryLockedUntil: null });
    expect(await rowOf(other.userId)).toEqual(before);
    await expect(updateMe(database.ctx(), { name: 'Nobody' })).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  test('changes my country once in 30 days', async () => {
    const actor = await createActor(database.db, { country: 'US' });
    const ctx = database.ctx({ actor });
    const until = new Date(ctx.now.getTime() + 30 * day).toISOString();
    expect(await updateMe(ctx, { country: 'DE' })).toMatchObject({ country: 'DE', countryLockedUntil: until });
    await expect(updateMe(ctx, { country: 'JP', name: 'Half done' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'country_locked',
      extras: { members: { countryLockedUntil: until } },
    });
    expect(await rowOf(actor.userId)).toMatchObject({ country: 'DE', countryChangedAt: ctx.now });
    expect((await rowOf(actor.userId))?.name).not.toBe('Half done');
    const later = database.ctx({ actor, now: new Date(ctx.now.getTime() + 30 * day) });
    expect(await updateMe(later, { country: 'JP' })).toMatchObject({ country: 'JP' });
  });

  test('to the country I have, or to nothing new, is no change', async () => {
    const actor = await createActor(database.db, { country: 'US' });
    const ctx = database.ctx({ actor });
    expect(await updateMe(ctx, { country: 'US' })).toMatchObject({ country: 'US', countryLockedUntil: null });
    expect(await updateMe(ctx, {})).toMatchObject({ country: 'US', countryLockedUntil: null });
    await updateMe(ctx, { country: 'DE' });
    expect(await updateMe(ctx, { country: 'DE', name: 'New' })).toMatchObject({ country: 'DE', name: 'New' });
  });

  test('to several countries at once reaches one', async () => {
    const actor = await createActor(database.db, { country: 'US' });
    const ctx = database.ctx({ actor });
    const results = await Promise.allSettled(['DE', 'JP', 'BR', 'GB'].map((country) => updateMe(ctx, { country })));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'country_locked' });
    }
  });
});
