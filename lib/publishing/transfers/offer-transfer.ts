import { sql } from 'drizzle-orm';
import { notify } from '@/lib/accounts/notify';
import { appendAudit } from '@/lib/audit';
import type { Tx } from '@/db/client';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { isId, newId } from '@/lib/ids';
import { findInFlight, holdApp } from '@/lib/publishing/drafts';
import { requireApp } from '@/lib/publishing/require-app';
import type { Transfer } from '@/lib/publishing/transfers/schema';
import { requireTransfer } from './queries';

/**
 * Offers an app to another organisation, whose owners are told and have to accept. For owners. Throws as `requireApp`,
 * 409 `transfer_open`, 409 `version_in_flight`, 422 `unknown_organization`.
 */
export async function offerTransfer(
  ctx: Ctx,
  ref: string,
  { organization }: { organization: string },
): Promise<Transfer> {
  const app = await requireApp(ctx, ref, 'own');
  const by = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  const id = newId(ctx.now);
  await inTransaction(ctx, async (ctx) => {
    const to = await findOrganization(ctx, organization);
    if (!to || to.id === app.organizationId) {
      const message = to ? 'The app is of this organisation already.' : `There is no organisation ${organization}.`;
      throw new AppError('unprocessable', 'unknown_organization', {
        detail: message,
        errors: [{ path: 'organization', message }],
      });
    }
    await holdApp(ctx, app);
    await requireNothingInFlight(ctx, app.appId);
    const made = await ctx.db.execute(sql`
      insert into app_transfers (id, app_id, from_organization_id, to_organization_id, requested_by, created_at)
      values (${id}, ${app.appId}, ${app.organizationId}, ${to.id}, ${by}, ${ctx.now.toISOString()}::timestamptz)
      on conflict (app_id) where outcome is null do nothing returning id`);
    if (made.length === 0) {
      throw new AppError('conflict', 'transfer_open', { detail: 'It is offered already. Take that offer back first.' });
    }
    await tellOwners(ctx, to, app);
    await appendAudit(ctx, {
      action: 'app.transfer_offered',
      subjectType: 'app',
      subjectId: app.appId,
      changes: { transferId: id, from: app.organizationId, to: to.id },
    });
  });
  return requireTransfer(ctx, id);
}

/** What is on its way comes to its end, or is given up, where it began. Throws 409 `version_in_flight`. */
export async function requireNothingInFlight(ctx: Ctx, appId: string): Promise<void> {
  const version = await findInFlight(ctx, appId);
  if (!version) return;
  throw new AppError('conflict', 'version_in_flight', {
    detail: `Version ${version.version} is on its way. Finish it or delete it first.`,
    members: { versionId: version.id, state: version.state },
  });
}

type Found = { id: string; slug: string };

async function findOrganization(ctx: Ctx, ref: string): Promise<Found | null> {
  const named = isId(ref) ? sql`id = ${ref}` : sql`slug = ${ref}`;
  const [row] = await ctx.db.execute<Found>(sql`select id, slug from organizations where ${named}`);
  return row ?? null;
}

async function tellOwners(ctx: Ctx & { db: Tx }, to: Found, app: { appId: string; name: string }): Promise<void> {
  const rows = await ctx.db.execute<{ user_id: string; app: string }>(sql`
    select m.user_id, a.name as app from organization_members m, apps a
    where m.organization_id = ${to.id} and m.role = 'owner' and a.id = ${app.appId} order by m.user_id`);
  await notify(
    ctx,
    ...rows.map((row) => ({
      userId: row.user_id,
      kind: 'transfer_offered' as const,
      data: { appId: app.appId, app: row.app, organization: app.name },
      href: `/console/${to.slug}`,
    })),
  );
}
