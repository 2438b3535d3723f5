import { ExternalLink } from 'lucide-react';
import type { Ref } from 'react';
import { Chip } from '@/components/ops/chip';
import { Moment } from '@/components/ops/moment';
import { AppIcon } from '@/components/store/app-icon';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { counted } from '@/components/ui/format';
import type { ReviewCase } from '@/lib/moderation/reviews/schema';
import { countryName } from '@/lib/country';
import { ClaimBar } from '../claim-bar';
import type { Standing } from '../standing';
import type { Claim } from '../use-claim';
import { Quote, StateChip } from './bits';
import type { BulkChoice } from './bulk';
import { BurstPart } from './burst-part';
import { Neighbours } from './neighbours';
import { Revisions } from './revisions';
import { Signals } from './signals';
import { meanwhileWords, subjectOf } from './words';

type Props = {
  item: ReviewCase;
  standing: Standing;
  claim: Claim;
  now: number;
  headingRef: Ref<HTMLHeadingElement>;
  onOpen: (id: string) => void;
  onBulk: (choice: BulkChoice) => void;
};

/** One review: its text, what others see of it meanwhile, what its signals say, and what it is like. */
export function ReviewCasePane({ item, standing, claim, now, headingRef, onOpen, onBulk }: Props) {
  const { burst, sameTextIds } = item;
  return (
    <>
      <Head item={item} now={now} headingRef={headingRef} />
      <ClaimBar standing={standing} claim={claim} hint="Deciding claims it by itself." />
      <Text item={item} />
      <Signals item={item} />
      {burst ? (
        <BurstPart item={item} burst={burst}>
          <BulkButtons kind="burst" ids={burst.waitingIds} where="waiting in this burst" onBulk={onBulk} />
        </BurstPart>
      ) : null}
      <Neighbours neighbours={item.neighbours} now={now} onOpen={onOpen}>
        <BulkButtons kind="text" ids={sameTextIds} where="waiting with this text" onBulk={onBulk} />
      </Neighbours>
      <Revisions revisions={item.revisions} />
    </>
  );
}

function Head({ item, now, headingRef }: Pick<Props, 'item' | 'now' | 'headingRef'>) {
  const { app, author, status, country, appVersion, isPaid, createdAt, reportCount } = item;
  return (
    <header className="mb-4 flex gap-4">
      <AppIcon app={app} size={64} isEager />
      <div className="min-w-0 flex-1">
        <h2 ref={headingRef} tabIndex={-1} dir="auto" className="serif text-26 wrap-anywhere outline-none">
          {subjectOf(item)}
        </h2>
        <p className="text-muted numerals">
          <bdi className="wrap-anywhere">{author.name}</bdi>, {countryName(country)}
          {appVersion ? (
            <>
              , version <bdi>{appVersion}</bdi>
            </>
          ) : null}
          , {isPaid ? 'paid for it' : 'got it for nothing'}
        </p>
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-13 text-muted">
          <StateChip status={status} />
          {reportCount > 0 ? <Chip tone="bad">{counted(reportCount, 'report')}</Chip> : null}
          <span>
            written <Moment iso={createdAt} now={now} />
          </span>
          <a
            href={`/apps/${app.slug}`}
            target="_blank"
            rel="noopener"
            className="inline-flex min-h-6 items-center gap-1 text-accent-text underline underline-offset-2"
          >
            The app <ExternalLink className="size-3.5" aria-hidden="true" />
          </a>
        </div>
      </div>
    </header>
  );
}

function Text({ item }: Pick<Props, 'item'>) {
  const { shown } = item;
  return (
    <section aria-label="The review" className="mt-4">
      <Quote rating={item.rating} title={item.title} body={item.body} />
      <p className="mt-2 text-13 text-muted">{meanwhileWords(item)}</p>
      {shown ? (
        <div className="mt-2">
          <Quote {...shown} />
        </div>
      ) : null}
    </section>
  );
}

type BulkProps = { kind: BulkChoice['kind']; ids: string[]; where: string; onBulk: (choice: BulkChoice) => void };

/** Several at once: only where there are several. */
function BulkButtons({ kind, ids, where, onBulk }: BulkProps) {
  if (ids.length < 2) return null;
  return (
    <div className={cx('flex flex-wrap gap-2', kind === 'burst' ? 'mt-4' : 'mb-4')}>
      <Button tone="outline" onClick={() => onBulk({ kind, decision: 'reject', ids })}>
        Reject all {ids.length} {where}…
      </Button>
      <Button tone="plain" onClick={() => onBulk({ kind, decision: 'approve', ids })}>
        Approve all {ids.length}…
      </Button>
    </div>
  );
}
