import type { Db } from '@/db/client';
import type { Job } from '@/lib/events/schedule/job';
import { sandboxPost } from './payments';
import { deliverWebhooks } from './sandbox-webhooks';

/** What the sandbox could not bring when it was due. */
const sandboxWebhooks: Job = {
  name: 'payments.sandbox_webhooks',
  purpose: 'Brings the sandbox provider’s webhooks that did not reach the store',
  cron: '* * * * *',
  run: async (ctx) => `${await deliverWebhooks(ctx.db as Db, sandboxPost())} webhooks delivered`,
};

export const paymentJobs = [sandboxWebhooks];
