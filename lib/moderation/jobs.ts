import { signAuditHead } from '@/lib/audit-heads';
import type { Job } from '@/lib/events/schedule/job';
import { giveBackExpired } from './give-back-submission';
import { tellAuthors } from './reviews/tell-authors';

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

const tell: Job = {
  name: 'moderation.tell_authors',
  purpose: 'Tells authors what was decided about their reviews, once it cannot be taken back any more',
  cron: '*/10 * * * * *',
  async run(ctx, signal) {
    return `${await tellAuthors(ctx, signal)} authors told`;
  },
};

export const moderationJobs = [giveBack, signHead, tell];
