import { mails } from '@/db/schema';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { getSettings } from '@/lib/settings';
import { type Letter, textOf } from './letters';

/**
 * Writes a letter in the caller's transaction, to be sent after its commit; where no mail server is configured it can
 * be read on /ops/mail. For commands, who decide that it may be sent. Publishes `mail.requested`.
 */
export async function requestMail(ctx: Ctx & { db: Tx }, input: Letter & { to: string; userId?: string }) {
  const { storeName } = await getSettings(ctx);
  const { subject, body } = textOf(input, storeName);
  const id = newId(ctx.now);
  await ctx.db.insert(mails).values({
    id,
    kind: input.kind,
    userId: input.userId ?? null,
    recipient: input.to,
    subject,
    body,
    createdAt: ctx.now,
  });
  await publish(ctx, { type: 'mail.requested', payload: { mailId: id } }, id);
}
