import { Chip } from '@/components/ops/chip';
import { Moment } from '@/components/ops/moment';
import { counted, formatCount, formatDate } from '@/components/ui/format';
import type { ReviewCase } from '@/lib/moderation/reviews/schema';
import { Part } from '../case-pane';
import { Fact } from '../evidence-pane';
import { durationWords } from '../words';
import { CaseLink, StateChip } from './bits';
import { subjectOf } from './words';

type Props = { item: Pick<ReviewCase, 'author' | 'person'>; now: number; onOpen: (id: string) => void };

/** Who wrote it: how long they have been here, what they bought, and what else they wrote. */
export function Author({ item: { author, person }, now, onOpen }: Props) {
  return (
    <Part title="Its author">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <bdi className="font-medium wrap-anywhere">{author.name}</bdi>
        {person.isSuspended ? <Chip tone="bad">Suspended</Chip> : null}
        {person.isErased ? <Chip>Account deleted</Chip> : null}
      </p>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-13 numerals">
        <Fact term="Account">
          {durationWords(person.ageDays * 24 * 60)} old, since {formatDate(person.createdAt)}
        </Fact>
        <Fact term="This app">{person.ownsIt ? 'has it' : 'does not have it now'}</Fact>
        <Fact term="Purchases">{formatCount(person.purchaseCount)}</Fact>
        <Fact term="Reviews">
          {formatCount(person.reviewCount)}
          {person.rejectedCount > 0 ? `, ${formatCount(person.rejectedCount)} rejected` : ', none rejected'}
        </Fact>
      </dl>
      {person.reviews.length > 0 ? (
        <details className="mt-2 text-13">
          <summary className="inline-flex min-h-9 items-center font-medium text-accent-text underline underline-offset-2 pointer-coarse:min-h-11">
            {counted(person.reviews.length, 'other review')}
            {person.reviewCount - 1 > person.reviews.length ? ', the latest' : ''}
          </summary>
          <ul className="mt-1 grid gap-3">
            {person.reviews.map((review) => (
              <li key={review.id} className="border-s-2 border-line-strong ps-3">
                <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <CaseLink id={review.id} onOpen={onOpen}>
                    <bdi>{subjectOf(review)}</bdi>
                  </CaseLink>
                  <StateChip status={review.status} />
                </p>
                {review.excerpt ? (
                  <p dir="auto" className="text-start line-clamp-2 wrap-anywhere">
                    {review.excerpt}
                  </p>
                ) : null}
                <p className="text-muted">
                  <Moment iso={review.createdAt} now={now} />
                </p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Part>
  );
}
