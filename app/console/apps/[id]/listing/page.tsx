import type { Metadata } from 'next';
import { ListingEditor } from '@/components/console/listing/editor';
import { refusalOf } from '@/components/console/may';
import { listCategories } from '@/lib/catalog/queries';
import { getListing } from '@/lib/publishing/listing';
import { getPrices } from '@/lib/publishing/prices/prices';
import { consoleContext, findApp, findOrganization, orMissing } from '../../../guard';

export const metadata: Metadata = { title: 'Listing', robots: { index: false } };

export default async function ListingPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await consoleContext();
  const app = await findApp((await params).id);
  const [organization, listing, prices, categories] = await Promise.all([
    findOrganization(app.organization.slug),
    orMissing(getListing(ctx, app.id)),
    orMissing(getPrices(ctx, app.id)),
    listCategories(ctx),
  ]);
  const { id, slug, bundleId, color, platforms, rating, downloads, status, inFlight } = app;
  return (
    <ListingEditor
      key={id}
      app={{ id, status, inFlight }}
      initial={listing}
      around={{
        app: { id, slug, bundleId, color, platforms, rating, downloads },
        developer: { slug: organization.slug, name: organization.name, verified: organization.verifiedDomain !== null },
        categories: categories.map((category) => ({
          slug: category.slug,
          name: category.name,
          subcategories: category.subcategories,
        })),
        price: prices.base,
      }}
      refusal={refusalOf(app.role, 'listing', organization.suspendedReason)}
    />
  );
}
