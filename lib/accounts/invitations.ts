import { and, asc, desc, eq, gt, lt, lte, or } from 'drizzle-orm';
import { z } from 'zod';
import { oneTimeTokens, users } from '@/db/schema';
import type { Tx } from '@/db/client';
import { type Ctx, requireRole } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { AppError } from '@/lib/errors';
import { hashOf, isUsable } from './one-time-links';
import type { Invitation } from './schema';

const { tokenHash, createdAt } = oneTimeTokens;

/** Every invitation, used and expired ones too, newest first. For admins: throws 401, 403 `role_required`. */
export async function listInvitations(
  ctx: Ctx,
  query: { limit: number; cursor?: string | undefined },
): Promise<Page<Invitation>> {
  requireRole(ctx, 'admin');
  const after = query.cursor ? decodeCursor('invitations', query.cursor, [z.iso.datetime(), z.string()]) : null;
  const at = after && new Date(after[0]);
  const rows = await ctx.db
    .select({
      id: tokenHash,
      email: oneTimeTokens.email,
      invitedBy: users.name,
      createdAt,
      expiresAt: oneTimeTokens.expiresAt,
      usedAt: oneTimeTokens.usedAt,
    })
    .from(oneTimeTokens)
    .leftJoin(users, eq(users.id, oneTimeTokens.createdBy))
    .where(
      and(
        eq(oneTimeTokens.purpose, 'invitation'),
        after && at
          ? and(lte(createdAt, at), or(lt(createdAt, at), and(eq(createdAt, at), gt(tokenHash, after[1]))))
          : undefined,
      ),
    )
    .orderBy(desc(createdAt), asc(tokenHash))
    .limit(query.limit + 1);
  return toPage(
    rows,
    query.limit,
    (row) => encodeCursor('invitations', [row.createdAt.toISOString(), row.id]),
    (row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      usedAt: row.usedAt?.toISOString() ?? null,
    }),
  );
}

/** An invitation that still works, by its token: where it was sent, if it was. Null for any other. */
export async function getInvitation(ctx: Ctx, token: string): Promise<{ email: string | null } | null> {
  const [found] = await ctx.db
    .select({ email: oneTimeTokens.email })
    .from(oneTimeTokens)
    .where(and(eq(tokenHash, hashOf(token)), isUsable(ctx, 'invitation')));
  return found ?? null;
}

/** Uses an invitation up and says where it was sent; of two at once one wins. Throws 403 `invitation_invalid`. */
export async function claimInvitation(ctx: Ctx & { db: Tx }, token: string): Promise<{ email: string | null }> {
  const [claimed] = await ctx.db
    .update(oneTimeTokens)
    .set({ usedAt: ctx.now })
    .where(and(eq(tokenHash, hashOf(token)), isUsable(ctx, 'invitation')))
    .returning({ email: oneTimeTokens.email });
  if (!claimed) throw invitationInvalid();
  return claimed;
}

export const invitationInvalid = () =>
  new AppError('forbidden', 'invitation_invalid', {
    detail: 'This invitation was used, has expired or was taken back. Ask for a new one.',
    errors: [{ path: 'invitation', message: 'does not work' }],
  });
