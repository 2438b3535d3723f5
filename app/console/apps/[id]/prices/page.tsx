import type { Metadata } from 'next';
import { refusalOf } from '@/components/console/may';
import { PricesEditor } from '@/components/console/prices/prices-editor';
import { currencyOf } from '@/lib/publishing/prices/currencies';
import { getPrices } from '@/lib/publishing/prices/prices';
import { getSettings } from '@/lib/settings';
import { allCountryOptions } from '../../../../countries';
import { consoleContext, findApp, findOrganization, orMissing } from '../../../guard';

export const metadata: Metadata = { title: 'Prices', robots: { index: false } };

export default async function PricesPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await consoleContext();
  const app = await findApp((await params).id);
  const [{ suspendedReason }, prices, settings] = await Promise.all([
    findOrganization(app.organization.slug),
    orMissing(getPrices(ctx, app.id)),
    getSettings(ctx),
  ]);
  return (
    <PricesEditor
      key={app.id}
      appId={app.id}
      initial={prices}
      countries={allCountryOptions(settings.countries).map(({ code, name }) => ({
        code,
        name,
        currency: currencyOf(code),
      }))}
      isReleased={app.status !== 'draft'}
      refusal={refusalOf(app.role, 'release', suspendedReason)}
    />
  );
}
