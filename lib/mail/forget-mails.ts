import { and, eq, isNull, or } from 'drizzle-orm';
import { mails } from '@/db/schema';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';

/** Drops every letter to a person or to their address, waiting ones too. */
export async function forgetMails(ctx: Ctx & { db: Tx }, { id, email }: { id: string; email: string }): Promise<void> {
  const isInvitation = and(isNull(mails.userId), eq(mails.recipient, email));
  await ctx.db.delete(mails).where(or(eq(mails.userId, id), isInvitation));
}
