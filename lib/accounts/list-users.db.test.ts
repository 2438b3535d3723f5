import { describe, expect, test } from 'vitest';
import type { Ctx } from '@/lib/context';
import { testDatabase } from '@/tests/database';
import { createActor, createUser } from '@/tests/factories';
import { listUsers } from './list-users';
import type { PeopleQuery, Person } from './schema';

const database = testDatabase();

const asAdmin = async () => database.ctx({ actor: await createActor(database.db, { roles: ['admin'] }) });

async function listAll(ctx: Ctx, query: Partial<PeopleQuery>): Promise<Person[]> {
  const people: Person[] = [];
  let cursor: string | undefined;
  do {
    const page = await listUsers(ctx, { limit: 2, ...query, cursor });
    people.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return people;
}

describe('the list of accounts', () => {
  test('shows everybody once, newest first, nobody who is erased, and no secrets', async () => {
    const ctx = await asAdmin();
    const [first, second, third] = [
      await createUser(database.db),
      await createUser(database.db, { suspendedAt: new Date() }),
      await createUser(database.db),
    ];
    const erased = await createUser(database.db, { erasedAt: new Date() });
    const ids = (await listAll(ctx, {})).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(erased.id);
    expect(ids.filter((id) => [first, second, third].some((one) => one.id === id)).length).toBe(3);
    expect(ids).toEqual([...ids].sort().reverse());
    const { items } = await listUsers(ctx, { limit: 1, q: second.id });
    expect(items).toEqual([
      {
        id: second.id,
        email: second.email,
        name: second.name,
        country: 'US',
        roles: [],
        isDemo: false,
        suspendedAt: second.suspendedAt?.toISOString(),
        createdAt: second.createdAt.toISOString(),
      },
    ]);
  });

  test('finds by the beginning of an address in any case, and takes nothing for a pattern', async () => {
    const ctx = await asAdmin();
    const emails = [
      'zoe@find.example',
      'zoe.b@find.example',
      'zoe_b@find.example',
      'zoeb@find.example',
      'zof@find.example',
    ];
    for (const email of emails) await createUser(database.db, { email });
    const found = async (q: string) => (await listAll(ctx, { q })).map(({ email }) => email);
    expect((await found('ZOE')).sort()).toEqual(emails.slice(0, 4).sort());
    expect(await found(' zoe_b')).toEqual(['zoe_b@find.example']);
    expect(await found('zoe.')).toEqual(['zoe.b@find.example']);
    for (const q of ['zo%', '%', 'zoe@find.examplee', "'; drop table users; --", '龥'])
      expect(await found(q)).toEqual([]);
  });

  test('by role shows who has it', async () => {
    const ctx = await asAdmin();
    const moderator = await createUser(database.db, { roles: ['moderator'] });
    const both = await createUser(database.db, { roles: ['admin', 'moderator'], email: 'staff@role.example' });
    const ids = (await listAll(ctx, { role: 'moderator' })).map(({ id }) => id);
    expect(ids.sort()).toEqual([moderator.id, both.id].sort());
    expect((await listAll(ctx, { role: 'admin', q: 'staff@' })).map(({ id }) => id)).toEqual([both.id]);
    expect(await listAll(ctx, { role: 'moderator', q: moderator.email.slice(0, -1) })).toHaveLength(1);
  });

  test('a cursor belongs to its own order', async () => {
    const ctx = await asAdmin();
    const { nextCursor } = await listUsers(ctx, { limit: 1 });
    const wrong = listUsers(ctx, { limit: 1, q: 'person', cursor: nextCursor ?? '' });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_cursor' });
  });

  test('is for admins', async () => {
    const moderator = database.ctx({ actor: await createActor(database.db, { roles: ['moderator'] }) });
    await expect(listUsers(moderator, { limit: 1 })).rejects.toMatchObject({ code: 'role_required' });
    await expect(listUsers(database.ctx(), { limit: 1 })).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  test('walks an index, by address and by time', async () => {
    const plan = async (condition: string) =>
      JSON.stringify(
        await database.sql.begin(async (sql) => {
          // Of a table this small any way is quick: leave only the one that stays quick.
          await sql`set local enable_seqscan = off`;
          await sql`set local enable_bitmapscan = off`;
          return sql.unsafe(
            `explain (format json) select id from users where erased_at is null and ${condition} limit 21`,
          );
        }),
      );
    const byEmail = await plan(`email >= 'zo'::citext and email < 'zo龥'::citext order by email`);
    expect(byEmail).toContain('users_email_key');
    expect(byEmail).not.toContain('"Sort"');
    const newest = await plan(`id < '01890000-0000-7000-8000-000000000000' order by id desc`);
    expect(newest).toContain('users_pkey');
    expect(newest).not.toContain('"Sort"');
  });
});
