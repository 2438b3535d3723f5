import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { appTransfers } from '@/db/schema';
import type { Tx } from '@/db/client';
import { closeOrganization } from '@/lib/accounts/organizations/close-organization';
import { lockOrganization } from '@/lib/accounts/organizations/lock-organization';
import { requireMember } from '@/lib/accounts/organizations/require-member';
import { appendAudit } from '@/lib/audit';
import { deleteUnseenApps } from '@/lib/catalog/delete-unseen-apps';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { deletable, inFlight } from './rules';

/** What is looked into or reviewed is withdrawn first. */
const busyStates = inFlight.filter((state) => !deletable.includes(state));

/**
 * Deletes an organisation, and with it the apps of its that nobody sees and nobody ever got; on record. For owners:
 * throws as `requireMember` does, and 409 `organization_not_empty` with `apps` and `hasMoney` while it has other apps or
 * money that is on its way.
 */
export async function deleteOrganization(ctx: Ctx, ref: string): Promise<void> {
  const { userId } = requireUser(ctx);
  const { organizationId, slug } = await requireMember(ctx, ref, 'own');
  await inTransaction(ctx, async (ctx) => {
    await lockOrganization(ctx, organizationId, 'update');
    await requireMember(ctx, organizationId, 'own');
    const { deleted, left } = await deleteUnseenApps(ctx, organizationId, { busyStates });
    const hasMoney = await isOwedOrOwes(ctx, organizationId);
    if (left > 0 || hasMoney) throw notEmpty(left, hasMoney);
    await ctx.db
      .update(appTransfers)
      .set({ outcome: 'cancelled', decidedAt: ctx.now, decidedBy: userId })
      .where(
        and(
          isNull(appTransfers.outcome),
          or(eq(appTransfers.toOrganizationId, organizationId), eq(appTransfers.fromOrganizationId, organizationId)),
        ),
      );
    const isKept = await closeOrganization(ctx, organizationId);
    await appendAudit(ctx, {
      action: 'organization.deleted',
      subjectType: 'organization',
      subjectId: organizationId,
      changes: { slug, apps: deleted, isNameKept: isKept },
    });
  });
}

/** Money earned and not paid out, or more paid back than earned; and payouts that are not made yet. */
async function isOwedOrOwes(ctx: Ctx & { db: Tx }, organizationId: string): Promise<boolean> {
  const [row] = await ctx.db.execute<{ is_open: boolean }>(sql`
    select exists (
        select from ledger_entries where account = ${`organization:${organizationId}:payable`}
        group by currency having sum(amount_minor) <> 0
      ) or exists (
        select from payouts where organization_id = ${organizationId} and status = 'pending'
      ) as is_open`);
  return row?.is_open ?? false;
}

function notEmpty(apps: number, hasMoney: boolean) {
  const reasons = [
    ...(apps > 0 ? [`${apps === 1 ? 'an app' : `${apps} apps`} that somebody sees, owns, reviews or took down`] : []),
    ...(hasMoney ? ['money that is not settled yet'] : []),
  ];
  return new AppError('conflict', 'organization_not_empty', {
    detail: `It still has ${reasons.join(' and ')}. Apps can be transferred to another organisation.`,
    members: { apps, hasMoney },
  });
}
