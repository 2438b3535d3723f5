import { describe, expect, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { createApp, createVersion as insertVersion } from '@/tests/factories';
import { createTeam, keyActor } from '@/tests/organizations';
import { problemPaths, publishing } from '@/tests/publishing';
import { createVersion } from './create-version';
import { deleteVersion } from './delete-version';
import { deletable, editable, inFlight, versionStates } from './rules';
import { submitVersion } from './submit-version';
import { updateVersion } from './update-version';
import { getConsoleVersion, listConsoleVersions } from './versions';

const database = testDatabase();
const { as, draftApp, beginVersion, readyApp, approvedApp, decide, force, stateOf, auditOf, giveBuild } =
  publishing(database);

describe('a version is begun', () => {
  test('as a draft that says what it lacks', async () => {
    const team = await createTeam(database.db);
    const app = await draftApp(team.owner, team.id);
    const version = await createVersion(as(team.admin), app.bundleId, { version: '1.0.0', platform: 'linux' });
    expect(version).toMatchObject({
      state: 'draft',
      releaseMode: 'automatic',
      build: null,
      submissions: [],
      queue: null,
    });
    expect(problemPaths(version)).toEqual(expect.arrayContaining(['build', 'subtitle', 'iconId', 'screenshots']));
    expect(await auditOf(version.id)).toEqual(['version.created']);
    expect((await listConsoleVersions(as(team.viewer), app.id)).items).toMatchObject([{ id: version.id }]);
    expect(await getConsoleVersion(as(team.viewer), { id: app.slug, version: '1.0.0' })).toEqual(version);
  });

  test('one at a time for each app, whoever begins it', async () => {
    const team = await createTeam(database.db);
    const app = await draftApp(team.owner, team.id);
    const outcomes = await Promise.allSettled(
      ['1.0.0', '1.0.1', '1.0.2'].map((version) =>
        createVersion(as(team.owner), app.id, { version, platform: 'linux' }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes.filter(({ status }) => status === 'rejected')) {
      expect(outcome).toMatchObject({ reason: { code: 'version_in_flight', status: 409 } });
    }
  });

  test('with a number of its own on its platform, and what stays the same from the one before', async () => {
    const team = await createTeam(database.db);
    const { app, version } = await createApp(database.db, { organizationId: team.id, version: { minimumOs: '6.1' } });
    const begin = (body: object) =>
      createVersion(as(team.owner), app.id, { version: version.version, platform: 'linux', ...body });
    await expect(begin({})).rejects.toMatchObject({ code: 'version_taken' });
    expect(await begin({ version: '2.0.0' })).toMatchObject({ languages: ['en'], minimumOs: '6.1' });
  });

  test('on another platform with the same number', async () => {
    const team = await createTeam(database.db);
    const { app } = await createApp(database.db, { organizationId: team.id });
    const made = await createVersion(as(team.owner), app.id, {
      version: '1.0.0',
      platform: 'android',
      languages: ['de'],
    });
    expect(made).toMatchObject({ platform: 'android', languages: ['de'], minimumOs: null });
    await expect(getConsoleVersion(as(team.owner), { id: app.id, version: '1.0.0' })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await getConsoleVersion(as(team.owner), { id: app.id, version: made.id })).toEqual(made);
  });

  test('not of an app that the store has taken down, nor scheduled without a date', async () => {
    const team = await createTeam(database.db);
    const { app } = await createApp(database.db, { organizationId: team.id, status: 'removed' });
    const begin = (ref: string, body: object = {}) =>
      createVersion(as(team.owner), ref, { version: '2.0.0', platform: 'linux', ...body });
    await expect(begin(app.id)).rejects.toMatchObject({ code: 'app_removed' });
    const other = await draftApp(team.owner, team.id);
    await expect(begin(other.id, { releaseMode: 'scheduled' })).rejects.toMatchObject({ code: 'release_at_missing' });
  });

  test('by admins and keys that may release', async () => {
    const team = await createTeam(database.db);
    const app = await draftApp(team.owner, team.id);
    const begin = (actor: Parameters<typeof as>[0]) =>
      createVersion(as(actor), app.id, { version: '1.0.0', platform: 'linux' });
    await expect(begin(team.marketer)).rejects.toMatchObject({ code: 'role_required' });
    await expect(begin(team.viewer)).rejects.toMatchObject({ code: 'role_required' });
    await expect(begin(team.stranger)).rejects.toMatchObject({ code: 'not_found' });
    await expect(begin(keyActor(team.id, 'read', 'listing'))).rejects.toMatchObject({ code: 'scope_required' });
    await begin(keyActor(team.id, 'release'));
  });
});

describe('a version is changed', () => {
  test('in what is named', async () => {
    const team = await createTeam(database.db);
    const refs = await beginVersion(team.owner, (await draftApp(team.owner, team.id)).id);
    const changed = await updateVersion(as(team.admin), refs, {
      releaseNotes: 'First of all',
      languages: ['en', 'de'],
      demoAccount: 'demo / demo',
      releaseMode: 'scheduled',
      releaseAt: '2030-01-01T09:00:00+01:00',
    });
    expect(changed).toMatchObject({
      releaseNotes: 'First of all',
      languages: ['en', 'de'],
      demoAccount: 'demo / demo',
      releaseMode: 'scheduled',
      releaseAt: '2030-01-01T08:00:00.000Z',
    });
    expect(await updateVersion(as(team.admin), refs, { releaseMode: 'manual' })).toMatchObject({ releaseAt: null });
    expect((await updateVersion(as(team.admin), refs, { languages: [] })).languages).toEqual([]);
  });

  test('by marketers in its notes alone', async () => {
    const team = await createTeam(database.db);
    const refs = await beginVersion(team.owner, (await draftApp(team.owner, team.id)).id);
    expect(await updateVersion(as(team.marketer), refs, { releaseNotes: 'News' })).toMatchObject({
      releaseNotes: 'News',
    });
    for (const changes of [{ releaseNotes: 'News', webUrl: null }, { releaseMode: 'manual' as const }, {}]) {
      await expect(updateVersion(as(team.marketer), refs, changes)).rejects.toMatchObject({ code: 'role_required' });
    }
    await expect(updateVersion(as(team.viewer), refs, { releaseNotes: '' })).rejects.toMatchObject({ status: 403 });
    await expect(updateVersion(as(team.stranger), refs, { releaseNotes: '' })).rejects.toMatchObject({ status: 404 });
  });

  test('in its number only while it has no build, and not to one that is taken', async () => {
    const team = await createTeam(database.db);
    const { app } = await createApp(database.db, { organizationId: team.id });
    const { id } = await createVersion(as(team.owner), app.id, { version: '1.5.0', platform: 'linux' });
    const refs = { id: app.id, version: id };
    const number = (version: string) => updateVersion(as(team.owner), refs, { version });
    await expect(number('1.0.0')).rejects.toMatchObject({ code: 'version_taken' });
    expect(await number('1.6.0')).toMatchObject({ version: '1.6.0' });
    await giveBuild(app.id, id);
    await expect(number('1.7.0')).rejects.toMatchObject({ code: 'build_present' });
    expect(await number('1.6.0')).toMatchObject({ version: '1.6.0' });
  });

  test.each(versionStates)('while %s, as far as the state allows', async (state) => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    await force(refs, state);
    const attempt = (changes: object) =>
      updateVersion(as(team.owner), refs, changes).then(
        () => 'done',
        (error) => error.code,
      );
    const expected = (isPossible: boolean) => (isPossible ? 'done' : 'illegal_transition');
    expect(await attempt({ releaseNotes: 'Words' })).toBe(expected(editable.includes(state)));
    const isBinary = editable.includes(state) && state !== 'metadata_rejected' && state !== 'processing';
    expect(await attempt({ minimumOs: '7' })).toBe(expected(isBinary));
    expect(await attempt({ releaseMode: 'scheduled', releaseAt: '2030-01-01T00:00:00Z' })).toBe(
      expected(inFlight.includes(state)),
    );
  });

  test('to come out by itself once it is approved, and does so at once', async () => {
    const team = await createTeam(database.db);
    const refs = await approvedApp(team.owner, team.id);
    expect(await updateVersion(as(team.owner), refs, { releaseMode: 'automatic' })).toMatchObject({
      state: 'released',
    });
  });
});

describe('a version is given up', () => {
  test.each(versionStates)('while %s, if the state allows', async (state) => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    await force(refs, state);
    const attempt = deleteVersion(as(team.admin), refs);
    if (deletable.includes(state)) {
      await attempt;
      expect(await stateOf(refs).catch(() => null)).toBeUndefined();
      expect((await auditOf(refs.version)).at(-1)).toBe('version.deleted');
    } else {
      await expect(attempt).rejects.toMatchObject({ code: 'illegal_transition', extras: { members: { state } } });
      expect(await stateOf(refs)).toBe(state);
    }
  });

  test('and what moderators decided about it stays, with a place for the next one', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    await submitVersion(as(team.owner), refs);
    await decide(refs, 'reject');
    await deleteVersion(as(team.owner), refs);
    expect(await stateOf(refs)).toBe('removed');
    expect(await database.sql`select outcome from submissions where version_id = ${refs.version}`).toEqual([
      { outcome: 'rejected' },
    ]);
    await beginVersion(team.owner, refs.id, { version: '1.0.1' });
  });

  test('by admins of its organisation alone', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    await expect(deleteVersion(as(team.marketer), refs)).rejects.toMatchObject({ status: 403 });
    await expect(deleteVersion(as(team.stranger), refs)).rejects.toMatchObject({ status: 404 });
    const other = await readyApp(team.owner, team.id);
    await expect(deleteVersion(as(team.owner), { ...other, version: refs.version })).rejects.toMatchObject({
      status: 404,
    });
    expect(await stateOf(refs)).toBe('draft');
  });
});

test('all versions are listed, the newest first', async () => {
  const team = await createTeam(database.db);
  const { app, version } = await createApp(database.db, { organizationId: team.id });
  const old = await insertVersion(database.db, app, {
    version: '0.9.0',
    state: 'superseded',
    createdAt: new Date(Date.now() - 10 * 86_400_000),
  });
  const { id } = await createVersion(as(team.owner), app.id, { version: '1.1.0', platform: 'linux' });
  const { items } = await listConsoleVersions(as(keyActor(team.id, 'read')), app.id);
  expect(items.map((item) => item.id)).toEqual([id, version.id, old.id]);
  await expect(listConsoleVersions(as(team.stranger), app.id)).rejects.toMatchObject({ code: 'not_found' });
});
