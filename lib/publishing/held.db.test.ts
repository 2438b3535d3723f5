import { describe, expect, test } from 'vitest';
import { suspendOrganization } from '@/lib/moderation/suspend-organization';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { createTeam } from '@/tests/organizations';
import { publishing } from '@/tests/publishing';
import { createVersion } from './create-version';
import { releaseVersion } from './release-version';
import { acceptTransfer } from './transfers/answer-transfer';
import { offerTransfer } from './transfers/offer-transfer';
import { updateApp } from './update-app';

const database = testDatabase();
const { as, approvedApp } = publishing(database);
const rounds = 12;

async function released() {
  const team = await createTeam(database.db);
  const refs = await approvedApp(team.owner, team.id);
  await releaseVersion(as(team.owner), refs);
  return { team, refs };
}

describe('who may change an app is asked once more when it is held', () => {
  test('an app that is put back on sale while its organisation is suspended is not listed afterwards', async () => {
    const admin = await createActor(database.db, { roles: ['admin'] });
    for (let round = 0; round < rounds; round += 1) {
      const { team, refs } = await released();
      await updateApp(as(team.owner), refs.id, { status: 'hidden' });
      await Promise.allSettled([
        updateApp(as(team.owner), refs.id, { status: 'listed' }),
        suspendOrganization(as(admin), team.id, { reason: 'Malware' }),
        updateApp(as(team.admin), refs.id, { status: 'listed' }),
      ]);
      const [row] = await database.sql`
        select a.status, o.suspended_at is not null as suspended
        from apps a join organizations o on o.id = a.organization_id where a.id = ${refs.id}`;
      expect(row).toEqual({ status: 'hidden', suspended: true });
    }
  });

  test('nobody begins a version of an app that was handed over meanwhile', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const [{ team, refs }, taker] = [await released(), await createTeam(database.db)];
      const transfer = await offerTransfer(as(team.owner), refs.id, { organization: taker.id });
      const [begun, taken] = await Promise.allSettled([
        createVersion(as(team.owner), refs.id, { version: '2.0.0', platform: 'linux' }),
        acceptTransfer(as(taker.owner), transfer.id),
      ]);
      const [row] = await database.sql`
        select organization_id = ${taker.id} as moved,
          exists (select from app_versions v where v.app_id = apps.id and v.version = '2.0.0') as begun
        from apps where id = ${refs.id}`;
      expect(row).toEqual({ moved: taken.status === 'fulfilled', begun: begun.status === 'fulfilled' });
      expect(row?.moved && row?.begun).toBe(false);
    }
  });
});
