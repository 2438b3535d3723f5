import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { inTransaction, type UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { addMember, createSubmission, holdOf } from '@/tests/submissions';
import { claimSubmission } from './claim-submission';
import { giveBackExpired, giveBackSubmission } from './give-back-submission';
import { listSubmissions } from './list-submissions';
import type { QueueItem } from './schema';
import { getSubmissionCase } from './submission-case';

const t = testDatabase();
const moderator = () => createActor(t.db, { roles: ['moderator'] });
const as = (actor: UserActor) => t.ctx({ actor });
const stateOf = async (id: string) => {
  const [row] = await t.sql`
    select v.state, s.claimed_by, s.claim_expires_at from submissions s join app_versions v on v.id = s.version_id where s.id = ${id}`;
  return row;
};
const expire = (id: string) =>
  t.sql`update submissions set claim_expires_at = now() - interval '1 second' where id = ${id}`;
const audited = async (id: string) => {
  const { version_id } = (await t.sql`select version_id from submissions where id = ${id}`)[0] ?? {};
  const rows = await t.sql<{ action: string }[]>`
    select action from audit_log where subject_id in (${version_id}, ${id}) order by sequence`;
  return rows.map(({ action }) => action);
};

describe('a claim', () => {
  test('takes a waiting version into review for half an hour, and the same moderator renews it', async () => {
    const [actor, { id }] = [await moderator(), await createSubmission(t.db)];
    const { expiresAt } = await claimSubmission(as(actor), id);
    const minutes = (new Date(expiresAt).getTime() - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(29.5);
    expect(minutes).toBeLessThan(30.5);
    expect(await stateOf(id)).toMatchObject({ state: 'in_review', claimed_by: actor.userId });
    await t.sql`update submissions set claim_expires_at = now() + interval '1 minute' where id = ${id}`;
    const renewed = await claimSubmission(as(actor), id);
    expect(new Date(renewed.expiresAt) >= new Date(expiresAt)).toBe(true);
    expect(await audited(id)).toEqual(['version.claim']);
  });

  test('of two at once one has it, and the other hears who and until when', async () => {
    const [a, b, { id }] = [await moderator(), await moderator(), await createSubmission(t.db)];
    const answers = await Promise.allSettled([a, b].map((actor) => claimSubmission(as(actor), id)));
    const lost = answers.filter((answer) => answer.status === 'rejected');
    expect(lost).toHaveLength(1);
    const holder = (await stateOf(id))?.claimed_by;
    expect(lost[0]?.reason).toMatchObject({
      status: 409,
      code: 'already_claimed',
      extras: { members: { by: { id: holder, name: expect.any(String) }, expiresAt: expect.stringMatching(/Z$/) } },
    });
    expect(await audited(id)).toEqual(['version.claim']);
  });

  test('that has run out goes to whoever asks, and the version stays in review', async () => {
    const [a, b, { id }] = [await moderator(), await moderator(), await createSubmission(t.db)];
    await claimSubmission(as(a), id);
    await expire(id);
    await claimSubmission(as(b), id);
    expect(await stateOf(id)).toMatchObject({ state: 'in_review', claimed_by: b.userId });
    expect(await audited(id)).toEqual(['version.claim', 'submission.taken_over']);
    await expect(claimSubmission(as(a), id)).rejects.toMatchObject({ code: 'already_claimed' });
  });

  test('is for no member of the organisation, whatever their role here', async () => {
    const submission = await createSubmission(t.db);
    for (const roles of [['moderator'], ['admin']]) {
      const actor = await createActor(t.db, { roles });
      await addMember(t.db, submission.organizationId, actor.userId);
      await expect(claimSubmission(as(actor), submission.id)).rejects.toMatchObject({
        status: 403,
        code: 'conflict_of_interest',
      });
      expect((await getSubmissionCase(as(actor), submission.id)).conflict).toMatch(/You are a member of/);
    }
    expect(await stateOf(submission.id)).toMatchObject({ state: 'waiting_for_review', claimed_by: null });
  });

  test('of what is decided, unknown or not for me is refused', async () => {
    const [actor, { id }] = [await moderator(), await createSubmission(t.db)];
    await expect(claimSubmission(as(actor), newId())).rejects.toMatchObject({ status: 404 });
    await expect(claimSubmission(as(await createActor(t.db)), id)).rejects.toMatchObject({ status: 403 });
    await t.sql`update submissions set outcome = 'withdrawn', decided_at = now() where id = ${id}`;
    await expect(claimSubmission(as(actor), id)).rejects.toMatchObject({ status: 409, code: 'already_decided' });
  });
});

describe('giving back', () => {
  test('puts the version where it was in the queue', async () => {
    const [actor, { id }] = [await moderator(), await createSubmission(t.db)];
    await claimSubmission(as(actor), id);
    await giveBackSubmission(as(actor), id);
    expect(await stateOf(id)).toMatchObject({ state: 'waiting_for_review', claimed_by: null, claim_expires_at: null });
    await expect(giveBackSubmission(as(actor), id)).rejects.toMatchObject({ status: 409, code: 'not_claimed' });
    expect(await audited(id)).toEqual(['version.claim', 'version.give_back']);
  });

  test('is for who has it', async () => {
    const [a, b, { id }] = [await moderator(), await moderator(), await createSubmission(t.db)];
    await claimSubmission(as(a), id);
    await expect(giveBackSubmission(as(b), id)).rejects.toMatchObject({ code: 'not_claimed' });
    await expect(giveBackSubmission(as(b), newId())).rejects.toMatchObject({ status: 404 });
    expect(await stateOf(id)).toMatchObject({ claimed_by: a.userId });
  });

  test('happens by itself to claims that ran out, and to no others', async () => {
    const actor = await moderator();
    const [left, kept] = [await createSubmission(t.db), await createSubmission(t.db)];
    for (const { id } of [left, kept]) await claimSubmission(as(actor), id);
    await expire(left.id);
    const { signal } = new AbortController();
    const system = t.ctx({ actor: { kind: 'system', job: 'test' } });
    const counts = await Promise.all([giveBackExpired(system, signal), giveBackExpired(system, signal)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(1);
    expect(await stateOf(left.id)).toMatchObject({ state: 'waiting_for_review', claimed_by: null });
    expect(await stateOf(kept.id)).toMatchObject({ state: 'in_review', claimed_by: actor.userId });
    expect(await audited(left.id)).toEqual(['version.claim', 'version.give_back']);
  });
});

describe('the queue', () => {
  test('is in order of arrival with positions, age and claims, page by page', async () => {
    await t.sql`truncate submissions cascade`;
    const actor = await moderator();
    const hours = [30, 20, 10, 5, 1];
    const all: { id: string }[] = [];
    for (const hour of hours) {
      all.push(await createSubmission(t.db, { queuedAt: new Date(Date.now() - hour * 3_600_000 - 1000) }));
    }
    await claimSubmission(as(actor), all[1]!.id);
    const seen: QueueItem[] = [];
    let cursor: string | undefined;
    do {
      const page = await listSubmissions(as(actor), { state: 'open', limit: 2, cursor });
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.map(({ id, position }) => [id, position])).toEqual(all.map(({ id }, i) => [id, i + 1]));
    expect(seen.map(({ isLate, ageMinutes }) => [isLate, Math.floor(ageMinutes / 60)])).toEqual(
      hours.map((hour) => [hour >= 24, hour]),
    );
    expect(seen.map(({ claim }) => claim?.isMine)).toEqual([undefined, true, undefined, undefined, undefined]);
    expect(seen[0]).toMatchObject({ isFirst: true, holdCount: 1, state: 'waiting_for_review', version: '1.0.0' });
    await expire(all[1]!.id);
    expect((await listSubmissions(as(actor), { state: 'open', limit: 20 })).items[1]?.claim).toBeNull();
    expect((await listSubmissions(as(actor), { state: 'decided', limit: 20 })).items).toEqual([]);
    await expect(listSubmissions(as(actor), { state: 'decided', limit: 2, cursor: 'x' })).rejects.toMatchObject({
      code: 'invalid_cursor',
    });
  });

  test('counts only what nobody has let pass before', async () => {
    const holds = [holdOf('camera'), holdOf('contacts')];
    const { id, app } = await createSubmission(t.db, { holds, status: 'listed' });
    await t.sql`insert into approved_holds (app_id, key, created_at) values (${app.id}, ${holds[0]!.key}, now())`;
    const actor = await moderator();
    const { items } = await listSubmissions(as(actor), { state: 'open', limit: 100 });
    expect(items.find((item) => item.id === id)).toMatchObject({ holdCount: 1, isFirst: false });
    const view = await getSubmissionCase(as(actor), id);
    expect(view.holds.map(({ isApprovedBefore }) => isApprovedBefore)).toEqual([true, false]);
    expect(view).toMatchObject({ conflict: null, ageRating: 4, history: [{ id, version: '2.0.0', outcome: null }] });
    await expect(getSubmissionCase(as(actor), newId())).rejects.toMatchObject({ status: 404 });
  });

  test('of ten thousand answers the first page and the last', async () => {
    const { app, version } = await createSubmission(t.db);
    await t.sql`alter table app_versions disable trigger user`;
    await t.sql`drop index app_versions_one_in_flight_key`;
    await t.sql`
      with many as (
        insert into app_versions (id, app_id, version, platform, size_bytes, state, created_at)
        select gen_random_uuid(), ${app.id}, '3.0.' || n, 'linux', 5, 'waiting_for_review', now() from generate_series(1, 10000) n
        returning id)
      insert into submissions (id, version_id, app_id, snapshot, holds, diff_hash, submitted_at, queued_at)
      select gen_random_uuid(), many.id, ${app.id}, s.snapshot, s.holds, s.diff_hash, now(), now() + random() * interval '1 hour'
      from many, submissions s where s.version_id = ${version.id}`;
    await t.sql`analyze submissions`;
    const actor = await moderator();
    const [last] = await t.sql`
      select to_json(queued_at) #>> '{}' as queued_at, id from submissions where outcome is null
      order by queued_at desc, id desc offset 50 limit 1`;
    const cursor = Buffer.from(JSON.stringify(['submissions:open', last?.queued_at, last?.id])).toString('base64url');
    const [top, end] = await inTransaction(as(actor), async (ctx) => {
      await ctx.db.execute(sql`set local statement_timeout = '500ms'`);
      return [
        await listSubmissions(ctx, { state: 'open', limit: 100 }),
        await listSubmissions(ctx, { state: 'open', limit: 100, cursor }),
      ] as const;
    });
    expect(top.items.map(({ position }) => position)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    expect(end.items).toHaveLength(50);
    expect(end.items[0]?.position).toBeGreaterThan(9_950);
  });
});
