import { and, eq } from 'drizzle-orm';
import { users } from '@/db/schema';
import type { Tx } from '@/db/client';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { isMailDelivered } from '@/lib/mail/delivery';
import { takePoint } from '@/lib/cache/rate-limit';
import { getSettings, type Settings } from '@/lib/settings';
import { mailPasswordLink, mailVerification } from './account-mail';
import { inEvenTime } from './even-time';
import { claimInvitation, getInvitation, invitationInvalid } from './invitations';
import { isActive } from './open-session';
import { hashPassword, requireUncommonPassword } from './password';
import { readMe } from './queries';
import { normaliseEmail } from './rules';
import type { Me, SignUpBody } from './schema';

type NewPerson = Omit<SignUpBody, 'password' | 'invitation'> & { passwordHash: string };

/**
 * Makes an account. Anyone may call it. Of several at once for one address, or with one invitation, one wins.
 * Publishes `account.created`. Throws 403 `sign_up_closed`, `invitation_required` and `invitation_invalid`,
 * 409 `email_taken`, 422 `password_too_common`, 429 `rate_limited`: also in the place of `email_taken` once that was
 * answered often enough.
 *
 * Where letters leave the store, an account is of use once its address is confirmed, and the answer is null, at the
 * same time, for new and for known addresses: the letter tells them apart. An invitation that was mailed to the very
 * address has confirmed it already.
 */
export async function signUp(ctx: Ctx, input: SignUpBody & { address: string }): Promise<Me | null> {
  const settings = await getSettings(ctx);
  requireOpen(settings);
  await takePoint(settings, 'signUp', input.address);
  const token = settings.signUp === 'invitation' ? await requireInvitation(ctx, input.invitation) : null;
  requireUncommonPassword(input.password, input.email, 'password');
  const { email, name, country, address } = input;
  const person = { email, name, country, passwordHash: await hashPassword(input.password) };
  if (isMailDelivered()) return signUpByMail(ctx, settings, person, token);
  return inTransaction(ctx, async (ctx) => {
    if (token !== null) await claimInvitation(ctx, token);
    const userId = await makeAccount(ctx, person, null);
    if (userId !== null) return readMe(ctx, userId);
    await takePoint(settings, 'emailTaken', address);
    throw emailTaken();
  });
}

async function signUpByMail(ctx: Ctx, settings: Settings, person: NewPerson, token: string | null): Promise<Me | null> {
  const mayMail = await takeMailPoint(settings, person.email);
  return inEvenTime(() =>
    inTransaction(ctx, async (ctx) => {
      // Used up for a known address too: whether it still works must not tell who has an account.
      const invitation = token === null ? null : await claimInvitation(ctx, token);
      const isConfirmed = isSameAddress(invitation?.email, person.email);
      const userId = await makeAccount(ctx, person, isConfirmed ? ctx.now : null);
      if (isConfirmed) {
        if (userId === null) throw emailTaken();
        return readMe(ctx, userId);
      }
      if (userId !== null) await mailVerification(ctx, { id: userId, email: person.email });
      else if (mayMail) await mailThatThereIsOne(ctx, person.email);
      return null;
    }),
  );
}

const isSameAddress = (one: string | null | undefined, other: string) =>
  one != null && normaliseEmail(one) === normaliseEmail(other);

/** Null when the address has an account. */
async function makeAccount(
  ctx: Ctx & { db: Tx },
  person: NewPerson,
  emailVerifiedAt: Date | null,
): Promise<string | null> {
  const [created] = await ctx.db
    .insert(users)
    .values({ id: newId(ctx.now), ...person, emailVerifiedAt, createdAt: ctx.now })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  if (!created) return null;
  await publish(ctx, { type: 'account.created', payload: { userId: created.id } });
  return created.id;
}

async function mailThatThereIsOne(ctx: Ctx & { db: Tx }, email: string): Promise<void> {
  const [user] = await ctx.db
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(and(eq(users.email, email), isActive));
  if (user) await mailPasswordLink(ctx, user, { isSignUp: true });
}

/** Shares the budget of password resets, and counts for new addresses too: neither may tell who has an account. */
async function takeMailPoint(settings: Settings, email: string): Promise<boolean> {
  try {
    await takePoint(settings, 'passwordResetAccount', normaliseEmail(email));
    return true;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'rate_limited') return false;
    throw error;
  }
}

function requireOpen({ signUp }: Settings): void {
  if (signUp !== 'closed') return;
  throw new AppError('forbidden', 'sign_up_closed', { detail: 'This store does not take new accounts.' });
}

async function requireInvitation(ctx: Ctx, token: string | undefined): Promise<string> {
  if (token === undefined) {
    throw new AppError('forbidden', 'invitation_required', {
      detail: 'This store takes new accounts by invitation.',
      errors: [{ path: 'invitation', message: 'required' }],
    });
  }
  if (!(await getInvitation(ctx, token))) throw invitationInvalid();
  return token;
}

const emailTaken = () =>
  new AppError('conflict', 'email_taken', {
    detail: 'An account with this e-mail address exists.',
    errors: [{ path: 'email', message: 'taken' }],
  });
