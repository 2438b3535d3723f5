import { beforeEach, describe, expect, it } from 'vitest';
import { type CreatedApp, createApp, createPurchase, createUser } from '@/tests/factories';
import { testDatabase } from '@/tests/database';
import { companionJobs, countCompanions, listCompanions } from './companions';

const t = testDatabase();
const people: { id: string }[] = [];

/** So many of the same people, from the `from`th on, own the app. */
async function owned(created: CreatedApp, from: number, count: number) {
  for (let i = from; i < from + count; i += 1) {
    people[i] ??= await createUser(t.db);
    await createPurchase(t.db, { user: people[i]!, ...created });
  }
  return created.app;
}

const names = async (app: { id: string }) => (await listCompanions(t.ctx(), app.id, 'US')).map(({ name }) => name);
const rows = () =>
  t.sql<{ app_id: string; companion_id: string; owners: number; position: number; xmin: string }[]>`
    select *, xmin::text from app_companions order by app_id, position`;

beforeEach(async () => {
  await t.sql`delete from app_companions`;
  await t.sql`delete from entitlements`;
});

describe('bought together', () => {
  it('are apps with five owners in common, both ways; four are not enough', async () => {
    const maps = await owned(await createApp(t.db, { name: 'Maps' }), 0, 5);
    const compass = await owned(await createApp(t.db, { name: 'Compass' }), 0, 6);
    const tides = await owned(await createApp(t.db, { name: 'Tides' }), 1, 9);
    expect(await countCompanions(t.ctx())).toBe(3);
    expect(await names(maps)).toEqual(['Compass']);
    expect(await names(compass)).toEqual(['Maps', 'Tides']);
    expect(await names(tides)).toEqual(['Compass']);
  });

  it('come first when they belong together, not when everybody has them', async () => {
    const maps = await owned(await createApp(t.db, { name: 'Maps' }), 0, 6);
    await owned(await createApp(t.db, { name: 'Everybody’s' }), 0, 40);
    await owned(await createApp(t.db, { name: 'Compass' }), 1, 5);
    await countCompanions(t.ctx());
    expect(await names(maps)).toEqual(['Compass', 'Everybody’s']);
    expect((await rows()).find(({ app_id, position }) => app_id === maps.id && position === 2)?.owners).toBe(6);
  });

  it('are at most twelve, listed ones', async () => {
    const maps = await owned(await createApp(t.db), 0, 5);
    for (let i = 0; i < 14; i += 1) await owned(await createApp(t.db), 0, 5);
    const gone = await owned(await createApp(t.db, { name: 'Gone' }), 0, 5);
    await t.sql`update apps set status = 'removed' where id = ${gone.id}`;
    await countCompanions(t.ctx());
    const shown = await names(maps);
    expect(shown).toHaveLength(12);
    expect(await names(gone)).toEqual([]);
    await t.sql`update apps set status = 'hidden' where name = ${shown[0] ?? ''}`;
    expect(await names(maps)).toEqual(shown.slice(1));
  });

  it('take the newest apps of somebody who has hundreds', async () => {
    const rare = await owned(await createApp(t.db, { name: 'First of many' }), 0, 5);
    const pair = await owned(await createApp(t.db, { name: 'Second of many' }), 0, 5);
    await t.sql`update entitlements set granted_at = granted_at - interval '1 year'`;
    const collector = people[0]!.id;
    const { app } = await createApp(t.db);
    await t.sql`
      with many as (
        insert into apps (id, organization_id, bundle_id, slug, name, category_slug, status, created_at, updated_at, platforms, released_at, last_released_at)
        select gen_random_uuid(), ${app.organizationId}, 'com.example.many' || n, 'many-' || n, 'Many ' || n, ${app.categorySlug}, 'listed', now(), now(), '{linux}', now(), now()
        from generate_series(1, 210) n returning id
      ), price as (
        insert into app_prices (id, app_id, country, currency, amount_minor, kind, valid_from, created_at)
        select gen_random_uuid(), id, '*', 'USD', 0, 'one_time', now(), now() from many returning id, app_id
      ), purchase as (
        insert into purchases (id, user_id, app_id, price_id, amount_minor, currency, country, kind, status, created_at, purchased_at)
        select gen_random_uuid(), ${collector}, app_id, id, 0, 'USD', 'US', 'one_time', 'completed', now(), now() from price
        returning id, app_id
      )
      insert into entitlements (id, user_id, app_id, purchase_id, granted_at)
      select gen_random_uuid(), ${collector}, app_id, id, now() from purchase`;
    await countCompanions(t.ctx());
    expect(await names(rare)).toEqual([]);
    expect(await names(pair)).toEqual([]);
  });

  it('do not count what was given back', async () => {
    const maps = await owned(await createApp(t.db, { name: 'Maps' }), 0, 5);
    await owned(await createApp(t.db, { name: 'Compass' }), 0, 5);
    await countCompanions(t.ctx());
    expect(await names(maps)).toEqual(['Compass']);
    await t.sql`
      update entitlements set is_active = false, revoked_at = now()
      where user_id = ${people[0]!.id} and app_id = ${maps.id}`;
    await countCompanions(t.ctx());
    expect(await rows()).toEqual([]);
  });

  it('change only where something changed, and two counts at once do no harm', async () => {
    await owned(await createApp(t.db), 0, 5);
    await owned(await createApp(t.db), 0, 5);
    await Promise.all([countCompanions(t.ctx()), countCompanions(t.ctx())]);
    const before = await rows();
    expect(before).toHaveLength(2);
    expect(await companionJobs[0]?.run(t.ctx(), new AbortController().signal)).toBe('2 apps have companions');
    expect(await rows()).toEqual(before);
  });
});
