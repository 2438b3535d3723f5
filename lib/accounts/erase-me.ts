import { and, eq, isNull, or, sql } from 'drizzle-orm';
import {
  identities,
  notifications,
  oneTimeTokens,
  organizationInvitations,
  organizationMembers,
  purchases,
  sessions,
  users,
} from '@/db/schema';
import type { Tx } from '@/db/client';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { forgetMails } from '@/lib/mail/forget-mails';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { keepOtherAdmins, lastAdmin } from './last-admin';
import { verifyPassword } from './password';
import { erasedEmail, erasedName, normaliseEmail } from './rules';
import type { EraseMeBody } from './schema';
import { forgetSessionsOf } from './session-cache';

type Account = { id: string; email: string; passwordHash: string | null };

/**
 * Erases my account for good: who I am, how I signed in, my news, letters and memberships. Purchases and ledger stay
 * under a pseudonym; what other domains hold follows. Needs the password or, where there is none, the address typed
 * once more. Publishes `account.erased`. Throws 422 `wrong_password` or `wrong_email`, 409 `sole_owner` with
 * `organizations`, 409 `last_admin`, 409 `purchase_pending`, 429 `rate_limited`.
 */
export async function eraseMe(ctx: Ctx, input: EraseMeBody): Promise<void> {
  const { userId } = requireUser(ctx);
  await takeFromLimit(ctx, 'signInAccount', userId);
  const account = await requireProof(ctx, userId, input);
  await inTransaction(ctx, async (ctx) => {
    // Before the row itself: everybody locks the admins first.
    const hasOtherAdmins = await keepOtherAdmins(ctx, userId);
    const [present] = await ctx.db
      .select({ email: users.email, roles: users.roles, passwordHash: users.passwordHash })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.erasedAt)))
      .for('update');
    if (!present) throw gone();
    if (present.passwordHash !== account.passwordHash) throw wrongPassword();
    if (present.roles.includes('admin') && !hasOtherAdmins) throw lastAdmin();
    await requireNothingPending(ctx, userId);
    await leaveOrganizations(ctx, userId);
    await forgetPerson(ctx, { id: userId, email: present.email });
    await publish(ctx, { type: 'account.erased', payload: { userId, reviews: input.reviews } });
    await appendAudit(ctx, {
      action: 'user.erased',
      subjectType: 'user',
      subjectId: userId,
      changes: { reviews: input.reviews },
    });
  });
  forgetSessionsOf(userId);
}

async function requireProof(ctx: Ctx, userId: string, { password, email }: EraseMeBody): Promise<Account> {
  const [account] = await ctx.db
    .select({ id: users.id, email: users.email, passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.erasedAt)));
  if (!account) throw gone();
  if (account.passwordHash) {
    if (!(await verifyPassword(account.passwordHash, password ?? ''))) throw wrongPassword();
  } else if (normaliseEmail(email ?? '') !== normaliseEmail(account.email)) {
    throw new AppError('unprocessable', 'wrong_email', {
      detail: 'This is not the address of your account.',
      errors: [{ path: 'email', message: 'wrong' }],
    });
  }
  return account;
}

const gone = () => new AppError('unauthenticated', 'not_signed_in', { detail: 'This account is gone.' });

const wrongPassword = () =>
  new AppError('unprocessable', 'wrong_password', {
    detail: 'This is not your password.',
    errors: [{ path: 'password', message: 'wrong' }],
  });

/**
 * What is being paid may still be charged, and would belong to nobody. A purchase that starts now waits for the lock on
 * this account, and finds it gone. Refunds under way need nobody: they end without their person.
 */
async function requireNothingPending(ctx: Ctx & { db: Tx }, userId: string): Promise<void> {
  const [pending] = await ctx.db
    .select({ id: purchases.id })
    .from(purchases)
    .where(and(eq(purchases.userId, userId), eq(purchases.status, 'pending')))
    .limit(1);
  if (!pending) return;
  throw new AppError('conflict', 'purchase_pending', {
    detail: 'A payment of yours is still being checked. Wait until your purchases show how it ended, then try again.',
    members: { purchaseId: pending.id },
  });
}

/** Refuses to leave apps or members without an owner; of an organisation that was mine alone only the name stays. */
async function leaveOrganizations(ctx: Ctx & { db: Tx }, userId: string): Promise<void> {
  // One after the other, so that of two owners who leave at once the second is the only one by then.
  await ctx.db.execute(sql`
    select from organizations where id in (
      select organization_id from organization_members where user_id = ${userId}
    ) order by id for update`);
  const orphans = await ctx.db.execute<{ slug: string; name: string }>(sql`
    select o.slug, o.name from organization_members m join organizations o on o.id = m.organization_id
    where m.user_id = ${userId} and m.role = 'owner'
      and (
        exists (select from apps a where a.organization_id = o.id)
        or exists (select from organization_members other where other.organization_id = o.id and other.user_id <> ${userId})
      )
      and not exists (
        select from organization_members other where other.organization_id = o.id and other.role = 'owner' and other.user_id <> ${userId}
      )
    order by o.name, o.slug`);
  if (orphans.length > 0) {
    throw new AppError('conflict', 'sole_owner', {
      detail: `You are the only owner of ${orphans.map(({ name }) => name).join(', ')}. Make somebody else an owner first.`,
      members: { organizations: orphans.map(({ slug, name }) => ({ slug, name })) },
    });
  }
  await ctx.db.execute(sql`
    update organizations o set description = '', website = null, contact_email = null
    from organization_members m where m.organization_id = o.id and m.user_id = ${userId}
      and not exists (select from organization_members other where other.organization_id = o.id and other.user_id <> ${userId})`);
  await ctx.db.delete(organizationMembers).where(eq(organizationMembers.userId, userId));
}

async function forgetPerson(ctx: Ctx & { db: Tx }, { id, email }: { id: string; email: string }): Promise<void> {
  await ctx.db.delete(sessions).where(eq(sessions.userId, id));
  await ctx.db.delete(identities).where(eq(identities.userId, id));
  await ctx.db.delete(oneTimeTokens).where(or(eq(oneTimeTokens.userId, id), isInvitationTo(email)));
  const isMine = and(eq(organizationInvitations.createdBy, id), isNull(organizationInvitations.usedAt));
  await ctx.db.delete(organizationInvitations).where(or(eq(organizationInvitations.email, email), isMine));
  await ctx.db.delete(notifications).where(eq(notifications.userId, id));
  await forgetMails(ctx, { id, email });
  await ctx.db
    .update(users)
    .set({
      name: erasedName,
      email: erasedEmail(id),
      passwordHash: null,
      roles: [],
      emailVerifiedAt: null,
      countryChangedAt: null,
      erasedAt: ctx.now,
    })
    .where(eq(users.id, id));
}

const isInvitationTo = (email: string) => and(eq(oneTimeTokens.purpose, 'invitation'), eq(oneTimeTokens.email, email));
