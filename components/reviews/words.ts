import type { RatingRange, ReviewRefusal, ReviewReportReason } from '@/lib/reviews/schema';
import type { ReviewState } from '@/lib/reviews/rules';

export const starWords = ['', 'Poor', 'Fair', 'Good', 'Very good', 'Excellent'] as const;

export const rangeWords: Record<RatingRange, string> = {
  all: 'All time',
  '30d': 'Last 30 days',
  version: 'Current version',
};

/** Why I may not write a review. */
export const refusalWords: Record<ReviewRefusal, string> = {
  not_owned: 'Get the app first, then review it.',
  conflict_of_interest: 'You are one of those who make this app.',
};

export const stateTones: Record<ReviewState, 'good' | 'warning' | 'bad'> = {
  pending: 'warning',
  approved: 'good',
  manual_review: 'warning',
  escalated: 'warning',
  rejected: 'bad',
  appealed: 'warning',
};

export const reportReasonWords: Record<ReviewReportReason, { label: string; text: string }> = {
  spam: { label: 'Advertising', text: 'It sells something or leads elsewhere' },
  off_topic: { label: 'About something else', text: 'It is not about this app' },
  abusive: { label: 'Abusive', text: 'Hate, threats, insults' },
  fake: { label: 'Fake or paid', text: 'Bought, traded, or written without using the app' },
  conflict_of_interest: { label: 'An interest in it', text: 'Written by who makes this app, or a rival of it' },
  outdated: { label: 'Out of date', text: 'What it tells was changed long ago' },
  personal_data: { label: 'Personal data', text: 'It names people, addresses or numbers' },
  illegal: { label: 'Illegal', text: 'It breaks the law' },
};
