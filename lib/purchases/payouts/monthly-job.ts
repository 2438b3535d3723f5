import type { Job } from '@/lib/events/schedule/job';
import { makePayouts } from './make-payouts';
import { monthBefore } from './rules';

export const monthlyPayouts: Job = {
  name: 'payouts.monthly',
  purpose: 'Makes the payouts of the month that is over',
  cron: '0 4 2 * *',
  async run(ctx) {
    const month = monthBefore(ctx.now);
    const { made } = await makePayouts(ctx, month);
    return `${made} payouts made for ${month}`;
  },
};
