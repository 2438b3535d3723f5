import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Results } from '@/components/layout/navigation';
import { AppList } from '@/components/store/app-list';
import { CategoryGlyph } from '@/components/store/category-glyph';
import { categoryChoices } from '@/components/store/list-choices';
import { ListControls } from '@/components/store/list-controls';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { counted } from '@/components/ui/format';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { listApps } from '@/lib/catalog/list-apps';
import { listHotCategories } from '@/lib/catalog/hot-apps';
import { appsQuery, type Category } from '@/lib/catalog/schema';
import { ownedOf } from '../../../owned';
import { addressOf, fromCursor, keepValid, pick, type SearchParams } from '../../../search-params';

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

const limit = '30';

const findCategory = cache(async (slug: string): Promise<Category | undefined> => {
  const categories = await listHotCategories(await pageContext());
  return categories.find((category) => category.slug === slug);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const category = await findCategory((await params).slug);
  if (!category) return { title: 'Not found' };
  return {
    title: category.name,
    description: `${counted(category.appCount, 'app')} in ${category.name}.`,
    alternates: { canonical: `/categories/${category.slug}` },
  };
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const ctx = await pageContext();
  const [category, country] = await Promise.all([
    findCategory((await params).slug),
    viewerCountry(ctx, await searchParams),
  ]);
  if (!category) notFound();

  const names = ['subcategory', 'sort', 'price', 'minRating', 'platform', 'age', 'cursor'] as const;
  const { cursor: asked, ...values } = keepValid(appsQuery, await pick(searchParams, names));
  const query = { category: category.slug, ...values, country, limit };
  const { page, cursor } = await fromCursor(asked, (from) =>
    listApps(ctx, { ...appsQuery.parse({ ...query, cursor: from }), country }),
  );
  const owned = await ownedOf(ctx, page.items);
  const path = `/categories/${category.slug}`;
  const { subcategory, ...filters } = values;

  return (
    <div className="page-width pt-8 md:pt-12">
      <nav aria-label="Breadcrumb" className="text-13 text-muted">
        <Link href="/categories" className="rounded-control hover:text-ink hover:underline">
          Categories
        </Link>
      </nav>
      <header className="mt-2 flex items-center gap-4">
        <CategoryGlyph icon={category.icon} hue={category.hue} />
        <h1 className="serif text-34 md:text-46">{category.name}</h1>
      </header>
      {category.subcategories.length > 0 ? (
        <nav aria-label="Kinds" className="mt-6">
          <ul className="rail gap-2">
            <Kind href={addressOf(path, filters)} isChosen={!subcategory} name="All" />
            {category.subcategories.map((sub) => (
              <Kind
                key={sub.slug}
                href={addressOf(path, { subcategory: sub.slug, ...filters })}
                isChosen={subcategory === sub.slug}
                name={sub.name}
              />
            ))}
          </ul>
        </nav>
      ) : null}
      <div className="mt-4 mb-4">
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
  );
}

function Kind({ href, isChosen, name }: { href: string; isChosen: boolean; name: string }) {
  return (
    <li>
      <Link
        href={href}
        aria-current={isChosen ? 'true' : undefined}
        className="inline-flex h-9 items-center rounded-pill bg-sunken px-4 text-13 font-medium transition-colors hover:bg-line aria-[current=true]:bg-ink aria-[current=true]:text-paper"
      >
        {name}
      </Link>
    </li>
  );
}
