import type { Metadata } from 'next';
import { DomainProof } from '@/components/console/domain-proof';
import { refusalOf } from '@/components/console/may';
import { OrganizationDelete } from '@/components/console/organization-delete';
import { OrganizationProfile } from '@/components/console/organization-profile';
import { PageHead } from '@/components/ops/page-head';
import { OpsSection } from '@/components/ops/section';
import { getDomain } from '@/lib/accounts/organizations/domain';
import { getSettings } from '@/lib/settings';
import { allCountryOptions } from '../../../countries';
import { consoleContext, findOrganization, orMissing } from '../../guard';

export const metadata: Metadata = { title: 'Organisation', robots: { index: false } };

export default async function OrganizationSettingsPage({ params }: { params: Promise<{ organization: string }> }) {
  const ctx = await consoleContext();
  const organization = await findOrganization((await params).organization);
  const { id, role, suspendedReason } = organization;
  const [domain, settings] = await Promise.all([orMissing(getDomain(ctx, id)), getSettings(ctx)]);
  const mayManage = refusalOf(role, 'manage', suspendedReason);
  return (
    <>
      <PageHead title="Settings" />
      <OpsSection id="profile" title="Profile" text="What shoppers see on the page of the developer.">
        <OrganizationProfile
          key={id}
          organization={organization}
          countries={allCountryOptions(settings.countries)}
          reason={mayManage}
        />
      </OpsSection>
      <OpsSection id="domain" title="Domain" text="Prove that a site is yours.">
        <DomainProof
          key={id}
          organization={organization}
          initial={domain}
          reason={mayManage}
          now={ctx.now.toISOString()}
        />
      </OpsSection>
      <OpsSection id="delete" title="Delete it" text="For owners, once nothing of it is in the store any more.">
        <OrganizationDelete organization={organization} reason={refusalOf(role, 'own', suspendedReason)} />
      </OpsSection>
    </>
  );
}
