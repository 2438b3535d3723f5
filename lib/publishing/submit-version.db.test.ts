import { describe, expect, test } from 'vitest';
import { inTransaction } from '@/lib/context';
import { appealVersion } from '@/lib/moderation/appeal-version';
import { testDatabase } from '@/tests/database';
import { createApp } from '@/tests/factories';
import { createTeam, keyActor } from '@/tests/organizations';
import { finishedListing, problemPaths, publishing } from '@/tests/publishing';
import { createVersion } from './create-version';
import { moveVersion } from './move-version';
import type { Hold, Snapshot } from './schema';
import { releaseVersion } from './release-version';
import { submitVersion } from './submit-version';
import { updateListing } from './update-listing';
import { updateVersion } from './update-version';
import { getConsoleVersion } from './versions';
import { withdrawVersion } from './withdraw-version';

const database = testDatabase();
const { as, draftApp, beginVersion, readyApp, approvedApp, giveBuild, move, decide, stateOf } = publishing(database);

const minutes = (count: number) => new Date(Date.now() + count * 60_000);

type SubmissionRow = {
  id: string;
  snapshot: Snapshot;
  holds: Hold[];
  diff_hash: string;
  queued_at: string;
  outcome: string | null;
};

const submissionsOf = (versionId: string) =>
  database.sql<SubmissionRow[]>`select * from submissions where version_id = ${versionId} order by submitted_at, id`;

describe('a version is handed in', () => {
  test('with everything as it is now, and waits in the queue', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id, { releaseNotes: 'The first' });
    const version = await submitVersion(as(team.admin), refs, { message: 'Please look' });
    expect(version).toMatchObject({
      state: 'waiting_for_review',
      problems: [],
      queue: { position: expect.any(Number), submittedAt: expect.any(String) },
      submissions: [{ message: 'Please look', outcome: null, guidelines: [], appeal: null }],
    });
    const [submission] = await submissionsOf(refs.version);
    expect(submission).toMatchObject({
      snapshot: {
        listing: { subtitle: 'Plans your days', screenshots: [{ altText: 'A week at a glance' }] },
        ageRating: 4,
        version: { version: '1.0.0', platform: 'linux', releaseNotes: 'The first' },
        build: { fileName: 'app.zip', sizeBytes: 5, facts: { kind: 'zip' } },
      },
      holds: [{ kind: 'first_submission' }],
      diff_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const [audit] = await database.sql`
      select changes from audit_log where subject_id = ${refs.version} and action = 'version.submit'`;
    expect(audit?.changes).toMatchObject({
      state: ['draft', 'waiting_for_review'],
      submissionId: submission?.id,
      texts: { message: expect.any(String) },
    });
  });

  test('by a key from a program', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    await expect(submitVersion(as(keyActor(team.id, 'read')), refs)).rejects.toMatchObject({ code: 'scope_required' });
    expect(await submitVersion(as(keyActor(team.id, 'release')), refs)).toMatchObject({ state: 'waiting_for_review' });
  });

  test('only when nothing is missing, and says all that is', async () => {
    const team = await createTeam(database.db);
    const app = await draftApp(team.owner, team.id);
    const { id: version } = await createVersion(as(team.owner), app.id, { version: '1.0.0', platform: 'linux' });
    const error = await submitVersion(as(team.owner), { id: app.id, version }).catch((error) => error);
    expect(error).toMatchObject({ code: 'not_ready', status: 422 });
    const paths = error.extras.errors.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['build', 'subtitle', 'description', 'iconId', 'screenshots', 'age.violence']),
    );
    expect(await stateOf({ id: app.id, version })).toBe('draft');
    expect(await submissionsOf(version)).toHaveLength(0);
  });

  test('of a web app with its address instead of a build', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id, { platform: 'web' });
    expect(problemPaths(await getConsoleVersion(as(team.owner), refs))).toEqual(['webUrl']);
    await expect(submitVersion(as(team.owner), refs)).rejects.toMatchObject({ code: 'not_ready' });
    await updateVersion(as(team.owner), refs, { webUrl: 'https://days.example/app' });
    expect(await submitVersion(as(team.owner), refs)).toMatchObject({ state: 'waiting_for_review' });
    const [submission] = await submissionsOf(refs.version);
    expect(submission?.snapshot).toMatchObject({ build: null, version: { webUrl: 'https://days.example/app' } });
  });

  test('of an app that was out before, against what is out', async () => {
    const team = await createTeam(database.db);
    const { app } = await createApp(database.db, { organizationId: team.id, ageRating: 12 });
    await updateListing(as(team.owner), app.id, { name: 'Other Name', description: finishedListing().description! });
    const refs = await beginVersion(team.owner, app.id, { version: '2.0.0' });
    const { problems } = await getConsoleVersion(as(team.owner), refs);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    await submitVersion(as(team.owner), refs);
    const [submission] = await submissionsOf(refs.version);
    expect(submission?.holds.map(({ kind }) => kind)).toEqual(['name']);
    expect(submission?.snapshot.ageRating).toBe(12);
  });

  test('against what was approved last', async () => {
    const team = await createTeam(database.db);
    const refs = await approvedApp(team.owner, team.id);
    await releaseVersion(as(team.owner), refs);
    const next = await beginVersion(team.owner, refs.id, { version: '1.1.0' });
    await giveBuild(refs.id, next.version, { text: 'bigger', sizeBytes: 3 * 1024 ** 2, permissions: ['camera'] });
    await submitVersion(as(team.owner), next);
    const [submission] = await submissionsOf(next.version);
    expect(submission?.holds.map(({ kind }) => kind)).toEqual(['permissions', 'size']);
  });

  test('against what was let pass on appeal', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    await submitVersion(as(team.owner), refs);
    await decide(refs, 'reject');
    await appealVersion(as(team.owner), refs, { text: 'It works here.' });
    await database.sql`update appeals set outcome = 'overturned', decided_at = now()`;
    await move('overturn', refs);
    await releaseVersion(as(team.owner), refs);
    await updateListing(as(team.owner), refs.id, { name: 'Renamed' });
    const next = await beginVersion(team.owner, refs.id, { version: '1.1.0' });
    await submitVersion(as(team.owner), next);
    const [submission] = await submissionsOf(next.version);
    expect(submission?.holds.map(({ kind }) => kind)).toEqual(['name']);
  });

  test('not of an app that the store has taken down', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    await database.sql`update apps set status = 'removed' where id = ${refs.id}`;
    await expect(submitVersion(as(team.owner), refs)).rejects.toMatchObject({ code: 'app_removed' });
  });

  test('or nothing has happened when the process dies before the end', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    const dying = inTransaction(as(team.owner), async (ctx) => {
      await submitVersion(ctx, refs);
      await ctx.db.execute('select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(dying).rejects.toThrow();
    expect(await stateOf(refs)).toBe('draft');
    expect(await submissionsOf(refs.version)).toHaveLength(0);
    expect(await submitVersion(as(team.owner), refs)).toMatchObject({ state: 'waiting_for_review' });
  });
});

describe('the queue', () => {
  test('counts places by age, and what is withdrawn is no longer in it', async () => {
    const team = await createTeam(database.db);
    const [one, two] = [await readyApp(team.owner, team.id), await readyApp(team.owner, team.id)];
    const first = await submitVersion(as(team.owner, { now: minutes(1) }), one);
    const second = await submitVersion(as(team.owner, { now: minutes(2) }), two);
    expect(second.queue!.position).toBe(first.queue!.position + 1);
    await withdrawVersion(as(team.owner), one);
    expect((await getConsoleVersion(as(team.owner), two)).queue).toMatchObject({ position: first.queue!.position });
    expect(await getConsoleVersion(as(team.owner), one)).toMatchObject({
      state: 'draft',
      queue: null,
      submissions: [{ outcome: 'withdrawn' }],
    });
  });

  test('keeps the place of a version whose text alone was refused, and not of others', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    await submitVersion(as(team.owner, { now: minutes(10) }), refs);
    await decide(refs, 'reject_metadata', { at: minutes(20) });
    await submitVersion(as(team.owner, { now: minutes(30) }), refs);
    await decide(refs, 'reject', { at: minutes(40) });
    await submitVersion(as(team.owner, { now: minutes(50) }), refs, { message: 'Look again' });
    const [first, second, third] = await submissionsOf(refs.version);
    expect(second?.queued_at).toEqual(first?.queued_at);
    expect(new Date(third!.queued_at).getTime()).toBeGreaterThan(new Date(second!.queued_at).getTime());
  });

  test('says what the last 50 decisions took, the median', async () => {
    const team = await createTeam(database.db);
    await database.sql`delete from submissions`;
    const refs = await readyApp(team.owner, team.id);
    const decided = await readyApp(team.owner, team.id);
    expect((await submitVersion(as(team.owner), refs)).queue).toMatchObject({ position: 1, usualWaitMinutes: null });
    await database.sql`
      insert into submissions (id, version_id, app_id, snapshot, holds, diff_hash, submitted_at, queued_at, outcome, decided_at)
      select gen_random_uuid(), ${decided.version}, ${decided.id}, '{}', '[]', '', now() - n * interval '1 minute',
        now(), case when n = 99 then 'withdrawn' else 'approved' end, now()
      from unnest(array[10, 20, 60, 99]) n`;
    expect((await getConsoleVersion(as(team.owner), refs)).queue).toMatchObject({ usualWaitMinutes: 20 });
  });
});

describe('after a rejection', () => {
  test('a word to the reviewers or a new build is asked for', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    await submitVersion(as(team.owner), refs);
    await decide(refs, 'reject');
    await expect(submitVersion(as(team.owner), refs)).rejects.toMatchObject({ code: 'message_required', status: 422 });
    expect(await stateOf(refs)).toBe('rejected');
    await move('upload', refs);
    await move('accept_build', refs);
    expect(await submitVersion(as(team.owner), refs)).toMatchObject({ state: 'waiting_for_review' });
  });

  test('it may be appealed once, within 180 days', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    const appeal = (days = 0) =>
      appealVersion(as(team.owner, { now: minutes(days * 1440) }), refs, { text: 'It works here.' });
    await submitVersion(as(team.owner), refs);
    await decide(refs, 'reject');
    await expect(appeal(181)).rejects.toMatchObject({ code: 'appeal_too_late', status: 409 });
    expect(await appeal(179)).toMatchObject({
      state: 'appealed',
      submissions: [{ outcome: 'rejected', appeal: { text: 'It works here.', outcome: null } }],
    });
    await expect(appeal()).rejects.toMatchObject({ code: 'illegal_transition' });
    await move('uphold', refs);
    await expect(appeal()).rejects.toMatchObject({ code: 'already_appealed', status: 409 });
    expect(await stateOf(refs)).toBe('rejected');
  });

  test('of two appeals at once one counts', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    await submitVersion(as(team.owner), refs);
    await decide(refs, 'reject');
    const outcomes = await Promise.allSettled(
      [team.owner, team.admin].map((actor) => appealVersion(as(actor), refs, { text: 'It works here.' })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(
      await database.sql`
      select from appeals a join submissions s on s.id = a.submission_id where s.version_id = ${refs.version}`,
    ).toHaveLength(1);
  });
});

test('a version is withdrawn from the desk of who has it', async () => {
  const team = await createTeam(database.db);
  const refs = await readyApp(team.owner, team.id);
  await submitVersion(as(team.owner), refs);
  await move('claim', refs);
  await expect(withdrawVersion(as(team.marketer), refs)).rejects.toMatchObject({ code: 'role_required' });
  expect(await withdrawVersion(as(team.admin), refs)).toMatchObject({ state: 'draft', queue: null });
  await expect(inTransaction(as(team.owner), (ctx) => moveVersion(ctx, 'approve', refs.version))).rejects.toMatchObject(
    { code: 'illegal_transition' },
  );
});
