import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { isEmptySearch, paramsOf, readAddress } from '@/components/search/address';
import { SearchPage } from '@/components/search/search-page';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { listHotCategories } from '@/lib/catalog/hot-apps';
import { clientAddress } from '@/lib/http/client';
import { currencyOf } from '@/lib/publishing/prices/currencies';
import { searchApps } from '@/lib/search/search-apps';
import { searchQuery } from '@/lib/search/schema';
import { getSettings } from '@/lib/settings';
import { pageMetadata } from '../../metadata';
import { ownedOf } from '../../owned';
import { fromCursor, keepValid, pick, type SearchParams } from '../../search-params';

type Props = { searchParams: SearchParams };

const names = [
  'q',
  'sort',
  'category',
  'subcategory',
  'developer',
  'price',
  'minPrice',
  'maxPrice',
  'minRating',
  'platform',
  'age',
  'cursor',
] as const;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q, ...filters } = await pick(searchParams, names);
  return pageMetadata({
    title: q ? `“${q.slice(0, 200)}”` : 'Search',
    description: q ? `Apps that match “${q.slice(0, 100)}”.` : undefined,
    // One page to search engines, whatever was searched for.
    path: '/search',
    isIndexed: Object.keys(filters).length === 0,
  });
}

export default async function Page({ searchParams }: Props) {
  const ctx = await pageContext();
  const all = await searchParams;
  const values = readAddress((name) => [all[name]].flat()[0]);
  const [categories, country, { storeName, defaultCountry }] = await Promise.all([
    listHotCategories(ctx),
    viewerCountry(ctx, all),
    getSettings(ctx),
  ]);
  const subcategories = categories.flatMap((category) => category.subcategories);
  if (!categories.some(({ slug }) => slug === values.category)) delete values.category;
  if (!subcategories.some(({ slug }) => slug === values.subcategory)) delete values.subcategory;
  // Filters are in the prices of the default storefront.
  const currency = currencyOf(defaultCountry) ?? 'USD';
  const shared = { categories, country, currency, storeName };
  if (isEmptySearch(values)) return <SearchPage initial={null} owned={[]} {...shared} />;

  const params = keepValid(searchQuery, paramsOf(values, country));
  const address = clientAddress(await headers());
  const { cursor: asked } = await pick(searchParams, ['cursor']);
  const { page, cursor = null } = await fromCursor(asked, (from) =>
    searchApps(ctx, { ...searchQuery.parse({ ...params, cursor: from }), country, address }),
  );
  const owned = await ownedOf(ctx, page.items, page.partial);
  return <SearchPage initial={{ params, cursor, page }} owned={[...owned]} {...shared} />;
}
