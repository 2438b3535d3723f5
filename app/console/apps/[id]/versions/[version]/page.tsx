import type { Metadata } from 'next';
import { refusalOf } from '@/components/console/may';
import { VersionWorkspace } from '@/components/console/versions/workspace';
import { getConsoleVersion } from '@/lib/publishing/versions';
import { consoleContext, decoded, findApp, findOrganization, orMissing } from '../../../../guard';

export const metadata: Metadata = { title: 'Version', robots: { index: false } };

type Props = { params: Promise<{ id: string; version: string }> };

export default async function VersionPage({ params }: Props) {
  const ctx = await consoleContext();
  const { id, version: ref } = await params;
  const app = await findApp(id);
  const [{ suspendedReason }, version] = await Promise.all([
    findOrganization(app.organization.slug),
    orMissing(getConsoleVersion(ctx, { id: app.id, version: decoded(ref) })),
  ]);
  return (
    <VersionWorkspace
      key={version.id}
      app={{ id: app.id, name: app.name }}
      initial={version}
      refusals={{
        listing: refusalOf(app.role, 'listing', suspendedReason),
        release: refusalOf(app.role, 'release', suspendedReason),
      }}
    />
  );
}
