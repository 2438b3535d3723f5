import type { Job } from '@/lib/events/schedule/job';
import { followBursts } from './bursts';
import { followRings } from './follow-rings';
import { fingerprintMissing } from './fingerprints';
import { sweepForgotten } from './sweep';

const sweep: Job = {
  name: 'integrity.sweep',
  purpose: 'Scores reviews that wait to be scored and that nobody comes for',
  cron: '* * * * *',
  async run(ctx, signal) {
    const { scored, held } = await sweepForgotten(ctx, signal);
    return `${scored} forgotten reviews scored${held > 0 ? `, ${held} that cannot be scored left to moderators` : ''}`;
  },
};

const follow: Job = {
  name: 'integrity.follow_bursts',
  purpose: 'Scores the reviews of a burst or of a ring again as it grows, and sees when a burst is over',
  cron: '*/10 * * * * *',
  async run(ctx, signal) {
    const { rescored, ended } = await followBursts(ctx, signal);
    const ofRings = await followRings(ctx, signal);
    return `${rescored + ofRings} reviews scored again, ${ended} bursts over`;
  },
};

const fingerprint: Job = {
  name: 'integrity.fingerprint',
  purpose: 'Makes reviews comparable that were written before there was anything to find them by',
  cron: '40 3 * * *',
  isSlow: true,
  async run(ctx, signal) {
    return `${await fingerprintMissing(ctx, signal)} texts made comparable`;
  },
};

export const integrityJobs: readonly Job[] = [sweep, follow, fingerprint];
