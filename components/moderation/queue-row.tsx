import { AppIcon } from '@/components/store/app-icon';
import { cx } from '@/components/ui/cx';
import { formatAgo, platformNames } from '@/components/ui/format';
import type { QueueItem } from '@/lib/moderation/schema';
import { Chip } from '../ops/chip';
import { outcomeNames } from './outcome';
import { Claimant, QueueLink } from './queue-link';
import { durationWords, shareOfTarget, targetWords } from './words';

type Props = {
  item: QueueItem;
  href: string;
  isChosen: boolean;
  now: number;
  onOpen: (id: string) => void;
};

/** One submission of the queue: what, since when, and who is on it. */
export function QueueRow({ item, href, isChosen, now, onOpen }: Props) {
  const { app, version, platform } = item;
  return (
    <QueueLink id={item.id} href={href} isChosen={isChosen} onOpen={onOpen}>
      <AppIcon app={app} size={48} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-2">
          <span dir="auto" className="truncate font-medium">
            {app.name}
          </span>
          <Place item={item} />
        </span>
        <span className="flex items-baseline justify-between gap-2 text-13 text-muted">
          <span dir="auto" className="truncate numerals">
            {version}, {platformNames[platform] ?? platform}
            {item.isFirst ? ', first version' : ''}
          </span>
          <Claimant item={item} now={now} />
        </span>
        {item.position === null ? (
          <Decided item={item} now={now} />
        ) : (
          <span className="mt-1 flex items-center gap-2 text-12">
            <Meter share={shareOfTarget(item.ageMinutes)} isLate={item.isLate} />
            <span className={cx('shrink-0 numerals', item.isLate ? 'font-medium text-negative-text' : 'text-muted')}>
              <span className="sr-only">waiting for {durationWords(item.ageMinutes)}, </span>
              {targetWords(item.ageMinutes)}
            </span>
          </span>
        )}
      </span>
    </QueueLink>
  );
}

function Place({ item: { position, holdCount } }: { item: QueueItem }) {
  return (
    <span className="flex shrink-0 items-baseline gap-2 text-13 text-muted numerals">
      {holdCount > 0 ? (
        <Chip tone="warning">
          {holdCount}
          <span className="sr-only"> {holdCount === 1 ? 'thing' : 'things'} to look at</span>
        </Chip>
      ) : null}
      {position === null ? null : (
        <span>
          <span className="sr-only">place </span>
          {position}
        </span>
      )}
    </span>
  );
}

function Decided({ item: { outcome, decidedAt }, now }: { item: QueueItem; now: number }) {
  if (!outcome || !decidedAt) return null;
  const { label, tone } = outcomeNames[outcome];
  return (
    <span className="mt-1 flex items-center gap-2 text-12 text-muted">
      <Chip tone={tone}>{label}</Chip>
      <time dateTime={decidedAt}>{formatAgo(decidedAt, new Date(now))}</time>
    </span>
  );
}

/** How much of the time that the store aims at is over; words beside it say the same. */
export function Meter({ share, isLate }: { share: number; isLate: boolean }) {
  return (
    <span className="h-1 min-w-6 flex-1 overflow-hidden rounded-pill bg-line forced-colors:border" aria-hidden="true">
      <span
        className={cx('block h-full rounded-pill', isLate ? 'bg-negative' : share > 0.75 ? 'bg-amber' : 'bg-accent')}
        style={{ width: `${Math.max(4, share * 100)}%` }}
      />
    </span>
  );
}
