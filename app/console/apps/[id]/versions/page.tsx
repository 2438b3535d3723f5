import { Package } from 'lucide-react';
import type { Metadata } from 'next';
import { refusalOf } from '@/components/console/may';
import { NewVersion } from '@/components/console/versions/new-version';
import { VersionsList } from '@/components/console/versions/versions-list';
import { EmptyState } from '@/components/ui/empty-state';
import { listConsoleVersions } from '@/lib/publishing/versions';
import { consoleContext, findApp, findOrganization, orMissing } from '../../../guard';

export const metadata: Metadata = { title: 'Versions', robots: { index: false } };

export default async function VersionsPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await consoleContext();
  const app = await findApp((await params).id);
  const [{ suspendedReason }, { items }] = await Promise.all([
    findOrganization(app.organization.slug),
    orMissing(listConsoleVersions(ctx, app.id)),
  ]);
  const [latest = null] = items;
  const reason =
    refusalOf(app.role, 'release', suspendedReason) ??
    (app.status === 'removed' ? 'The store has taken this app down.' : null) ??
    (app.inFlight ? `Version ${app.inFlight.version} is on its way; an app has one at most.` : null);
  const begin = <NewVersion appId={app.id} latest={latest} reason={reason} />;
  if (items.length === 0) {
    return (
      <EmptyState icon={Package} title="No version yet" action={begin}>
        A version takes a build and goes with the listing through review into the store.
      </EmptyState>
    );
  }
  return (
    <>
      <div className="mb-5 flex flex-wrap items-start justify-between gap-4">
        <h2 className="text-20 font-semibold">Versions</h2>
        {begin}
      </div>
      <VersionsList appId={app.id} versions={items} />
    </>
  );
}
