import type { Job } from '@/lib/events/schedule/job';
import { checkRatings } from './check-ratings';

/** Apps that are named in what a run says; all are in the log. */
const named = 10;

const checkRatingsJob: Job = {
  name: 'reviews.check_ratings',
  purpose: 'Counts the ratings of every app anew from its reviews, and mends and reports what differs',
  cron: '20 4 * * *',
  async run(ctx, signal) {
    const { checked, mended } = await checkRatings(ctx, signal);
    if (mended.length === 0) return `${checked} apps counted, none differed`;
    const slugs = mended.slice(0, named).map(({ slug }) => slug);
    const others = mended.length > named ? ` and ${mended.length - named} more` : '';
    return `${checked} apps counted, ${mended.length} differed and were mended: ${slugs.join(', ')}${others}`;
  },
};

export const reviewJobs: readonly Job[] = [checkRatingsJob];
