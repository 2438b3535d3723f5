import { Chip } from '@/components/ops/chip';
import { Moment } from '@/components/ops/moment';
import { reportReasonWords } from '@/components/reviews/words';
import { formatMoment } from '@/components/ui/format';
import type { ReviewCase } from '@/lib/moderation/reviews/schema';
import { Part } from '../case-pane';
import { Author } from './author';
import { Written } from './bits';
import { Analyses } from './signals';
import { decisionWords, ruleWords } from './words';

type Props = { item: ReviewCase; now: number; onOpen: (id: string) => void };

/** Beside the decision: who wrote it, what others say about it, and what was decided before. */
export function ReviewEvidence({ item, now, onOpen }: Props) {
  return (
    <>
      <Author item={item} now={now} onOpen={onOpen} />
      <Reports reports={item.reports} now={now} />
      <Decisions decisions={item.decisions} />
      <Analyses analyses={item.analyses} now={now} />
    </>
  );
}

function Reports({ reports, now }: { reports: ReviewCase['reports']; now: number }) {
  return (
    <Part title="Reports">
      {reports.length === 0 ? (
        <p className="text-13 text-muted">Nobody has reported it.</p>
      ) : (
        <ul className="grid gap-3">
          {reports.map(({ reason, note, by, createdAt }) => (
            <li key={`${createdAt} ${by?.id} ${reason}`} className="border-s-2 border-line-strong ps-3 text-13">
              <p className="font-medium">{reportReasonWords[reason].label}</p>
              {note ? <Written text={note} /> : null}
              <p className="text-muted">
                {by ? <bdi>{by.name}</bdi> : 'Somebody whose account is deleted'}, <Moment iso={createdAt} now={now} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

const tones = { approve: 'good', reject: 'bad', escalate: 'warning' } as const;

function Decisions({ decisions }: Pick<ReviewCase, 'decisions'>) {
  return (
    <Part title="Decided before">
      {decisions.length === 0 ? (
        <p className="text-13 text-muted">Nobody has decided about it.</p>
      ) : (
        <ol className="grid gap-3">
          {decisions.map(({ id, decision, by, isMachine, ruleId, note, at, undoneAt, isEarlierReview }) => (
            <li key={id} className="border-s-2 border-line-strong ps-3 text-13">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Chip tone={undoneAt ? 'plain' : tones[decision]}>
                  {undoneAt ? 'Taken back: ' : ''}
                  {decisionWords[decision].done}
                </Chip>
                {ruleId ? <span>{ruleWords(ruleId)}</span> : null}
                {isEarlierReview ? <span>about a review that they deleted</span> : null}
              </p>
              {note ? <Written text={note} className="mt-1" /> : null}
              <p className="text-muted">
                {isMachine ? 'The machine' : by ? <bdi>{by.name}</bdi> : 'Somebody whose account is deleted'},{' '}
                {formatMoment(at)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Part>
  );
}
