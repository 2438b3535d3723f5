'use client';

import type { ReactNode } from 'react';
import { Moment } from '@/components/ops/moment';
import { Stars } from '@/components/ui/stars';
import type { ReviewCase } from '@/lib/moderation/reviews/schema';
import { Part } from '../case-pane';
import { CaseLink, StateChip } from './bits';
import { useShowAll } from './use-show-all';

type Props = {
  neighbours: ReviewCase['neighbours'];
  now: number;
  onOpen: (id: string) => void;
  children: ReactNode;
};

/** A share of two texts that is never rounded up to the same. */
const likeness = (similarity: number) => (similarity >= 1 ? 100 : Math.min(99, Math.round(similarity * 100)));

/** Reviews whose texts are like this one's; `children` are what can be done about them. */
export function Neighbours({ neighbours, now, onOpen, children }: Props) {
  const { shown, button } = useShowAll(neighbours);
  return (
    <Part title="Similar texts">
      {children}
      {neighbours.length === 0 ? (
        <p className="text-muted">None: nobody else wrote anything like it.</p>
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {shown.map(({ id, app, author, rating, body, status, createdAt, similarity }) => (
            <li key={id} className="grid grid-cols-[3.25rem_minmax(0,1fr)] gap-x-3 py-3">
              <p className="text-17 font-semibold numerals">
                {likeness(similarity)}%<span className="sr-only"> the same</span>
              </p>
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13">
                  <Stars value={rating} />
                  <CaseLink id={id} onOpen={onOpen}>
                    <span className="sr-only">See the review of </span>
                    <bdi>{app.name}</bdi>
                  </CaseLink>
                  <StateChip status={status} />
                </p>
                <p dir="auto" className="text-start mt-1 line-clamp-3 text-13 wrap-anywhere">
                  {body}
                </p>
                <p className="mt-1 text-12 text-muted">
                  <bdi>{author.name}</bdi>, <Moment iso={createdAt} now={now} />
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
      {button}
    </Part>
  );
}
