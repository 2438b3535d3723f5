import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { AppControl } from '@/components/console/app-control';
import { refusalOf } from '@/components/console/may';
import { baseOf } from '@/components/console/prices/base-of';
import { VersionPanel } from '@/components/console/version-panel';
import { NewVersion } from '@/components/console/versions/new-version';
import { Stars } from '@/components/ui/stars';
import { counted, formatCount, formatDate, formatRating } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { formatMoney, type Money } from '@/lib/money';
import { getPrices } from '@/lib/publishing/prices/prices';
import type { ConsoleAppDetail } from '@/lib/publishing/schema';
import { getConsoleVersion, listConsoleVersions } from '@/lib/publishing/versions';
import { consoleContext, findApp, findOrganization, orMissing } from '../../guard';

export const metadata: Metadata = { title: 'App', robots: { index: false } };

export default async function AppPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await consoleContext();
  const app = await findApp((await params).id);
  const { suspendedReason } = await findOrganization(app.organization.slug);
  const refusals = {
    release: refusalOf(app.role, 'release', suspendedReason),
    own: refusalOf(app.role, 'own', suspendedReason),
  };
  const [inFlight, versions, prices] = await Promise.all([
    app.inFlight ? orMissing(getConsoleVersion(ctx, { id: app.id, version: app.inFlight.id })) : null,
    orMissing(listConsoleVersions(ctx, app.id)),
    orMissing(getPrices(ctx, app.id)),
  ]);
  const [latest = null] = versions.items;
  return (
    <div className="grid grid-cols-1 gap-10">
      {app.takedownReason === null ? null : (
        <Notice tone="bad" title="The store has taken this app down">
          <p className="break-words whitespace-pre-line">{app.takedownReason}</p>
        </Notice>
      )}
      {inFlight ? (
        <VersionPanel key={inFlight.id} app={app} initial={inFlight} refusal={refusals.release} />
      ) : (
        <section
          aria-labelledby="on-its-way"
          className="grid grid-cols-1 justify-items-start gap-3 rounded-card border border-dashed border-line-strong p-6 md:p-8"
        >
          <h2 id="on-its-way" className="serif text-26">
            {app.status === 'draft' ? 'Make the first version' : 'Nothing on its way'}
          </h2>
          <p className="max-w-[56ch] text-muted">
            {app.status === 'draft'
              ? 'A version takes the build and goes with the listing through review into the store.'
              : 'Make a version for the next build, or for a new name, icon or pictures. Description and promotional text can be changed without one.'}
          </p>
          <div className="mt-2">
            <NewVersion appId={app.id} latest={latest} reason={refusals.release ?? removedReason(app)} />
          </div>
        </section>
      )}
      <Standing app={app} base={baseOf(prices)} />
      <AppControl app={app} refusals={refusals} />
    </div>
  );
}

const removedReason = ({ status }: ConsoleAppDetail) =>
  status === 'removed' ? 'The store has taken this app down.' : null;

/** How it does in the store. */
function Standing({
  app: { id, released, rating, downloads, createdAt },
  base,
}: {
  app: ConsoleAppDetail;
  base: Money | null;
}) {
  return (
    <section aria-labelledby="standing">
      <h2 id="standing" className="mb-3 text-20 font-semibold">
        In the store
      </h2>
      <dl className="grid grid-cols-2 gap-x-6 border-t border-line md:grid-cols-4">
        <Fact
          term="Released"
          value={
            released ? (
              <Link href={`/console/apps/${id}/versions`} className="rounded-control hover:underline">
                <bdi>{released.version}</bdi>
              </Link>
            ) : (
              'Nothing yet'
            )
          }
          note={released ? formatDate(released.releasedAt) : `Begun ${formatDate(createdAt)}`}
        />
        <Fact
          term="Rating"
          value={rating.count === 0 ? '–' : formatRating(rating.average)}
          note={
            rating.count === 0 ? (
              'None yet'
            ) : (
              <span className="inline-flex flex-wrap items-center gap-x-2">
                <Stars value={rating.average} className="text-12" />
                {counted(rating.count, 'rating')}
              </span>
            )
          }
        />
        <Fact term="Downloads" value={formatCount(downloads)} note="in this store" />
        <Fact
          term="Price"
          value={base === null ? 'Not set' : base.amountMinor === 0 ? 'Free' : formatMoney(base)}
          note={
            <Link href={`/console/apps/${id}/prices`} className="rounded-control text-accent-text hover:underline">
              Set prices
            </Link>
          }
        />
      </dl>
    </section>
  );
}

function Fact({ term, value, note }: { term: string; value: ReactNode; note: ReactNode }) {
  return (
    <div className="min-w-0 border-b border-line py-4">
      <dt className="text-13 text-muted">{term}</dt>
      <dd className="min-w-0">
        <span className="block min-h-8 text-20 leading-8 font-semibold wrap-anywhere numerals">{value}</span>
        <span className="block text-13 text-muted">{note}</span>
      </dd>
    </div>
  );
}
