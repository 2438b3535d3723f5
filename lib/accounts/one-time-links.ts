import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { oneTimeTokens, users } from '@/db/schema';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { passwordLinkLifetimeMs } from './rules';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

const purpose = 'set_password';

const isUsable = (ctx: Pick<Ctx, 'now'>) =>
  and(eq(oneTimeTokens.purpose, purpose), isNull(oneTimeTokens.usedAt), gt(oneTimeTokens.expiresAt, ctx.now));

const linkInvalid = () =>
  new AppError('not_found', 'link_invalid', { detail: 'This link was used, has expired or never worked.' });

/** Makes the one link through which this person can set a password; earlier ones stop working. */
export async function issuePasswordLink(
  ctx: Ctx & { db: Tx },
  userId: string,
): Promise<{ token: string; expiresAt: Date }> {
  await ctx.db
    .update(oneTimeTokens)
    .set({ usedAt: ctx.now })
    .where(and(eq(oneTimeTokens.userId, userId), isUsable(ctx)));
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(ctx.now.getTime() + passwordLinkLifetimeMs);
  await ctx.db
    .insert(oneTimeTokens)
    .values({ tokenHash: hashOf(token), purpose, userId, expiresAt, createdAt: ctx.now });
  return { token, expiresAt };
}

/** Whose password a link sets; throws 404 `link_invalid`. */
export async function requirePasswordLink(ctx: Ctx, token: string): Promise<{ email: string; expiresAt: string }> {
  const [link] = await ctx.db
    .select({ email: users.email, expiresAt: oneTimeTokens.expiresAt })
    .from(oneTimeTokens)
    .innerJoin(users, eq(users.id, oneTimeTokens.userId))
    .where(and(eq(oneTimeTokens.tokenHash, hashOf(token)), isUsable(ctx), isNull(users.erasedAt)));
  if (!link) throw linkInvalid();
  return { email: link.email, expiresAt: link.expiresAt.toISOString() };
}

/** Uses a link up and says whose it was; of two at once one wins, the other gets 404 `link_invalid`. */
export async function claimPasswordLink(ctx: Ctx & { db: Tx }, token: string): Promise<string> {
  const [link] = await ctx.db
    .update(oneTimeTokens)
    .set({ usedAt: ctx.now })
    .where(and(eq(oneTimeTokens.tokenHash, hashOf(token)), isUsable(ctx)))
    .returning({ userId: oneTimeTokens.userId });
  if (!link?.userId) throw linkInvalid();
  return link.userId;
}
