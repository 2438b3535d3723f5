import type { Metadata } from 'next';
import { AccessForm } from '@/components/ops/access-form';
import { IdentityForm } from '@/components/ops/identity-form';
import { IntegrityForm } from '@/components/ops/integrity-form';
import { LimitsForm } from '@/components/ops/limits-form';
import { LogoField } from '@/components/ops/logo-field';
import { MoneyForm } from '@/components/ops/money-form';
import { PageHead } from '@/components/ops/page-head';
import { StorefrontForm } from '@/components/ops/storefront-form';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { viewSettings } from '@/lib/update-settings';
import { allCountryOptions } from '../../countries';

export const metadata: Metadata = { title: 'Settings', robots: { index: false } };

export default async function SettingsPage() {
  const ctx = await pageContext();
  requirePageRole(ctx, 'admin', '/ops/settings');
  const { values, defaults } = await viewSettings(ctx);
  const countries = allCountryOptions([]);
  return (
    <>
      <PageHead title="Settings" text="Each part is saved on its own and in force within seconds, without a restart." />
      <IdentityForm settings={values} defaultHue={defaults.accentHue} />
      <LogoField logoId={values.logoId} storeName={values.storeName} />
      <StorefrontForm settings={values} countries={countries} />
      <AccessForm settings={values} />
      <IntegrityForm settings={values} />
      <MoneyForm settings={values} countries={countries} />
      <LimitsForm settings={values} defaults={defaults} />
    </>
  );
}
