import type { Metadata } from 'next';
import { refusalOf } from '@/components/console/may';
import { NewAppForm } from '@/components/console/new-app-form';
import { PageHead } from '@/components/ops/page-head';
import { Notice } from '@/components/ui/notice';
import { listCategories } from '@/lib/catalog/queries';
import { consoleContext, findOrganization } from '../../../guard';

export const metadata: Metadata = { title: 'New app', robots: { index: false } };

export default async function NewAppPage({ params }: { params: Promise<{ organization: string }> }) {
  const ctx = await consoleContext();
  const organization = await findOrganization((await params).organization);
  const refusal = refusalOf(organization.role, 'release', organization.suspendedReason);
  const categories = await listCategories(ctx);
  return (
    <>
      <PageHead title="New app" text="Three things to begin with. Nobody sees it before its first release." />
      {refusal === null ? (
        <NewAppForm
          organization={{ slug: organization.slug, website: organization.website }}
          categories={categories.map(({ slug, name }) => ({ slug, name }))}
        />
      ) : (
        <Notice tone="warning">{refusal}</Notice>
      )}
    </>
  );
}
