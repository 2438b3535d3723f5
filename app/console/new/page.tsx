import type { Metadata } from 'next';
import { OrganizationCreate } from '@/components/console/organization-create';
import { PageHead } from '@/components/ops/page-head';
import { viewerCountry } from '@/lib/auth/page';
import { getSettings } from '@/lib/settings';
import { allCountryOptions } from '../../countries';
import { consoleContext } from '../guard';

export const metadata: Metadata = { title: 'New organisation', robots: { index: false } };

export default async function NewOrganizationPage() {
  const ctx = await consoleContext();
  const [country, settings] = await Promise.all([viewerCountry(ctx), getSettings(ctx)]);
  return (
    <div className="mx-auto max-w-[48rem]">
      <PageHead
        title="New organisation"
        text="The name under which you publish. You become its owner; others join by a link, and you can change all of this later."
      />
      <OrganizationCreate country={country} countries={allCountryOptions(settings.countries)} />
    </div>
  );
}
