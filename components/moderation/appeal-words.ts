import type { Appeal } from '@/lib/moderation/schema';
import { subjectOf } from './reviews/words';

type Subject = Pick<Appeal, 'app' | 'version' | 'review'>;

/** What an appeal is about: "Tern 2.1.0", "5 stars for Tern". */
export function appealTitle({ app, version, review }: Subject): string {
  if (review) return subjectOf({ rating: review.rating, app: { name: app?.name ?? 'an app' } });
  return app ? `${app.name} ${version ?? ''}`.trim() : 'An app';
}

/** What comes of a decision. */
export function appealOutcome(subject: Subject, verb: 'uphold' | 'overturn'): string {
  const what = appealTitle(subject);
  if (verb === 'uphold') {
    return subject.review
      ? `${what} stays rejected. There is no second appeal about this text.`
      : `${what} stays rejected. There is no second appeal.`;
  }
  return subject.review
    ? `${what} is published and counts again.`
    : `${what} is approved, and comes out as its developer chose.`;
}
