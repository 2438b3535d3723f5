import { signAuditHead } from '@/lib/audit-heads';
import type { Job } from '@/lib/events/schedule/job';
import { giveBackExpired } from './give-back-submission';

const giveBack: Job = {
  name: 'moderation.give_back_expired',
  purpose: 'Gives back submissions that a moderator took and left for half an hour',
  cron: '* * * * *',
  async run(ctx, signal) {
    return `${await giveBackExpired(ctx, signal)} submissions given back`;
  },
};

const signHead: Job = {
  name: 'audit.sign_head',
  purpose: 'Signs how long the audit log is and how it ends, so that a cut-off one shows',
  cron: '0 * * * *',
  async run(ctx) {
    const head = await signAuditHead(ctx);
    return head ? `${head.sequence} rows, ${head.hash.toString('hex')}` : 'nothing new';
  },
};

export const moderationJobs = [giveBack, signHead];
