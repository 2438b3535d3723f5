import { describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { addMember, createAppeal, createSubmission, holdOf } from '@/tests/submissions';
import { claimSubmission } from './claim-submission';
import { getDashboard } from './dashboard';
import { decideAppeal } from './decide-appeal';
import { decideSubmission } from './decide-submission';
import { listAppeals } from './list-appeals';
import { listSubmissions } from './list-submissions';
import type { DecisionBody } from './schema';
import { getSubmissionCase } from './submission-case';

const t = testDatabase();
const moderator = (roles = ['moderator']) => createActor(t.db, { roles });
const as = (actor: UserActor) => t.ctx({ actor });
const approve: DecisionBody = { decision: 'approve', note: '' };
const reject: DecisionBody = {
  decision: 'reject',
  guidelineIds: ['2.1', '4.2'],
  evidence: 'It crashes when a photo is taken.',
  note: 'Please mend it.',
};

async function claimed(options: Parameters<typeof createSubmission>[1] = {}) {
  const [actor, submission] = [await moderator(), await createSubmission(t.db, options)];
  await claimSubmission(as(actor), submission.id);
  return { ...submission, actor };
}
const stateOf = async (versionId: string) =>
  (await t.sql`select state from app_versions where id = ${versionId}`)[0]?.state;
const outcomeOf = async (id: string) =>
  (await t.sql`select outcome, decided_by, guideline_ids, evidence, note from submissions where id = ${id}`)[0];
const audit = (id: string) =>
  t.sql`select l.action, l.reason, l.changes, l.actor_id, (select json_object_agg(name, body) from audit_texts x where x.sequence = l.sequence) as texts
    from audit_log l where subject_id = ${id} order by sequence`;
const eventsOf = async (versionId: string) => {
  const rows = await t.sql<{ action: string }[]>`
    select data -> 'payload' ->> 'action' as action from pgboss.job
    where name = 'version.state_changed' and data -> 'payload' ->> 'versionId' = ${versionId}`;
  return rows.map(({ action }) => action).sort();
};

describe('a decision', () => {
  test('approves: the version waits for its developer, what was looked at is remembered, and it is on record', async () => {
    const { id, actor, app, version } = await claimed({ holds: [holdOf('camera'), holdOf('camera'), holdOf('mail')] });
    const view = await decideSubmission(as(actor), id, { ...approve, note: 'Well done.' });
    expect(view).toMatchObject({
      id,
      outcome: 'approved',
      state: 'approved',
      position: null,
      claim: null,
      holdCount: 0,
    });
    expect(view.holds.every(({ isApprovedBefore }) => isApprovedBefore)).toBe(true);
    expect(await outcomeOf(id)).toMatchObject({ outcome: 'approved', decided_by: actor.userId, note: 'Well done.' });
    expect(await audit(version.id)).toMatchObject([
      { action: 'version.claim' },
      { action: 'version.approve', actor_id: actor.userId, texts: { note: 'Well done.' } },
    ]);
    expect(await eventsOf(version.id)).toEqual(['approve', 'claim']);
    const again = await createSubmission(t.db, { holds: [holdOf('camera'), holdOf('place')] });
    await t.sql`update submissions set app_id = ${app.id} where id = ${again.id}`;
    expect((await getSubmissionCase(as(actor), again.id)).holds.map((hold) => hold.isApprovedBefore)).toEqual([
      true,
      false,
    ]);
  });

  test('approves and releases at once what is to come out by itself', async () => {
    const { id, actor, app, version } = await claimed({ releaseMode: 'automatic' });
    expect((await decideSubmission(as(actor), id, approve)).state).toBe('released');
    expect(await stateOf(version.id)).toBe('released');
    expect((await t.sql`select status from apps where id = ${app.id}`)[0]?.status).toBe('listed');
  });

  test('raises the age rating over what was answered, for this version and the next', async () => {
    const { id, actor, app } = await claimed({ releaseMode: 'automatic', ageRating: 9 });
    const view = await decideSubmission(as(actor), id, { ...approve, ageRating: 16 });
    expect(view.ageRating).toBe(16);
    const [row] = await t.sql`select age_rating, minimum_age_rating from apps where id = ${app.id}`;
    expect(row).toEqual({ age_rating: 16, minimum_age_rating: 16 });
    const next = await createSubmission(t.db, { ageRating: 4 });
    await t.sql`update submissions set app_id = ${app.id} where id = ${next.id}`;
    expect((await getSubmissionCase(as(actor), next.id)).ageRating).toBe(16);
  });

  test.each([
    ['reject', 'rejected'],
    ['reject_metadata', 'metadata_rejected'],
  ] as const)('%s names guidelines, evidence and a note', async (decision, state) => {
    const { id, actor, version } = await claimed();
    const view = await decideSubmission(as(actor), id, { ...reject, decision } as DecisionBody);
    expect(view).toMatchObject({
      state,
      outcome: state,
      guidelineIds: ['2.1', '4.2'],
      history: [
        {
          outcome: state,
          guidelines: [{ id: '2.1', title: 'It works' }, { id: '4.2' }],
          decidedBy: { id: actor.userId },
        },
      ],
    });
    const rows = await audit(version.id);
    expect(rows.at(-1)).toMatchObject({
      action: `version.${decision}`,
      reason: '2.1 4.2',
      texts: { evidence: reject.evidence, note: 'Please mend it.' },
    });
    expect(JSON.stringify(rows.at(-1)?.changes)).not.toContain('mend');
    expect((await listSubmissions(as(actor), { state: 'decided', limit: 1 })).items[0]).toMatchObject({ id });
  });

  test('of two at once, even the same one’s, counts once', async () => {
    const { id, actor, version } = await claimed();
    const answers = await Promise.allSettled(
      [approve, reject, approve].map((body) => decideSubmission(as(actor), id, body)),
    );
    const lost = answers.filter((answer) => answer.status === 'rejected');
    expect(lost).toHaveLength(2);
    for (const { reason } of lost) expect(reason).toMatchObject({ status: 409, code: 'already_decided' });
    const { outcome } = (await outcomeOf(id)) ?? {};
    expect(await stateOf(version.id)).toBe(outcome);
    expect(await audit(version.id)).toHaveLength(2);
    await expect(decideSubmission(as(actor), id, reject)).rejects.toMatchObject({ code: 'already_decided' });
    expect((await outcomeOf(id))?.outcome).toBe(outcome);
  });

  test('is for who has taken it, as long as they have it', async () => {
    const { id, actor, version } = await claimed();
    const other = await moderator();
    await expect(decideSubmission(as(other), id, approve)).rejects.toMatchObject({ status: 409, code: 'not_claimed' });
    await t.sql`update submissions set claim_expires_at = now() where id = ${id}`;
    await expect(decideSubmission(as(actor), id, approve)).rejects.toMatchObject({ code: 'claim_expired' });
    await claimSubmission(as(other), id);
    await expect(decideSubmission(as(actor), id, approve)).rejects.toMatchObject({ code: 'not_claimed' });
    expect(await stateOf(version.id)).toBe('in_review');
    await expect(decideSubmission(as(actor), newId(), approve)).rejects.toMatchObject({ status: 404 });
  });

  test('is refused to whoever joined the organisation meanwhile, and to developers', async () => {
    const { id, actor, organizationId, version } = await claimed();
    await addMember(t.db, organizationId, actor.userId);
    await expect(decideSubmission(as(actor), id, approve)).rejects.toMatchObject({
      status: 403,
      code: 'conflict_of_interest',
    });
    const owner = { ...actor, roles: [] };
    await expect(decideSubmission(as(owner), id, approve)).rejects.toMatchObject({
      status: 403,
      code: 'role_required',
    });
    expect(await stateOf(version.id)).toBe('in_review');
  });

  test('releases nothing of an organisation that is suspended', async () => {
    const { id, actor, app, version, organizationId } = await claimed({ releaseMode: 'automatic' });
    await t.sql`update organizations set suspended_at = now(), suspended_reason = 'x' where id = ${organizationId}`;
    await decideSubmission(as(actor), id, approve);
    expect(await stateOf(version.id)).toBe('approved');
    expect((await t.sql`select status from apps where id = ${app.id}`)[0]?.status).toBe('draft');
  });
});

describe('an appeal', () => {
  const uphold = { decision: 'uphold', note: 'It still crashes.' } as const;
  const overturn = { decision: 'overturn', note: 'It does not crash on our devices.' } as const;

  test('is decided by somebody else: upheld, the version stays rejected', async () => {
    const [first, second] = [await moderator(), await moderator()];
    const { appealId, version, id } = await createAppeal(t.db, { rejectedBy: first.userId });
    const { items } = await listAppeals(as(first), { state: 'open', limit: 100 });
    expect(items.find((item) => item.id === appealId)).toMatchObject({
      kind: 'version',
      text: 'It does not crash here.',
      version: '1.0.0',
      submissionId: id,
      rejection: { by: { id: first.userId }, evidence: 'It crashed.', guidelines: [{ id: '2.1' }] },
      conflict: expect.stringMatching(/somebody else/),
    });
    await expect(decideAppeal(as(first), appealId, overturn)).rejects.toMatchObject({
      status: 409,
      code: 'same_person',
    });
    const appeal = await decideAppeal(as(second), appealId, uphold);
    expect(appeal).toMatchObject({
      outcome: 'upheld',
      decidedBy: { id: second.userId },
      isSamePerson: false,
      conflict: null,
    });
    expect(await stateOf(version.id)).toBe('rejected');
    const [event] =
      await t.sql`select from pgboss.job where name = 'appeal.decided' and data -> 'payload' ->> 'appealId' = ${appealId}`;
    expect(event).toBeDefined();
  });

  test('overturned approves the version, remembers what held it, releases it, and leaves the rejection in its history', async () => {
    const [first, second] = [await moderator(), await moderator()];
    const { appealId, version, id, app } = await createAppeal(t.db, {
      rejectedBy: first.userId,
      releaseMode: 'automatic',
    });
    await decideAppeal(as(second), appealId, overturn);
    expect(await stateOf(version.id)).toBe('released');
    expect((await outcomeOf(id))?.outcome).toBe('rejected');
    expect(await t.sql`select key from approved_holds where app_id = ${app.id}`).toEqual([
      { key: holdOf('camera').key },
    ]);
    const view = await getSubmissionCase(as(first), id);
    expect(view.history[0]).toMatchObject({
      outcome: 'rejected',
      appeal: { outcome: 'overturned', note: overturn.note },
    });
  });

  test('of two decisions at once counts once', async () => {
    const first = await moderator();
    const { appealId } = await createAppeal(t.db, { rejectedBy: first.userId });
    const deciders = await Promise.all([moderator(), moderator()]);
    const answers = await Promise.allSettled(
      deciders.map((actor, i) => decideAppeal(as(actor), appealId, i === 0 ? uphold : overturn)),
    );
    const lost = answers.filter((answer) => answer.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toMatchObject({ status: 409, code: 'already_decided' });
  });

  test('is for no member of the organisation and nobody without the role', async () => {
    const { appealId, organizationId } = await createAppeal(t.db, { rejectedBy: (await moderator()).userId });
    const actor = await moderator();
    await addMember(t.db, organizationId, actor.userId);
    await expect(decideAppeal(as(actor), appealId, overturn)).rejects.toMatchObject({ code: 'conflict_of_interest' });
    await expect(decideAppeal(as(await createActor(t.db)), appealId, overturn)).rejects.toMatchObject({ status: 403 });
    await expect(decideAppeal(as(await moderator()), newId(), overturn)).rejects.toMatchObject({ status: 404 });
  });

  test('by the first decider is for an admin who is alone on the desk, and marked', async () => {
    const admin = await moderator(['admin']);
    const { appealId } = await createAppeal(t.db, { rejectedBy: admin.userId });
    await expect(decideAppeal(as(admin), appealId, uphold)).rejects.toMatchObject({ code: 'same_person' });
    await t.sql`update users set suspended_at = now() where roles <> '{}' and id <> ${admin.userId}`;
    expect(await decideAppeal(as(admin), appealId, uphold)).toMatchObject({ isSamePerson: true, outcome: 'upheld' });
  });
});

test('the dashboard counts queue, decisions, appeals and reports', async () => {
  await t.sql`truncate submissions cascade`;
  const actor = await moderator();
  expect(await getDashboard(as(actor))).toMatchObject({
    submissions: { open: 0, late: 0, oldestMinutes: null, usualWaitMinutes: null, decidedToday: 0 },
    appeals: { open: 0, decided: 0, overturned: 0, overturnRate: null },
  });
  const now = new Date(Date.UTC(2026, 5, 1, 12, 30));
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  await createSubmission(t.db, { queuedAt: hoursAgo(25) });
  await createSubmission(t.db, { queuedAt: hoursAgo(2) });
  for (const [taken, ago] of [
    [60, 0],
    [120, 1],
    [600, 14],
  ] as const) {
    const { id } = await createSubmission(t.db, { queuedAt: new Date(hoursAgo(ago).getTime() - taken * 60_000) });
    await t.sql`update submissions set outcome = 'approved', decided_at = ${hoursAgo(ago).toISOString()} where id = ${id}`;
  }
  const upheld = await createAppeal(t.db, { rejectedBy: actor.userId });
  await t.sql`update submissions set decided_at = ${hoursAgo(99).toISOString()} where id = ${upheld.id}`;
  await t.sql`update appeals set outcome = 'overturned', decided_at = now() where id = ${upheld.appealId}`;
  const view = await getDashboard(t.ctx({ actor, now }));
  expect(view.submissions).toMatchObject({ open: 2, late: 1, oldestMinutes: 1500, decidedToday: 2 });
  expect(view.submissions.decisionsByHour).toHaveLength(24);
  expect(view.submissions.decisionsByHour.flatMap((count, i) => (count > 0 ? [[i, count]] : []))).toEqual([
    [9, 1],
    [22, 1],
    [23, 1],
  ]);
  expect(view.appeals).toEqual({ open: 0, decided: 1, overturned: 1, overturnRate: 1 });
  expect(view.reports.find(({ reason }) => reason === 'malware')).toEqual({ reason: 'malware', open: 0 });
  await expect(getDashboard(as(await createActor(t.db)))).rejects.toMatchObject({ status: 403 });
});
