import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { oneTimeTokens, users } from '@/db/schema';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';

/** Links that belong to an account; invitations.ts has those that make one. */
export type LinkPurpose = 'set_password' | 'verify_email';

/** 256 random bits. */
export const newToken = () => randomBytes(32).toString('base64url');

export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** The full address of a page that is opened from a letter. */
export const linkTo = (path: string) => `${env().PUBLIC_URL}${path}`;

/** Of this purpose, neither used nor expired. */
export const isUsable = (ctx: Pick<Ctx, 'now'>, purpose: LinkPurpose | 'invitation') =>
  and(eq(oneTimeTokens.purpose, purpose), isNull(oneTimeTokens.usedAt), gt(oneTimeTokens.expiresAt, ctx.now));

const linkInvalid = () =>
  new AppError('not_found', 'link_invalid', { detail: 'This link was used, has expired or never worked.' });

/** Makes the one link of this purpose that a person has; earlier ones stop working. Locks the account first. */
export async function issueLink(
  ctx: Ctx & { db: Tx },
  purpose: LinkPurpose,
  userId: string,
  lifetimeMs: number,
): Promise<{ token: string; expiresAt: Date }> {
  await ctx.db.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
  await ctx.db
    .update(oneTimeTokens)
    .set({ usedAt: ctx.now })
    .where(and(eq(oneTimeTokens.userId, userId), isUsable(ctx, purpose)));
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + lifetimeMs);
  await ctx.db
    .insert(oneTimeTokens)
    .values({ tokenHash: hashOf(token), purpose, userId, expiresAt, createdAt: ctx.now });
  return { token, expiresAt };
}

/** Whose link it is; throws 404 `link_invalid`. */
export async function requireLink(
  ctx: Ctx,
  purpose: LinkPurpose,
  token: string,
): Promise<{ userId: string; email: string; expiresAt: Date }> {
  const [link] = await ctx.db
    .select({ userId: users.id, email: users.email, expiresAt: oneTimeTokens.expiresAt })
    .from(oneTimeTokens)
    .innerJoin(users, eq(users.id, oneTimeTokens.userId))
    .where(and(eq(oneTimeTokens.tokenHash, hashOf(token)), isUsable(ctx, purpose), isNull(users.erasedAt)));
  if (!link) throw linkInvalid();
  return link;
}

/**
 * Uses a link up; of two at once one wins, the other gets 404 `link_invalid`. Lock the account before, as issueLink
 * does, so that nobody waits in a circle.
 */
export async function claimLink(ctx: Ctx & { db: Tx }, purpose: LinkPurpose, token: string): Promise<void> {
  const claimed = await ctx.db
    .update(oneTimeTokens)
    .set({ usedAt: ctx.now })
    .where(and(eq(oneTimeTokens.tokenHash, hashOf(token)), isUsable(ctx, purpose)))
    .returning({ tokenHash: oneTimeTokens.tokenHash });
  if (claimed.length === 0) throw linkInvalid();
}
