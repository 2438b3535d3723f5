import { describe, expect, test } from 'vitest';
import { appealVersion } from '@/lib/moderation/appeal-version';
import { testDatabase } from '@/tests/database';
import { createTeam } from '@/tests/organizations';
import { publishing } from '@/tests/publishing';
import { releaseVersion, rollBackVersion } from './release-version';
import { can, inFlight, transitions, type VersionAction, versionStates } from './rules';
import { submitVersion } from './submit-version';
import { withdrawVersion } from './withdraw-version';

const database = testDatabase();
const { as, readyApp, approvedApp, move, decide, force, stateOf, auditOf } = publishing(database);

const actions = Object.keys(transitions) as VersionAction[];

const eventsOf = async (versionId: string) =>
  (
    await database.sql`
      select data #>> '{payload,action}' as action from pgboss.job
      where name = 'version.state_changed' and data #>> '{payload,versionId}' = ${versionId} order by created_on, id`
  ).map(({ action }) => action as string);

describe('each action in each state does what the table says', () => {
  test.each(actions)('%s', async (action) => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    for (const state of versionStates) {
      await force(refs, state);
      const [audit, events] = [await auditOf(refs.version), await eventsOf(refs.version)];
      if (can(action, state)) {
        await database.sql`update app_versions set released_at = coalesce(released_at, now()) where id = ${refs.version}`;
        await move(action, refs);
        expect(await stateOf(refs)).toBe(transitions[action].to);
        expect(await auditOf(refs.version)).toEqual([...audit, `version.${action}`]);
        expect(await eventsOf(refs.version)).toEqual([...events, action]);
      } else {
        await expect(move(action, refs)).rejects.toMatchObject({
          status: 409,
          code: 'illegal_transition',
          extras: {
            members: { action, state, possibleFrom: transitions[action].from, leadsTo: transitions[action].to },
          },
        });
        expect(await stateOf(refs)).toBe(state);
        expect(await auditOf(refs.version)).toEqual(audit);
        expect(await eventsOf(refs.version)).toEqual(events);
      }
    }
  });
});

/** The commands of developers, by the action that each takes. */
const commands = {
  submit: (ctx: Parameters<typeof submitVersion>[0], refs: Parameters<typeof submitVersion>[1]) =>
    submitVersion(ctx, refs, { message: 'Please.' }),
  withdraw: withdrawVersion,
  release: releaseVersion,
  roll_back: rollBackVersion,
  appeal: (ctx: Parameters<typeof appealVersion>[0], refs: Parameters<typeof appealVersion>[1]) =>
    appealVersion(ctx, refs, { text: 'It works here.' }),
} as const;

describe('the commands of developers do the same', () => {
  test.each(Object.keys(commands) as (keyof typeof commands)[])('%s', async (action) => {
    const team = await createTeam(database.db);
    for (const state of versionStates) {
      const refs = await readyApp(team.owner, team.id);
      await submitVersion(as(team.owner), refs);
      if (!['waiting_for_review', 'in_review'].includes(state)) await decide(refs, 'reject');
      await force(refs, state);
      const attempt = commands[action](as(team.owner), refs);
      if (can(action, state)) {
        expect((await attempt).state).toBe(transitions[action].to);
      } else {
        await expect(attempt).rejects.toMatchObject({ code: 'illegal_transition', status: 409 });
        expect(await stateOf(refs)).toBe(state);
      }
    }
  });

  test.each(Object.keys(commands) as (keyof typeof commands)[])(
    '%s is for admins of the organisation',
    async (action) => {
      const team = await createTeam(database.db);
      const refs = await readyApp(team.owner, team.id);
      const [from] = transitions[action].from;
      await force(refs, from);
      for (const [actor, status] of [
        [team.marketer, 403],
        [team.viewer, 403],
        [team.stranger, 404],
        [{ kind: 'anonymous' }, 401],
      ] as const) {
        await expect(commands[action](as(actor), refs)).rejects.toMatchObject({ status });
      }
      expect(await stateOf(refs)).toBe(from);
    },
  );
});

describe('of two at once one wins', () => {
  const settled = async (...attempts: Promise<unknown>[]) => {
    const outcomes = await Promise.allSettled(attempts);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'illegal_transition' });
    }
    return outcomes.filter(({ status }) => status === 'fulfilled').length;
  };

  test('two submit', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    expect(await settled(submitVersion(as(team.owner), refs), submitVersion(as(team.admin), refs))).toBe(1);
    expect(await database.sql`select from submissions where version_id = ${refs.version}`).toHaveLength(1);
  });

  test('two release', async () => {
    const team = await createTeam(database.db);
    const refs = await approvedApp(team.owner, team.id);
    expect(await settled(releaseVersion(as(team.owner), refs), releaseVersion(as(team.admin), refs))).toBe(1);
    expect((await auditOf(refs.version)).filter((action) => action === 'version.release')).toHaveLength(1);
  });

  test('one withdraws and a moderator decides', async () => {
    const team = await createTeam(database.db);
    for (let i = 0; i < 5; i++) {
      const refs = await readyApp(team.owner, team.id);
      await submitVersion(as(team.owner), refs);
      await move('claim', refs);
      expect(await settled(withdrawVersion(as(team.owner), refs), move('approve', refs))).toBe(1);
      expect(['draft', 'approved']).toContain(await stateOf(refs));
    }
  });

  test('one releases and another withdraws: what is approved cannot be withdrawn', async () => {
    const team = await createTeam(database.db);
    const refs = await approvedApp(team.owner, team.id);
    expect(await settled(releaseVersion(as(team.owner), refs), withdrawVersion(as(team.admin), refs))).toBe(1);
    expect(await stateOf(refs)).toBe('released');
  });
});

test('a state in flight is one that a new version waits for', () => {
  expect(versionStates.filter((state) => !inFlight.includes(state))).toEqual(['released', 'superseded', 'removed']);
});
