import type { QueueItem } from '@/lib/moderation/schema';

type Outcome = NonNullable<QueueItem['outcome']>;

export const outcomeNames: Record<Outcome, { label: string; tone: 'good' | 'bad' | 'warning' | 'plain' }> = {
  approved: { label: 'Approved', tone: 'good' },
  rejected: { label: 'Rejected', tone: 'bad' },
  metadata_rejected: { label: 'Text or pictures rejected', tone: 'warning' },
  withdrawn: { label: 'Withdrawn', tone: 'plain' },
};
