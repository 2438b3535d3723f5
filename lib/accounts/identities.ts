import { and, eq, exists, sql } from 'drizzle-orm';
import { identities, users } from '@/db/schema';
import type { Ctx } from '@/lib/context';

/** What an OpenID Connect provider says of a person who has just signed in there. */
export type Identity = {
  issuer: string;
  subject: string;
  /** Null unless the provider calls the address verified. */
  verifiedEmail: string | null;
  /** What they may be called, best first. */
  names: string[];
};

export type IdentityKey = Pick<Identity, 'issuer' | 'subject'>;

const isKey = ({ issuer, subject }: IdentityKey) => and(eq(identities.issuer, issuer), eq(identities.subject, subject));

/** Whose identity this is, or null; suspended people too. */
export async function findAccountOf(ctx: Ctx, key: IdentityKey): Promise<{ id: string; name: string } | null> {
  const [user] = await ctx.db
    .select({ id: users.id, name: users.name })
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(isKey(key));
  return user ?? null;
}

/** A condition on `users`: this identity is theirs. */
export const holdsIdentity = (ctx: Ctx, key: IdentityKey) =>
  exists(
    ctx.db
      .select({ one: sql`1` })
      .from(identities)
      .where(and(isKey(key), eq(identities.userId, users.id))),
  );
