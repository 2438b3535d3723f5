import { describe, expect, test } from 'vitest';
import { getHotApp, listHotVersions } from '@/lib/catalog/hot-apps';
import { getApp } from '@/lib/catalog/queries';
import { inTransaction, systemContext } from '@/lib/context';
import { hasUpdate, listLibrary } from '@/lib/downloads/queries';
import { requestDownload } from '@/lib/downloads/request-download';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createPurchase } from '@/tests/factories';
import { createTeam, keyActor } from '@/tests/organizations';
import { finishedListing, publishing, type Refs } from '@/tests/publishing';
import { publishingJobs } from './jobs';
import { releaseIfAutomatic, releaseVersion, rollBackVersion } from './release-version';
import { submitVersion } from './submit-version';
import { updateListing } from './update-listing';

const database = testDatabase();
const { as, beginVersion, readyApp, approvedApp, stage, decide, move, stateOf, appRow, auditOf } = publishing(database);

/** Another version of an app, approved. */
async function approvedNext(
  actor: Parameters<typeof as>[0],
  appId: string,
  version: Parameters<typeof beginVersion>[2],
): Promise<Refs> {
  const refs = await beginVersion(actor, appId, version);
  await submitVersion(as(actor), refs);
  await decide(refs, 'approve');
  return refs;
}

const shown = (ref: string) => getApp(database.ctx(), ref, 'US');

describe('a first release', () => {
  test('shows what was approved: texts, pictures, price, and nothing of it before', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id, { languages: ['en'] });
    await updateListing(as(team.owner), refs.id, {
      name: 'Seasons of the Year',
      keywords: ['garden, small', 'frost "late"'],
      age: { ...finishedListing().age, language: 'some' },
      privacyUrl: 'https://days.example/privacy',
      privacyLabel: { collected: ['location'], linked: [], tracking: [] },
      accessibility: ['captions'],
      translations: { de: { subtitle: 'Jahreszeiten', description: 'Alle vier.', promotionalText: '' } },
    });
    await submitVersion(as(team.owner), refs);
    await decide(refs, 'approve');
    expect(await shown(refs.id)).toBeNull();
    const released = await releaseVersion(as(team.admin), refs);
    expect(released).toMatchObject({ state: 'released', releasedAt: expect.any(String) });
    expect(await shown(refs.id)).toMatchObject({
      slug: 'seasons-of-the-year',
      name: 'Seasons of the Year',
      keywords: ['garden, small', 'frost "late"'],
      ageRating: 12,
      privacyLabel: { collected: ['location'] },
      accessibility: ['captions'],
      platforms: ['linux'],
      iconUrl: expect.stringMatching(/^\/media\//),
      screenshots: [{ altText: 'A week at a glance' }],
      price: { amountMinor: 0 },
      versions: [{ version: '1.0.0' }],
      rating: { average: 0, count: 0 },
    });
    const row = await appRow(refs.id);
    expect(row).toMatchObject({ status: 'listed', translations: { de: { subtitle: 'Jahreszeiten' } } });
    expect(row.released_at).toEqual(row.last_released_at);
    expect(
      await database.sql`
      select from pgboss.job where name = 'app.status_changed' and data #>> '{payload,appId}' = ${refs.id}`,
    ).toHaveLength(1);
  });

  test('leaves the address when another app has the one of its name', async () => {
    const team = await createTeam(database.db);
    await createApp(database.db, { slug: 'taken-name' });
    const refs = await readyApp(team.owner, team.id);
    const before = (await appRow(refs.id)).slug;
    await updateListing(as(team.owner), refs.id, { name: 'Taken Name' });
    await submitVersion(as(team.owner), refs);
    await decide(refs, 'approve');
    await releaseVersion(as(team.owner), refs);
    expect(await appRow(refs.id)).toMatchObject({ slug: before, name: 'Taken Name' });
  });
});

describe('a new version', () => {
  test('brings what was approved with it, supersedes the one before, and owners see an update', async () => {
    const team = await createTeam(database.db);
    const first = await approvedApp(team.owner, team.id);
    await releaseVersion(as(team.owner), first);
    const before = (await shown(first.id))!;
    const shopper = await createActor(database.db);
    const [price] = await database.sql`select * from app_prices where app_id = ${first.id}`;
    await createPurchase(database.db, {
      user: { id: shopper.userId },
      app: { id: first.id },
      price: { ...price, amountMinor: 0, country: '*', currency: 'USD', kind: 'one_time' } as never,
    });
    await requestDownload(as(shopper), first.id);
    await getHotApp(as(shopper), first.id, 'US');
    await listHotVersions(as(shopper), first.id, 10);

    const icon = await stage(first.id);
    await updateListing(as(team.owner), first.id, { name: 'Days, Renewed', iconId: icon });
    const second = await approvedNext(team.owner, first.id, { version: '1.1.0', releaseNotes: 'Renewed' });
    expect(await shown(first.id)).toMatchObject({ name: before.name, iconUrl: before.iconUrl });
    await releaseVersion(as(team.owner), second);

    expect(await getHotApp(as(shopper), first.id, 'US')).toMatchObject({
      name: 'Days, Renewed',
      slug: before.slug,
      iconUrl: `/media/${icon}/128.webp`,
      screenshots: before.screenshots,
    });
    expect((await listHotVersions(as(shopper), first.id, 10)).items[0]).toMatchObject({ version: '1.1.0' });
    expect([await stateOf(first), await stateOf(second)]).toEqual(['superseded', 'released']);
    const { items } = await listLibrary(as(shopper), { filter: 'updates', limit: 10 });
    expect(items).toMatchObject([{ latestVersion: { version: '1.1.0' }, isUpdateAvailable: true }]);
    expect(await hasUpdate(as(shopper), first.id)).toBe(true);
    expect(await hasUpdate(as(team.owner), first.id)).toBe(false);
    const { released_at, last_released_at } = await appRow(first.id);
    expect(new Date(last_released_at).getTime()).toBeGreaterThan(new Date(released_at).getTime());
  });

  test('of another platform stands beside the first', async () => {
    const team = await createTeam(database.db);
    const first = await approvedApp(team.owner, team.id);
    await releaseVersion(as(team.owner), first);
    const second = await approvedNext(team.owner, first.id, { version: '1.0.0', platform: 'android' });
    await releaseVersion(as(team.owner), second);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['released', 'released']);
    expect((await appRow(first.id)).platforms).toEqual(['android', 'linux']);
  });

  test('of a hidden app stays hidden, and of a catalogue that was imported is its developer’s from then on', async () => {
    const team = await createTeam(database.db);
    const { app, version } = await createApp(database.db, {
      organizationId: team.id,
      status: 'hidden',
      importSource: 'elsewhere',
      description: finishedListing().description!,
    });
    const refs = await approvedNext(team.owner, app.id, { version: '2.0.0' });
    await releaseVersion(as(team.owner), refs);
    expect(await appRow(app.id)).toMatchObject({ status: 'hidden', import_source: null, name: app.name });
    expect(await stateOf({ id: app.id, version: version.id })).toBe('superseded');
    expect(await database.sql`select from app_prices where app_id = ${app.id}`).toHaveLength(1);
    expect((await database.sql`select kind from app_media where app_id = ${app.id}`).map(({ kind }) => kind)).toEqual([
      'icon',
    ]);
  });

  test('keeps pictures that were drawn, with their ids and in the new order', async () => {
    const team = await createTeam(database.db);
    const { app } = await createApp(database.db, {
      organizationId: team.id,
      description: finishedListing().description!,
    });
    const art = { kind: 'icon', name: 'x' };
    await database.sql`update app_media set storage_key = null, art = ${JSON.stringify(art)} where app_id = ${app.id}`;
    const [one, two] = [await stage(app.id, 'screenshot'), await stage(app.id, 'screenshot')];
    const screenshots = [one, two].map((id) => ({ id, altText: id, platform: null }));
    await updateListing(as(team.owner), app.id, { screenshots });
    await releaseVersion(as(team.owner), await approvedNext(team.owner, app.id, { version: '2.0.0' }));
    await updateListing(as(team.owner), app.id, { screenshots: screenshots.toReversed() });
    await releaseVersion(as(team.owner), await approvedNext(team.owner, app.id, { version: '3.0.0' }));
    const media =
      await database.sql`select id, kind, art from app_media where app_id = ${app.id} order by kind, position`;
    expect(media).toMatchObject([{ kind: 'icon', art }, { id: two }, { id: one }]);
  });

  test('never makes an app younger than a moderator said', async () => {
    const team = await createTeam(database.db);
    const refs = await approvedApp(team.owner, team.id);
    await database.sql`update apps set minimum_age_rating = 16 where id = ${refs.id}`;
    await releaseVersion(as(team.owner), refs);
    expect((await appRow(refs.id)).age_rating).toBe(16);
  });

  test('does not come out of an app that was taken down, nor by those who may not', async () => {
    const team = await createTeam(database.db);
    const refs = await approvedApp(team.owner, team.id);
    await expect(releaseVersion(as(keyActor(team.id, 'read', 'listing')), refs)).rejects.toMatchObject({ status: 403 });
    await database.sql`update apps set status = 'removed' where id = ${refs.id}`;
    await expect(releaseVersion(as(team.owner), refs)).rejects.toMatchObject({ code: 'app_removed' });
    expect(await inTransaction(as(team.owner), (ctx) => releaseIfAutomatic(ctx, refs.version))).toBe(false);
    expect(await stateOf(refs)).toBe('approved');
  });

  test('is out altogether or not at all when the process dies', async () => {
    const team = await createTeam(database.db);
    const refs = await approvedApp(team.owner, team.id);
    const dying = inTransaction(as(team.owner), async (ctx) => {
      await releaseVersion(ctx, refs);
      await ctx.db.execute('select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(dying).rejects.toThrow();
    expect(await stateOf(refs)).toBe('approved');
    expect(await appRow(refs.id)).toMatchObject({ status: 'draft', released_at: null });
    expect(await database.sql`select from app_media where app_id = ${refs.id}`).toHaveLength(0);
    await releaseVersion(as(team.owner), refs);
    expect(await shown(refs.id)).not.toBeNull();
  });
});

describe('rolling back', () => {
  test('makes the one before the current one, and the listing stays', async () => {
    const team = await createTeam(database.db);
    const first = await approvedApp(team.owner, team.id);
    await releaseVersion(as(team.owner), first);
    await updateListing(as(team.owner), first.id, { name: 'Second Name' });
    const second = await approvedNext(team.owner, first.id, { version: '2.0.0' });
    await releaseVersion(as(team.owner), second);
    const before = await appRow(first.id);
    await rollBackVersion(as(team.admin), first);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['released', 'superseded']);
    expect(await appRow(first.id)).toMatchObject({ name: 'Second Name', last_released_at: before.last_released_at });
    expect((await auditOf(first.version)).at(-1)).toBe('version.roll_back');
    await rollBackVersion(as(team.admin), second);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['superseded', 'released']);
  });

  test('twice at once happens once', async () => {
    const team = await createTeam(database.db);
    const first = await approvedApp(team.owner, team.id);
    await releaseVersion(as(team.owner), first);
    const second = await approvedNext(team.owner, first.id, { version: '2.0.0' });
    await releaseVersion(as(team.owner), second);
    const outcomes = await Promise.allSettled([
      rollBackVersion(as(team.owner), first),
      rollBackVersion(as(team.admin), first),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const released = await database.sql`select from app_versions where app_id = ${first.id} and state = 'released'`;
    expect(released).toHaveLength(1);
  });
});

describe('by itself', () => {
  const approveAsDesk = (refs: Refs, now = new Date()) =>
    inTransaction(database.ctx({ actor: { kind: 'system', job: 'test' }, now }), async (ctx) => {
      const { moveVersion } = await import('./move-version');
      await moveVersion(ctx, 'approve', refs.version);
      return releaseIfAutomatic(ctx, refs.version);
    });

  test('an automatic version comes out in the transaction that approves it, and the store did it', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id, { releaseMode: 'automatic' });
    await submitVersion(as(team.owner), refs);
    await move('claim', refs);
    expect(await approveAsDesk(refs)).toBe(true);
    expect(await stateOf(refs)).toBe('released');
    const [release] = await database.sql`
      select actor_kind from audit_log where subject_id = ${refs.version} and action = 'version.release'`;
    expect(release).toEqual({ actor_kind: 'system' });
  });

  test('a manual one waits, and one of a suspended organisation', async () => {
    const team = await createTeam(database.db);
    const manual = await readyApp(team.owner, team.id, { releaseMode: 'manual' });
    const automatic = await readyApp(team.owner, team.id, { releaseMode: 'automatic' });
    for (const refs of [manual, automatic]) {
      await submitVersion(as(team.owner), refs);
      await move('claim', refs);
    }
    await database.sql`update organizations set suspended_at = now(), suspended_reason = 'Fraud' where id = ${team.id}`;
    expect([await approveAsDesk(manual), await approveAsDesk(automatic)]).toEqual([false, false]);
    expect([await stateOf(manual), await stateOf(automatic)]).toEqual(['approved', 'approved']);
  });

  test('a scheduled one comes out when its date has come, once, however many workers look', async () => {
    const team = await createTeam(database.db);
    const releaseAt = new Date(Date.now() + 60_000).toISOString();
    const refs = await approvedApp(team.owner, team.id, { releaseMode: 'scheduled', releaseAt });
    const job = publishingJobs.find(({ name }) => name === 'publishing.release_scheduled')!;
    const run = (now = new Date()) =>
      job.run(systemContext('test', { db: database.db, now }), new AbortController().signal);
    expect(await run()).toBe('0 versions released');
    const later = new Date(Date.now() + 61_000);
    const said = await Promise.all([run(later), run(later)]);
    expect(said.sort()).toEqual(['0 versions released', '1 versions released']);
    expect(await stateOf(refs)).toBe('released');
  });
});
