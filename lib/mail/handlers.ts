import { and, eq, isNull } from 'drizzle-orm';
import { mails } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import type { Event } from '@/lib/events/events';
import { type AnyHandler, SomeFailed } from '@/lib/events/handler';
import { getSettings } from '@/lib/settings';
import { mailer } from './delivery';
import { type Mailer, MailRefused, type Outgoing } from './mailer';

/**
 * Hands a letter to the mail server and then forgets its text, which holds a link. No transaction is open meanwhile, and
 * `sent_at` alone says what is done: a process that dies between the two sends the letter again, under the same
 * Message-ID. A letter is at worst sent twice and never lost.
 */
async function deliver(ctx: Ctx, letter: Outgoing, through: Mailer, storeName: string): Promise<void> {
  try {
    await through.send(letter, { name: storeName });
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    await ctx.db
      .update(mails)
      .set({ error: error.reason.slice(0, 500) })
      .where(and(eq(mails.id, letter.id), isNull(mails.sentAt)));
    throw error;
  }
  await ctx.db.update(mails).set({ sentAt: ctx.now, body: '', error: null }).where(eq(mails.id, letter.id));
}

/** Without a mail server whoever runs the store reads the link here, or on /ops/mail: the only secret the log may hold. */
function writeToLog(ctx: Ctx, { recipient, subject, body }: Outgoing): void {
  const link = /^https?:\/\/\S+$/m.exec(body)?.[0];
  ctx.log.info({ recipient, subject, link }, 'a letter that no mail server will take');
}

async function handle(ctx: Ctx, event: Event<'mail.requested'>): Promise<void> {
  const { mailId } = event.payload;
  const [letter] = await ctx.db
    .select({
      id: mails.id,
      recipient: mails.recipient,
      subject: mails.subject,
      body: mails.body,
      createdAt: mails.createdAt,
    })
    .from(mails)
    .where(and(eq(mails.id, mailId), isNull(mails.sentAt)));
  if (!letter) return;
  const through = mailer();
  if (!through) return writeToLog(ctx, letter);
  await deliver(ctx, letter, through, (await getSettings(ctx)).storeName);
}

const sendMails: AnyHandler = {
  name: 'mail.send',
  event: 'mail.requested',
  batchSize: 10,
  async run(ctx, events) {
    const outcomes = await Promise.allSettled(events.map((event) => handle(ctx, event as Event<'mail.requested'>)));
    const reasons = new Map<string, string>();
    for (const [i, outcome] of outcomes.entries()) {
      const event = events[i];
      if (outcome.status === 'fulfilled' || !event) continue;
      if (!(outcome.reason instanceof MailRefused)) throw outcome.reason;
      reasons.set(event.id, outcome.reason.message);
    }
    if (reasons.size > 0) throw new SomeFailed(reasons);
    return events.length;
  },
};

export const mailHandlers = [sendMails];
