import { ExternalLink } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Chip } from '@/components/ops/chip';
import { Moment } from '@/components/ops/moment';
import { AppIcon } from '@/components/store/app-icon';
import { cx } from '@/components/ui/cx';
import { counted, platformNames } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import type { SubmissionCase } from '@/lib/moderation/schema';
import { stateNames } from '@/lib/publishing/rules';
import { CaseListing } from './case-listing';
import { ClaimBar } from './claim-bar';
import { DifferenceView } from './difference-view';
import { outcomeNames } from './outcome';
import type { Standing } from './standing';
import type { Claim } from './use-claim';
import { durationWords, targetWords } from './words';

type Props = {
  item: SubmissionCase;
  standing: Standing;
  claim: Claim;
  now: number;
  headingRef: Ref<HTMLHeadingElement>;
};

/** One submission: who is on it, what to look at, what differs, and what shoppers will see. */
export function CasePane({ item, standing, claim, now, headingRef }: Props) {
  return (
    <>
      <Head item={item} now={now} headingRef={headingRef} />
      <ClaimBar standing={standing} claim={claim} hint="Without a claim nothing is decided." />
      <Holds holds={item.holds} />
      <Differences item={item} />
      <Part title="As shoppers will see it">
        <CaseListing item={item} />
      </Part>
    </>
  );
}

export function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-8">
      <h3 className="text-17 font-semibold">{title}</h3>
      {note ? <p className="text-13 text-muted">{note}</p> : null}
      <div className="mt-3">{children}</div>
    </section>
  );
}

function Head({ item, now, headingRef }: Pick<Props, 'item' | 'now' | 'headingRef'>) {
  const { app, organization, version, platform, isFirst, isLate, outcome, snapshot } = item;
  const listing = snapshot.listing;
  return (
    <header className="mb-4 flex gap-4">
      <AppIcon app={{ ...app, name: listing.name || app.name }} size={64} isEager />
      <div className="min-w-0 flex-1">
        <h2 ref={headingRef} tabIndex={-1} dir="auto" className="serif text-26 wrap-anywhere outline-none">
          {listing.name || app.name}
        </h2>
        <p dir="auto" className="text-muted numerals">
          Version {version} for {platformNames[platform] ?? platform}, by {organization.name}
          {organization.verifiedDomain ? ` (${organization.verifiedDomain})` : ''}
        </p>
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-13 text-muted">
          {outcome ? (
            <Chip tone={outcomeNames[outcome].tone}>{outcomeNames[outcome].label}</Chip>
          ) : (
            <Chip>{stateNames[item.state]}</Chip>
          )}
          {isFirst ? <Chip>First version</Chip> : null}
          {app.status === 'removed' ? <Chip tone="bad">Taken down</Chip> : null}
          {organization.isSuspended ? <Chip tone="bad">Organisation suspended</Chip> : null}
          <span>
            handed in <Moment iso={item.submittedAt} now={now} />
          </span>
          {outcome ? null : (
            <span className={cx('numerals', isLate && 'font-medium text-negative-text')}>
              waiting for {durationWords(item.ageMinutes)}, {targetWords(item.ageMinutes)}
            </span>
          )}
          {app.status === 'listed' || app.status === 'hidden' ? (
            <a
              href={`/apps/${app.slug}`}
              target="_blank"
              rel="noopener"
              className="inline-flex min-h-6 items-center gap-1 text-accent-text underline underline-offset-2"
            >
              In the store <ExternalLink className="size-3.5" aria-hidden="true" />
            </a>
          ) : null}
        </div>
      </div>
    </header>
  );
}

function Holds({ holds }: Pick<SubmissionCase, 'holds'>) {
  const open = holds.filter(({ isApprovedBefore }) => !isApprovedBefore);
  const known = holds.filter(({ isApprovedBefore }) => isApprovedBefore);
  return (
    <Part title="What to look at">
      {holds.length === 0 ? <p className="text-muted">Nothing that stands out by itself.</p> : null}
      {open.length > 0 ? (
        <ul className="grid grid-cols-1 gap-2">
          {open.map(({ key, sentence }) => (
            <li key={key}>
              <Notice tone="warning">{sentence}</Notice>
            </li>
          ))}
        </ul>
      ) : null}
      {known.length > 0 ? (
        <details className="mt-3 text-13 text-muted" open={open.length === 0}>
          <summary className="flex min-h-9 items-center underline underline-offset-2 pointer-coarse:min-h-11">
            {counted(known.length, 'thing')} that somebody has let pass before
          </summary>
          <ul className="list-disc ps-5">
            {known.map(({ key, sentence }) => (
              <li key={key}>{sentence}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </Part>
  );
}

function Differences({ item: { differences, previousVersion } }: Pick<Props, 'item'>) {
  const isFirst = previousVersion === null;
  return (
    <Part
      title={isFirst ? 'What was handed in' : `What differs from ${previousVersion}`}
      note={isFirst ? 'Nothing of this app was approved before, so all of it is new.' : undefined}
    >
      {differences.length === 0 ? (
        <p className="text-muted">Nothing differs.</p>
      ) : (
        differences.map((difference) => (
          <DifferenceView key={difference.path} difference={difference} isFirst={isFirst} />
        ))
      )}
    </Part>
  );
}
