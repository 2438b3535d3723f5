import { describe, expect, test } from 'vitest';
import { type NotificationKind, wordsOfNotification } from '@/lib/accounts/rules';
import { systemContext } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createPurchase } from '@/tests/factories';
import { createTeam } from '@/tests/organizations';
import { publishing, type Refs } from '@/tests/publishing';
import { notifyMembers } from './notify-members';
import { releaseVersion } from './release-version';
import { submitVersion } from './submit-version';

const database = testDatabase();
const { as, readyApp, approvedApp, beginVersion, decide, force, stateOf } = publishing(database);

const eventOf = (action: string, { version: versionId }: Refs) => ({
  id: newId(),
  type: 'version.state_changed' as const,
  occurredAt: new Date(),
  payload: { versionId, action, submissionId: null },
});

const hear = (...events: ReturnType<typeof eventOf>[]) =>
  notifyMembers.run(systemContext('test', { db: database.db }), events);

const toldOf = async (appId: string) =>
  database.sql<{ user_id: string; kind: NotificationKind; href: string; data: Record<string, string> }[]>`
    select user_id, kind, href, data from notifications where data ->> 'appId' = ${appId} order by kind, user_id`;

describe('members hear', () => {
  test.each([
    ['refuse_build', 'build_invalid', 'invalid_binary'],
    ['approve', 'version_approved', 'approved'],
    ['overturn', 'version_approved', 'approved'],
    ['reject', 'version_rejected', 'rejected'],
    ['reject_metadata', 'version_metadata_rejected', 'metadata_rejected'],
    ['uphold', 'version_appeal_upheld', 'rejected'],
    ['release', 'version_released', 'released'],
  ] as const)('of %s once each, as %s', async (action, kind, state) => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    await force(refs, state);
    const event = eventOf(action, refs);
    await hear(event);
    await hear(event);
    const told = await toldOf(refs.id);
    expect(told.map((row) => row.user_id).sort()).toEqual(
      [team.owner, team.admin, team.marketer, team.viewer].map(({ userId }) => userId).sort(),
    );
    expect(told[0]).toMatchObject({ kind, href: `/console/apps/${refs.id}/versions/${refs.version}` });
    expect(wordsOfNotification(kind, told[0]!.data).title).toContain('1.0.0');
  });

  test('nothing of steps that lead on by themselves', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    await hear(
      ...['upload', 'accept_build', 'submit', 'claim', 'give_back', 'withdraw', 'supersede', 'appeal'].map((action) =>
        eventOf(action, refs),
      ),
    );
    await force(refs, 'released');
    await hear(eventOf('approve', refs));
    expect(await toldOf(refs.id)).toEqual([]);
  });
});

test('owners hear of an update, not of the first release, and once', async () => {
  const team = await createTeam(database.db);
  const first = await approvedApp(team.owner, team.id);
  await releaseVersion(as(team.owner), first);
  const [price] = await database.sql`select * from app_prices where app_id = ${first.id}`;
  const shoppers = await Promise.all([1, 2, 3].map(() => createActor(database.db)));
  for (const [index, { userId }] of shoppers.entries()) {
    await createPurchase(
      database.db,
      { user: { id: userId }, app: { id: first.id }, price: { ...price, amountMinor: 0 } as never },
      index === 2 ? { status: 'refunded' } : {},
    );
  }
  await hear(eventOf('release', first));
  const second = await beginVersion(team.owner, first.id, { version: '2.0.0' });
  await submitVersion(as(team.owner), second);
  await decide(second, 'approve');
  await releaseVersion(as(team.owner), second);
  const event = eventOf('release', second);
  await Promise.all([hear(event), hear(event)]);
  const told = (await toldOf(first.id)).filter(({ kind }) => kind === 'app_updated');
  expect(told.map((row) => row.user_id).sort()).toEqual(
    shoppers
      .slice(0, 2)
      .map(({ userId }) => userId)
      .sort(),
  );
  expect(told[0]).toMatchObject({ href: expect.stringMatching(/^\/apps\//), data: { version: '2.0.0' } });
  expect(await stateOf(second)).toBe('released');
});
