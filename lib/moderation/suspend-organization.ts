import { sql } from 'drizzle-orm';
import { markRestored, markSuspended } from '@/lib/accounts/organizations/suspension';
import { appendAudit } from '@/lib/audit';
import { hideAppsOf, showAppsOf } from '@/lib/catalog/take-down';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { requireNoConflict } from './conflict';
import { hiddenBeforeSuspension } from './hidden-before';
import type { SuspensionBody } from './schema';

/**
 * Suspends an organisation (id or slug): its apps are not listed and nothing of it can change; what waits for review
 * keeps its place and does not come out. For admins outside it: throws 401, 403 `role_required`,
 * 403 `conflict_of_interest`, 404 `not_found`, 409 `already_suspended`.
 */
export async function suspendOrganization(ctx: Ctx, ref: string, { reason }: SuspensionBody): Promise<void> {
  requireRole(ctx, 'admin');
  await inTransaction(ctx, async (ctx) => {
    const id = await findOrganization(ctx, ref);
    await requireNoConflict(ctx, id);
    if (!(await markSuspended(ctx, id, reason))) {
      throw new AppError('conflict', 'already_suspended', { detail: 'This organisation is suspended already.' });
    }
    const { hiddenBefore } = await hideAppsOf(ctx, id);
    await appendAudit(ctx, {
      action: 'organization.suspended',
      subjectType: 'organization',
      subjectId: id,
      changes: { hiddenBefore },
      texts: { reason },
    });
  });
}

/**
 * Lifts a suspension: exactly the apps that it hid are listed again. For admins outside the organisation: throws 401,
 * 403 `role_required`, 403 `conflict_of_interest`, 404 `not_found`, 409 `not_suspended`.
 */
export async function liftSuspension(ctx: Ctx, ref: string): Promise<void> {
  requireRole(ctx, 'admin');
  await inTransaction(ctx, async (ctx) => {
    const id = await findOrganization(ctx, ref);
    await requireNoConflict(ctx, id);
    if (!(await markRestored(ctx, id))) {
      throw new AppError('conflict', 'not_suspended', { detail: 'This organisation is not suspended.' });
    }
    await showAppsOf(ctx, id, await hiddenBeforeSuspension(ctx, id));
    await appendAudit(ctx, {
      action: 'organization.restored',
      subjectType: 'organization',
      subjectId: id,
      changes: {},
    });
  });
}

async function findOrganization(ctx: Ctx, ref: string): Promise<string> {
  const [row] = await ctx.db.execute<{ id: string }>(
    isId(ref)
      ? sql`select id from organizations where id = ${ref}`
      : sql`select id from organizations where slug = ${ref}`,
  );
  if (!row) throw new AppError('not_found', 'not_found');
  return row.id;
}
