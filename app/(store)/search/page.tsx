import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { Results } from '@/components/layout/navigation';
import { AppList } from '@/components/store/app-list';
import { AppRow } from '@/components/store/app-row';
import { CategoryIndex } from '@/components/store/category-index';
import { searchChoices } from '@/components/store/list-choices';
import { ListControls } from '@/components/store/list-controls';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { counted } from '@/components/ui/format';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { listHotCategories } from '@/lib/catalog/hot-apps';
import { searchApps } from '@/lib/search/search-apps';
import { searchQuery } from '@/lib/search/schema';
import { pageMetadata } from '../../metadata';
import { ownedOf } from '../../owned';
import { addressOf, fromCursor, keepValid, pick, type SearchParams } from '../../search-params';

type Props = { searchParams: SearchParams };

const limit = '30';
const names = ['q', 'sort', 'category', 'price', 'minRating', 'platform', 'age', 'cursor'] as const;

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

export default async function SearchPage({ searchParams }: Props) {
  const ctx = await pageContext();
  const picked = await pick(searchParams, names);
  const { cursor: asked, ...values } = keepValid(searchQuery, {
    ...picked,
    ...(picked.q ? { q: picked.q.slice(0, 200) } : {}),
  });
  const q = values.q?.trim() ?? '';
  const categories = await listHotCategories(ctx);
  if (Object.keys(values).length === 0 || (q === '' && Object.keys(values).every((name) => name === 'q'))) {
    return (
      <div className="page-width pt-8 md:pt-12">
        <h1 className="serif text-34 md:text-46">Search</h1>
        <p className="mt-2 mb-8 text-17 text-muted">Type a name above, or look through a category.</p>
        <CategoryIndex categories={categories} />
      </div>
    );
  }

  const country = await viewerCountry(ctx, await searchParams);
  const query = { ...values, country, limit };
  const { page, cursor } = await fromCursor(asked, (from) =>
    searchApps(ctx, { ...searchQuery.parse({ ...query, cursor: from }), country }),
  );
  const owned = await ownedOf(ctx, page.items, page.partial);
  const { q: _, ...filters } = values;

  return (
    <div className="page-width pt-8 md:pt-12">
      <h1 dir="auto" className="line-clamp-2 text-26 font-semibold tracking-tight break-words md:text-34">
        {q ? (
          <>
            <span className="text-muted">Results for</span> “<bdi>{q}</bdi>”
          </>
        ) : (
          'All apps'
        )}
      </h1>
      <p dir="auto" className="mt-1 text-muted numerals" role="status">
        {counted(page.total, 'app')}
        {page.degraded ? ', found with the simple search: the full one is taking a break' : ''}
      </p>
      <div className="mt-4 mb-4">
        <ListControls
          choices={searchChoices(categories, page.facets.category ?? {})}
          values={filters}
          kept={q ? { q } : {}}
        />
      </div>
      {page.items.length > 0 ? (
        <AppList
          path="/api/v1/search"
          params={{ ...query, ...(cursor ? { cursor } : {}) }}
          initial={page}
          owned={[...owned]}
          href={addressOf('/search', values)}
          label="Results"
        />
      ) : (
        <Results>
          <EmptyState
            icon={SearchX}
            title={q ? `Nothing found for “${q}”` : 'No app fits'}
            action={
              <Link
                href={q && Object.keys(filters).length > 0 ? addressOf('/search', { q }) : '/categories'}
                className={buttonClass('soft', 'h-11 rounded-pill px-6')}
              >
                {q && Object.keys(filters).length > 0 ? 'Search without filters' : 'Look through the categories'}
              </Link>
            }
          >
            Check the spelling, use fewer words, or take a filter away.
          </EmptyState>
        </Results>
      )}
      {page.partial.length > 0 ? (
        <section aria-labelledby="partial" className="mt-12">
          <h2 id="partial" className="mb-2 text-20 font-semibold">
            Partial matches
          </h2>
          <ul className="grid grid-cols-1 gap-x-10 sm:grid-cols-2 xl:grid-cols-3">
            {page.partial.map((app) => (
              <AppRow key={app.id} app={app} isOwned={owned.has(app.id)} className="border-b border-line" />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
