import { sql } from 'drizzle-orm';
import { requireMember } from '@/lib/accounts/organizations/require-member';
import { appendAudit } from '@/lib/audit';
import { giveApp } from '@/lib/catalog/publish-listing';
import type { Tx } from '@/db/client';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { lockApp } from '@/lib/publishing/drafts';
import type { Transfer } from '@/lib/publishing/transfers/schema';
import { requireNothingInFlight } from './offer-transfer';
import { findTransfer, requireTransfer } from './queries';

/**
 * Takes an offered app over. What it earned so far, and what was answered to its reviews, stays with who gave it. For
 * owners of the organisation that it was offered to. Publishes `app.transferred`. Throws 401, 403 `role_required`,
 * 403 `organization_suspended` of either, 404, 409 `transfer_closed`, 409 `version_in_flight`.
 */
export async function acceptTransfer(ctx: Ctx, id: string): Promise<Transfer> {
  const transfer = await findTransfer(ctx, id);
  await requireMember(ctx, transfer.toId, 'own');
  await inTransaction(ctx, async (ctx) => {
    await requireMember(ctx, transfer.toId, 'own', { isHeld: true });
    const [giver] = await ctx.db.execute<{ is_suspended: boolean }>(
      sql`select suspended_at is not null as is_suspended from organizations where id = ${transfer.fromId} for share`,
    );
    const { status } = await lockApp(ctx, transfer.appId);
    await close(ctx, id, 'accepted');
    await requireNothingInFlight(ctx, transfer.appId);
    if (giver?.is_suspended || status === 'removed') {
      throw new AppError('forbidden', 'organization_suspended', {
        detail: 'The store has closed this app or who offers it. Nothing of it can be taken over now.',
      });
    }
    if (!(await giveApp(ctx, transfer.appId, { from: transfer.fromId, to: transfer.toId }))) throw closed();
    await publish(ctx, { type: 'app.transferred', payload: { transferId: id } });
    await appendAudit(ctx, {
      action: 'app.transferred',
      subjectType: 'app',
      subjectId: transfer.appId,
      changes: { transferId: id, organizationId: [transfer.fromId, transfer.toId] },
    });
  });
  return requireTransfer(ctx, id);
}

/**
 * Refuses an offered app, or takes an offer back: for owners of either organisation. Throws 401, 403 `role_required`, 404,
 * 409 `transfer_closed`.
 */
export async function declineTransfer(ctx: Ctx, id: string): Promise<Transfer> {
  const transfer = await findTransfer(ctx, id);
  const outcome = await outcomeFor(ctx, transfer);
  await inTransaction(ctx, async (ctx) => {
    await lockApp(ctx, transfer.appId);
    await close(ctx, id, outcome);
    await appendAudit(ctx, {
      action: `app.transfer_${outcome}`,
      subjectType: 'app',
      subjectId: transfer.appId,
      changes: { transferId: id },
    });
  });
  return requireTransfer(ctx, id);
}

/** Whoever belongs to both refuses as who was asked. */
async function outcomeFor(ctx: Ctx, { fromId, toId }: { fromId: string; toId: string }) {
  try {
    await requireMember(ctx, toId, 'own');
    return 'declined' as const;
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === 'unauthenticated') throw error;
    // What the other says counts for whoever belongs to it alone.
    try {
      await requireMember(ctx, fromId, 'own');
      return 'cancelled' as const;
    } catch (other) {
      throw other instanceof AppError && other.kind === 'not_found' ? error : other;
    }
  }
}

const closed = () =>
  new AppError('conflict', 'transfer_closed', { detail: 'This offer was answered already. Look again.' });

async function close(ctx: Ctx & { db: Tx }, id: string, outcome: 'accepted' | 'declined' | 'cancelled'): Promise<void> {
  const rows = await ctx.db.execute(sql`
    update app_transfers set outcome = ${outcome}, decided_at = ${ctx.now.toISOString()}::timestamptz,
      decided_by = ${ctx.actor.kind === 'user' ? ctx.actor.userId : null}
    where id = ${id} and outcome is null returning id`);
  if (rows.length === 0) throw closed();
}
