import { accountJobs } from '@/lib/accounts/jobs';
import { eventJobs } from '@/lib/events/jobs';
import { mailJobs } from '@/lib/mail/jobs';
import { purchaseJobs } from '@/lib/purchases/jobs';
import type { Job } from './job';

/** Everything that comes round by the clock. */
export const jobs: readonly Job[] = [...eventJobs, ...purchaseJobs, ...accountJobs, ...mailJobs];
