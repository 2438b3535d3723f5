import { and, eq } from 'drizzle-orm';
import { identities, oneTimeTokens, sessions, users } from '@/db/schema';
import type { Tx } from '@/db/client';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { getSettings } from '@/lib/settings';
import { findAccountOf, holdsIdentity, type Identity } from './identities';
import { openSession, type SignedIn } from './open-session';
import { normaliseEmail } from './rules';
import { email as emailSchema, personName } from './schema';
import { forgetSessionsOf } from './session-cache';
import { endSessions } from './sessions';

const refusal = (code: string, detail: string) => new AppError('forbidden', code, { detail });

/**
 * Opens a session for a person whom the store's OpenID Connect provider vouches for, and ends the one that the same
 * browser had. Who comes for the first time is linked to the account with their verified address, or gets a new one
 * (also where sign-up needs an invitation). Whoever made that account without proving the address loses it: its
 * password, sessions and links end. Publishes `account.created` or `account.password_changed`. For lib/auth only.
 * Throws 403 `email_unverified`, `account_suspended`, `identity_taken`, `sign_up_closed`.
 */
export async function signInWithIdentity(
  ctx: Ctx,
  identity: Identity,
  from: { userAgent: string; address: string },
): Promise<SignedIn> {
  const user = (await findAccountOf(ctx, identity)) ?? (await joinAccount(ctx, identity));
  const signedIn = await openSession(ctx, user, from, holdsIdentity(ctx, identity));
  if (!signedIn) throw refusal('account_suspended', 'This account is suspended.');
  return signedIn;
}

type Account = { id: string; name: string };

async function joinAccount(ctx: Ctx, identity: Identity): Promise<Account> {
  const address = emailSchema.safeParse(identity.verifiedEmail);
  if (!address.success) {
    throw refusal('email_unverified', 'The provider has not confirmed an e-mail address of this account.');
  }
  const email = normaliseEmail(address.data);
  const { user, wasTakenBack } = await inTransaction(ctx, async (ctx) => {
    const created = await createAccount(ctx, identity, email);
    if (created) return { user: created, wasTakenBack: false };
    return linkAccount(ctx, identity, email);
  });
  if (wasTakenBack) forgetSessionsOf(user.id);
  return user;
}

/** Null when there is an account with this address. */
async function createAccount(ctx: Ctx & { db: Tx }, identity: Identity, email: string): Promise<Account | null> {
  const { signUp, defaultCountry: country } = await getSettings(ctx);
  if (signUp === 'closed') {
    const [known] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (known) return null;
    throw refusal('sign_up_closed', 'This store does not take new accounts.');
  }
  const name = nameOf(identity, email);
  const [created] = await ctx.db
    .insert(users)
    .values({ id: newId(ctx.now), email, name, country, emailVerifiedAt: ctx.now, createdAt: ctx.now })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id, name: users.name });
  if (!created) return null;
  await addIdentity(ctx, identity, created.id);
  await publish(ctx, { type: 'account.created', payload: { userId: created.id } });
  return created;
}

async function linkAccount(
  ctx: Ctx & { db: Tx },
  identity: Identity,
  email: string,
): Promise<{ user: Account; wasTakenBack: boolean }> {
  const [user] = await ctx.db.select().from(users).where(eq(users.email, email)).for('update');
  if (!user || user.suspendedAt) throw refusal('account_suspended', 'This account is suspended.');
  await addIdentity(ctx, identity, user.id);
  // Anybody can sign up with anybody's address: only who proved theirs keeps a way in beside the provider's.
  const wasTakenBack = user.emailVerifiedAt === null;
  if (wasTakenBack) {
    await ctx.db.update(users).set({ emailVerifiedAt: ctx.now, passwordHash: null }).where(eq(users.id, user.id));
    await endSessions(ctx, eq(sessions.userId, user.id));
    await ctx.db.delete(oneTimeTokens).where(eq(oneTimeTokens.userId, user.id));
    if (user.passwordHash) await publish(ctx, { type: 'account.password_changed', payload: { userId: user.id } });
  }
  await appendAudit(ctx, {
    action: 'user.identity_linked',
    subjectType: 'user',
    subjectId: user.id,
    changes: { issuer: identity.issuer, isPasswordRemoved: wasTakenBack && user.passwordHash !== null },
  });
  return { user: { id: user.id, name: user.name }, wasTakenBack };
}

/**
 * One person of a provider an account: an address that the provider gave to somebody else does not open it. The same
 * person twice at once is fine.
 */
async function addIdentity(ctx: Ctx & { db: Tx }, { issuer, subject }: Identity, userId: string): Promise<void> {
  await ctx.db
    .insert(identities)
    .values({ issuer, subject, userId, createdAt: ctx.now })
    .onConflictDoNothing({ target: [identities.issuer, identities.subject] });
  const theirs = await ctx.db
    .select({ subject: identities.subject })
    .from(identities)
    .where(and(eq(identities.userId, userId), eq(identities.issuer, issuer)));
  if (theirs.length !== 1 || theirs[0]?.subject !== subject) {
    throw refusal('identity_taken', 'Somebody else of this provider uses the account with this address.');
  }
}

function nameOf({ names }: Identity, email: string): string {
  for (const name of [...names, email.split('@')[0]]) {
    const parsed = personName.safeParse(name?.slice(0, 100));
    if (parsed.success) return parsed.data;
  }
  return 'Member';
}
