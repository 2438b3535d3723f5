import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { cache } from 'react';
import { Results } from '@/components/layout/navigation';
import { AppList } from '@/components/store/app-list';
import { categoryChoices } from '@/components/store/list-choices';
import { ListControls } from '@/components/store/list-controls';
import { Masthead } from '@/components/store/masthead';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { counted } from '@/components/ui/format';
import { Scroller } from '@/components/ui/scroller';
import { SkipLink } from '@/components/ui/skip-link';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { listHotApps, listHotCategories } from '@/lib/catalog/hot-apps';
import { appListData, breadcrumbData } from '@/lib/catalog/discovery/structured-data';
import { appsQuery, type Category } from '@/lib/catalog/schema';
import { getSettings } from '@/lib/settings';
import { JsonLd, siteOf } from '../../../json-ld';
import { pageMetadata } from '../../../metadata';
import { Missing, missingMetadata } from '../../../missing';
import { ownedOf } from '../../../owned';
import { addressOf, fromCursor, keepValid, pick, type SearchParams } from '../../../search-params';

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

const limit = '30';
const names = ['subcategory', 'sort', 'price', 'minRating', 'platform', 'age', 'cursor'] as const;

const findCategory = cache(async (slug: string): Promise<Category | undefined> => {
  const categories = await listHotCategories(await pageContext());
  return categories.find((category) => category.slug === slug);
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const category = await findCategory((await params).slug);
  if (!category) return missingMetadata;
  const { subcategory: asked, ...filters } = await pick(searchParams, names);
  const kind = category.subcategories.find(({ slug }) => slug === asked);
  const { appCount } = kind ?? category;
  return pageMetadata({
    title: kind ? `${kind.name} · ${category.name}` : category.name,
    description: `${counted(appCount, 'app')} in ${kind ? `${category.name}, ${kind.name}` : category.name}: the popular ones, the best rated and the newest, with honest reviews.`,
    path: addressOf(`/categories/${category.slug}`, { subcategory: kind?.slug }),
    isIndexed: Object.keys(filters).length === 0 && (kind !== undefined || asked === undefined),
    feed: category,
  });
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const ctx = await pageContext();
  const [category, country] = await Promise.all([
    findCategory((await params).slug),
    viewerCountry(ctx, await searchParams),
  ]);
  if (!category) return <Missing kind="category" address={(await params).slug} />;

  const names = ['subcategory', 'sort', 'price', 'minRating', 'platform', 'age', 'cursor'] as const;
  const { cursor: asked, ...values } = keepValid(appsQuery, await pick(searchParams, names));
  const query = { category: category.slug, ...values, country, limit };
  const { page, cursor } = await fromCursor(asked, (from) =>
    listHotApps(ctx, { ...appsQuery.parse({ ...query, cursor: from }), country }),
  );
  const owned = await ownedOf(ctx, page.items);
  const path = `/categories/${category.slug}`;
  const { subcategory, ...filters } = values;
  const site = siteOf(await getSettings(ctx));
  const way = [
    { name: site.storeName, path: '/' },
    { name: 'Categories', path: '/categories' },
    { name: category.name, path },
  ];

  return (
    <>
      <JsonLd data={[...appListData(category.name, page.items, site), breadcrumbData(way, site)]} />
      <Masthead
        color={`oklch(0.68 0.15 ${category.hue})`}
        apps={page.items}
        foot={
          category.subcategories.length > 0 ? (
            <nav aria-label="Kinds">
              <SkipLink to="apps">Skip to sorting and apps</SkipLink>
              <Scroller as="ul" className="-mt-2 gap-6">
                <Kind href={addressOf(path, filters)} isChosen={!subcategory} name="All" />
                {category.subcategories.map((sub) => (
                  <Kind
                    key={sub.slug}
                    href={addressOf(path, { subcategory: sub.slug, ...filters })}
                    isChosen={subcategory === sub.slug}
                    name={sub.name}
                  />
                ))}
              </Scroller>
            </nav>
          ) : null
        }
      >
        <nav aria-label="Breadcrumb" className="text-13 text-muted">
          <Link href="/categories" className="rounded-control hover:text-ink hover:underline">
            Categories
          </Link>
        </nav>
        <h1 className="serif mt-1 text-34 break-words md:text-46">{category.name}</h1>
        <p dir="auto" className="mt-2 text-muted numerals">
          {counted(category.appCount, 'app')}
        </p>
      </Masthead>
      <div className="page-width">
        <div id="apps" className="pt-5 pb-3">
          <ListControls choices={categoryChoices} values={filters} kept={subcategory ? { subcategory } : {}} />
        </div>
        {page.items.length > 0 ? (
          <AppList
            path="/api/v1/apps"
            params={{ ...query, ...(cursor ? { cursor } : {}) }}
            initial={page}
            owned={[...owned]}
            href={addressOf(path, values)}
            label={category.name}
          />
        ) : (
          <Results>
            <EmptyState
              icon={SearchX}
              title="No app fits"
              action={
                <Link href={path} className={buttonClass('soft', 'h-11 rounded-pill px-6')}>
                  Show all of {category.name}
                </Link>
              }
            >
              Nothing in {category.name} matches all of these filters. Take one away to see more.
            </EmptyState>
          </Results>
        )}
      </div>
    </>
  );
}

function Kind({ href, isChosen, name }: { href: string; isChosen: boolean; name: string }) {
  return (
    <li>
      <Link
        href={href}
        aria-current={isChosen ? 'true' : undefined}
        className="inline-flex h-11 items-center border-b-2 border-transparent text-15 font-medium whitespace-nowrap text-muted transition-colors hover:text-ink aria-[current=true]:border-ink aria-[current=true]:text-ink"
      >
        {name}
      </Link>
    </li>
  );
}
