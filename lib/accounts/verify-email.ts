import { and, eq, isNull } from 'drizzle-orm';
import { users } from '@/db/schema';
import { type Ctx, inTransaction } from '@/lib/context';
import { claimLink, requireLink } from './one-time-links';
import { verifiedBy } from './set-password';

/** Confirms the address of an account through its link, once. Whoever has the link may call it. Throws 404 `link_invalid`. */
export async function verifyEmail(ctx: Ctx, token: string): Promise<void> {
  const { userId } = await requireLink(ctx, 'verify_email', token);
  await inTransaction(ctx, async (ctx) => {
    await ctx.db
      .update(users)
      .set({ emailVerifiedAt: verifiedBy(ctx) })
      .where(and(eq(users.id, userId), isNull(users.erasedAt)));
    await claimLink(ctx, 'verify_email', token);
  });
}
