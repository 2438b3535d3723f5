import { eq } from 'drizzle-orm';
import { oneTimeTokens, users } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { requestMail } from '@/lib/mail/request-mail';
import { hashOf, linkTo, newToken } from './one-time-links';
import { invitationLifetimeMs } from './rules';
import type { InviteBody, NewInvitation } from './schema';

/**
 * Makes a link through which one person can join, once, within 7 days; mails it where an address is given. Its answer
 * alone ever shows the link. For admins; on record. Throws 401, 403 `role_required`, 409 `email_taken`.
 */
export async function invitePerson(
  ctx: Ctx,
  { email = null }: { email?: InviteBody['email'] | null },
): Promise<NewInvitation> {
  const { userId } = requireRole(ctx, 'admin');
  const token = newToken();
  const id = hashOf(token);
  const link = linkTo(`/sign-up?invitation=${token}`);
  const expiresAt = new Date(ctx.now.getTime() + invitationLifetimeMs);
  return inTransaction(ctx, async (ctx) => {
    const [inviter] = await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, userId));
    if (email !== null) {
      const known = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email));
      if (known.length > 0) {
        throw new AppError('conflict', 'email_taken', {
          detail: 'Somebody with this address has an account already.',
          errors: [{ path: 'email', message: 'taken' }],
        });
      }
      await requestMail(ctx, { kind: 'invitation', to: email, link });
    }
    await ctx.db.insert(oneTimeTokens).values({
      tokenHash: id,
      purpose: 'invitation',
      email,
      createdBy: userId,
      expiresAt,
      createdAt: ctx.now,
    });
    await appendAudit(ctx, {
      action: 'invitation.created',
      subjectType: 'invitation',
      subjectId: id,
      changes: { isMailed: email !== null },
    });
    return {
      id,
      email,
      invitedBy: inviter?.name ?? null,
      createdAt: ctx.now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      usedAt: null,
      link,
    };
  });
}
