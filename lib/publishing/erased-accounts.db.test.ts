import { expect, test } from 'vitest';
import { appDrafts, appTransfers, builds, pricePlans, submissions } from '@/db/schema';
import type { Event } from '@/lib/events/events';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createOrganization, createUser } from '@/tests/factories';
import { createSubmission } from '@/tests/submissions';
import { publishingHandlers } from './handlers';

const t = testDatabase();

const erased = (userId: string): Event => ({
  id: newId(),
  type: 'account.erased',
  occurredAt: new Date(),
  payload: { userId, reviews: 'keep' },
});
const handle = async (event: Event) => {
  for (const handler of publishingHandlers) if (handler.event === event.type) await handler.run(t.ctx(), [event]);
};

/** An app on which somebody did everything that there is to do. */
async function workOf(userId: string) {
  const { id, app, version, organizationId } = await createSubmission(t.db);
  const { id: toOrganizationId } = await createOrganization(t.db);
  const at = new Date();
  await t.db.insert(appDrafts).values({ appId: app.id, listing: {}, updatedAt: at, updatedBy: userId });
  await t.db
    .insert(pricePlans)
    .values({ appId: app.id, baseCurrency: 'USD', baseAmountMinor: 99, updatedAt: at, updatedBy: userId });
  await t.db.insert(builds).values({
    id: newId(),
    appId: app.id,
    versionId: version.id,
    fileName: 'app.zip',
    sizeBytes: 1,
    sha256: 'a'.repeat(64),
    createdBy: userId,
    createdAt: at,
    updatedAt: at,
  });
  await t.db.insert(appTransfers).values({
    id: newId(),
    appId: app.id,
    fromOrganizationId: organizationId,
    toOrganizationId,
    requestedBy: userId,
    createdAt: at,
    outcome: 'cancelled',
    decidedBy: userId,
    decidedAt: at,
  });
  await t.sql`
    update submissions set submitted_by = ${userId}, message = 'Please look again.', outcome = 'withdrawn',
      decided_by = ${userId}, decided_at = now() where id = ${id}`;
  return app.id;
}

const namesOf = (appId: string) => t.sql`
  select d.updated_by as draft, p.updated_by as prices, b.created_by as build, s.submitted_by as submission,
    s.decided_by as withdrawal, x.requested_by as offer, x.decided_by as answer
  from app_drafts d join price_plans p using (app_id) join builds b using (app_id) join submissions s using (app_id)
    join app_transfers x using (app_id) where app_id = ${appId}`;

test('what an erased account did for an organisation stays, done by nobody; others keep their names', async () => {
  const [gone, other] = [await createUser(t.db), await createUser(t.db)];
  const [left, untouched] = [await workOf(gone.id), await workOf(other.id)];
  const event = erased(gone.id);
  await handle(event);
  await handle(event);
  const columns = ['draft', 'prices', 'build', 'submission', 'withdrawal', 'offer', 'answer'];
  const all = (id: string | null) => [Object.fromEntries(columns.map((name) => [name, id]))];
  expect([...(await namesOf(left))]).toEqual(all(null));
  expect([...(await namesOf(untouched))]).toEqual(all(other.id));
  const messages = await t.db.select({ message: submissions.message, outcome: submissions.outcome }).from(submissions);
  expect(messages).toEqual(Array(2).fill({ message: 'Please look again.', outcome: 'withdrawn' }));
});

test('what an erased moderator decided stays as it was, under the pseudonym of the account', async () => {
  const moderator = await createUser(t.db);
  const { id } = await createSubmission(t.db);
  await t.sql`
    update submissions set outcome = 'approved', decided_by = ${moderator.id}, decided_at = now(), evidence = 'Works.',
      note = 'Well done.' where id = ${id}`;
  await handle(erased(moderator.id));
  const [row] = await t.sql`select decided_by, evidence, note from submissions where id = ${id}`;
  expect(row).toEqual({ decided_by: moderator.id, evidence: 'Works.', note: 'Well done.' });
});
