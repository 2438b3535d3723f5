import { bodyMax, isReviewLine, isReviewText, lengthOf, titleMax } from '@/lib/reviews/rules';
import { formatCount } from '@/components/ui/format';

/** What somebody is writing; 0 stars until they have chosen. */
export type Draft = { rating: number; title: string; body: string };

export const emptyDraft: Draft = { rating: 0, title: '', body: '' };

export const isSameDraft = (a: Draft, b: Draft) =>
  a.rating === b.rating && a.title.trim() === b.title.trim() && a.body.trim() === b.body.trim();

export type DraftProblems = { rating: string | null; title: string | null; body: string | null };

/** What would be refused, field by field, before it is sent. */
export const problemsOf = ({ rating, title, body }: Draft): DraftProblems => ({
  rating: rating >= 1 && rating <= 5 ? null : 'Choose how many stars first.',
  title: tooLong(title, titleMax) ?? (isReviewLine(title.trim()) ? null : hidden),
  body: tooLong(body, bodyMax) ?? (isReviewText(body.trim()) ? null : hidden),
});

const hidden = 'It has characters that nobody can see. Take them out, or write it anew.';

/** How many characters there are too many; null where it fits. Counted as the store counts, in code points. */
export function tooLong(text: string, max: number): string | null {
  const over = lengthOf(text.trim()) - max;
  if (over <= 0) return null;
  return over === 1 ? 'One character too many.' : `${formatCount(over)} characters too many.`;
}

/** "0 of 4,000 characters". */
export const countText = (text: string, max: number) =>
  `${formatCount(lengthOf(text.trim()))} of ${formatCount(max)} characters`;

/** What is said aloud, once, when the end of the field is near. */
export const nearEndText = (text: string, max: number) =>
  max - lengthOf(text.trim()) <= max / 20 ? `Close to the most: ${formatCount(max)} characters.` : '';
