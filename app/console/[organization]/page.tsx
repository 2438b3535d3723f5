import type { Metadata } from 'next';
import { AppsPanel } from '@/components/console/apps-panel';
import { refusalOf } from '@/components/console/may';
import { NewAppButton } from '@/components/console/new-app-button';
import { Offers } from '@/components/console/offers';
import { PageHead } from '@/components/ops/page-head';
import { listConsoleApps } from '@/lib/publishing/queries';
import { consoleAppsQuery } from '@/lib/publishing/schema';
import { keepValid, pick, type SearchParams } from '../../search-params';
import { consoleContext, findOrganization } from '../guard';
import { offersTo } from '../offers-to';

export const metadata: Metadata = { title: 'Apps', robots: { index: false } };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function OrganizationPage({ params, searchParams }: Props) {
  const ctx = await consoleContext();
  const organization = await findOrganization((await params).organization);
  const asked = keepValid(consoleAppsQuery, await pick(searchParams, ['q', 'state']));
  const query = { organization: organization.slug, limit: '50', ...asked };
  const [page, offers] = await Promise.all([
    listConsoleApps(ctx, consoleAppsQuery.parse(query)),
    offersTo([organization]),
  ]);
  const newApp = (
    <NewAppButton
      organization={organization.slug}
      reason={refusalOf(organization.role, 'release', organization.suspendedReason)}
    />
  );
  return (
    <>
      <PageHead title="Apps" action={organization.appCount > 0 ? newApp : undefined} />
      <Offers offers={offers} />
      <AppsPanel
        key={`${organization.id} ${organization.appCount}`}
        organization={organization.slug}
        total={organization.appCount}
        initial={page}
        params={query}
        newApp={newApp}
      />
    </>
  );
}
