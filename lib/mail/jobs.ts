import { and, between, isNull, sql } from 'drizzle-orm';
import { mails } from '@/db/schema';
import { inTransaction } from '@/lib/context';
import { publishMissing } from '@/lib/events/publish';
import type { Job } from '@/lib/events/schedule/job';
import { mailer } from './delivery';

const batchRows = 1_000;

const sweep: Job = {
  name: 'mail.sweep',
  purpose: 'Looks for letters that wait although nobody was told to send them',
  cron: '*/10 * * * *',
  async run(ctx) {
    if (!mailer()) return 'no mail server is configured';
    const count = await inTransaction(ctx, async (tx) => {
      const waiting = await tx.db
        .select({ id: mails.id })
        .from(mails)
        .where(
          and(
            isNull(mails.sentAt),
            between(mails.createdAt, sql`now() - interval '20 hours'`, sql`now() - interval '10 minutes'`),
          ),
        )
        .orderBy(mails.createdAt)
        .limit(batchRows);
      return publishMissing(
        tx,
        'mail.requested',
        waiting.map(({ id }) => ({ id, event: { type: 'mail.requested', payload: { mailId: id } } })),
      );
    });
    return `${count} letters on their way again`;
  },
};

export const mailJobs = [sweep];
