import { Chip } from '@/components/ops/chip';
import { AppIcon } from '@/components/store/app-icon';
import { counted, formatAgo } from '@/components/ui/format';
import { Stars } from '@/components/ui/stars';
import type { ReviewQueueItem } from '@/lib/moderation/reviews/schema';
import { Claimant, QueueLink } from '../queue-link';
import { durationWords } from '../words';
import { isWaiting } from './standing';
import { decisionWords, scoreText, stateNames } from './words';

type Props = {
  item: ReviewQueueItem;
  href: string;
  isChosen: boolean;
  now: number;
  onOpen: (id: string) => void;
};

/** One review of the queue: its stars and first words, how suspicious it is, and who is on it. */
export function ReviewRow({ item, href, isChosen, now, onOpen }: Props) {
  const { app, rating, title, excerpt, score, reportCount } = item;
  return (
    <QueueLink id={item.id} href={href} isChosen={isChosen} onOpen={onOpen}>
      <AppIcon app={app} size={32} className="size-8 self-start mt-2.5" />
      <span className="min-w-0 flex-1">
        <span className="flex items-center justify-between gap-2 text-12 text-muted">
          <Stars value={rating} className="shrink-0" />
          <Claimant item={item} now={now} />
          <span className="shrink-0 numerals">
            {score === null ? (
              'not scored'
            ) : (
              <>
                <span className="sr-only">score </span>
                {scoreText(score)}
              </>
            )}
          </span>
        </span>
        <span dir="auto" className="text-start mt-0.5 line-clamp-2 text-13 leading-snug wrap-anywhere">
          {title ? <span className="font-medium">{title} </span> : null}
          {excerpt || (title ? '' : <span className="text-muted">Stars without a text</span>)}
        </span>
        <span className="mt-1 flex items-center justify-between gap-2 text-12 text-muted">
          <span dir="auto" className="truncate">
            {app.name}
          </span>
          <span className="flex shrink-0 items-center gap-2 numerals">
            {reportCount > 0 ? <Chip tone="bad">{counted(reportCount, 'report')}</Chip> : null}
            <When item={item} now={now} />
          </span>
        </span>
      </span>
    </QueueLink>
  );
}

function When({ item, now }: Pick<Props, 'item' | 'now'>) {
  const { decision, status, queuedAt } = item;
  if (isWaiting(item)) {
    return (
      <span>
        <span className="sr-only">waiting for </span>
        {durationWords((now - Date.parse(queuedAt)) / 60_000)}
      </span>
    );
  }
  const { label, tone } = stateNames[status];
  return (
    <>
      <Chip tone={tone}>{label}</Chip>
      {decision && !decision.isUndone ? (
        <time dateTime={decision.at}>
          <span className="sr-only">
            {decisionWords[decision.decision].done}
            {decision.by ? ` by ${decision.by.name}` : ''}{' '}
          </span>
          {formatAgo(decision.at, new Date(now))}
        </time>
      ) : null}
    </>
  );
}
