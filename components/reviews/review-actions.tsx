'use client';

import { Flag, ThumbsDown, ThumbsUp } from 'lucide-react';
import { cx } from '@/components/ui/cx';

type Props = {
  author: string;
  helpful: boolean | null;
  onVote: (isHelpful: boolean) => void;
  /** Why the last vote did not count. */
  problem: string | null;
  isReported: boolean;
  onReport: () => void;
  /** Fetches what reporting needs. */
  onNearReport: () => void;
};

const quiet =
  'inline-flex h-9 items-center gap-1.5 rounded-pill px-3 text-13 font-medium text-muted transition-colors hover:bg-sunken hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent-text pointer-coarse:h-11';

/** What others can do about a review: say whether it helps, and report it. */
export function ReviewActions({ author, helpful, onVote, problem, isReported, onReport, onNearReport }: Props) {
  return (
    <div className="mt-auto border-t border-line pt-2 print:hidden no-script:hidden">
      <div className="-mb-2 flex flex-wrap items-center gap-1">
        <fieldset className="flex flex-wrap items-center gap-1">
          <legend className="sr-only">
            Is the review by <bdi>{author}</bdi> helpful?
          </legend>
          <span aria-hidden="true" className="me-1 text-13 text-muted">
            Helpful?
          </span>
          <button type="button" aria-pressed={helpful === true} onClick={() => onVote(true)} className={quiet}>
            <ThumbsUp className="size-4" aria-hidden="true" />
            Yes
          </button>
          <button type="button" aria-pressed={helpful === false} onClick={() => onVote(false)} className={quiet}>
            <ThumbsDown className="size-4" aria-hidden="true" />
            No
          </button>
        </fieldset>
        <button
          type="button"
          onPointerEnter={onNearReport}
          onFocus={onNearReport}
          onClick={onReport}
          className={cx(quiet, 'ms-auto')}
        >
          <Flag className="size-4" aria-hidden="true" />
          {isReported ? 'Change your report' : 'Report'}
          <span className="sr-only">
            {isReported ? ' of' : ''} the review by <bdi>{author}</bdi>
          </span>
        </button>
      </div>
      {problem ? (
        <p role="alert" className="mt-3 text-13 text-negative-text">
          Your vote was not counted. {problem}
        </p>
      ) : null}
      {isReported ? (
        <p role="status" className="mt-3 text-13 text-muted">
          Thank you for your report. A moderator will look at it.
        </p>
      ) : null}
    </div>
  );
}
