'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { Results } from '@/components/layout/navigation';
import { AppRow } from '@/components/store/app-row';
import { CategoryIndex } from '@/components/store/category-index';
import { useOwned } from '@/components/store/use-owned';
import { Button } from '@/components/ui/button';
import { counted, formatCount } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import type { AppCard, Category } from '@/lib/catalog/schema';
import { sentenceOf } from '@/lib/http/fetch-json';
import { hrefOf, readAddress, type SearchValues, withFilter } from './address';
import { commitAddress } from './entries';
import { FacetGroup } from './facet-group';
import { activeFilters, facetsOf } from './facets';
import { FilterBar } from './filter-bar';
import { FilterSheet } from './filter-sheet';
import { NothingFound, OtherWays, PopularSearches } from './nothing-found';
import { ResultsList } from './results-list';
import { type InitialResults, type Results as Found, useResults } from './use-results';

type Props = {
  /** What the server found for the address; null where it asks for nothing. */
  initial: InitialResults | null;
  owned: string[];
  categories: Category[];
  country: string;
  /** What prices in an address are in. */
  currency: string;
  storeName: string;
};

/** The search that the address asks for; it changes in place while one types and chooses. */
export function SearchPage({ initial, owned: firstOwned, categories, country, currency, storeName }: Props) {
  const search = useSearchParams();
  const values = readAddress((name) => search.get(name));
  const results = useResults({ values, cursor: search.get('cursor'), country, initial });
  const owned = useOwned(firstOwned, results.view === 'results' && !(results.isInitial && results.pageCount === 1));
  // Where there is nothing to be seen the page says what was asked for.
  const shownWords = results.view === 'landing' ? undefined : (results.first ? results.shown?.values : values)?.q;

  useEffect(() => {
    document.title = `${shownWords ? `“${shownWords}”` : 'Search'} · ${storeName}`;
  }, [shownWords, storeName]);

  if (results.view === 'landing') return <Landing categories={categories} isBusy={results.isWaiting} />;
  const { first } = results;
  return (
    <div className="page-width pt-8 md:pt-12">
      <h1 dir="auto" className="line-clamp-2 text-26 font-semibold tracking-tight break-words md:text-34">
        {shownWords ? (
          <>
            <span className="text-muted">Results for</span> “<bdi>{shownWords}</bdi>”
          </>
        ) : (
          'All apps'
        )}
      </h1>
      <p dir="auto" className="mt-1 min-h-[1.5em] text-muted numerals" role="status">
        {first ? countOf(first) : results.view === 'error' ? '' : 'Searching…'}
        {first?.degraded ? '. Found with the simple search for now.' : ''}
      </p>
      <Filters categories={categories} values={values} first={first} currency={currency} />
      {results.view === 'error' ? (
        <Notice tone="bad" title="The search did not work" className="my-8">
          <p>{sentenceOf(results.error)}</p>
          <Button tone="plain" className="mt-2 -ms-4" onClick={results.retry}>
            Try again
          </Button>
        </Notice>
      ) : null}
      {results.view === 'waiting' ? <RowsSkeleton /> : null}
      {results.view === 'results' && first ? (
        <FoundApps
          results={results}
          owned={owned}
          categories={categories}
          country={country}
          isFromStart={!results.isInitial || initial?.cursor === null}
        />
      ) : null}
    </div>
  );
}

type FoundProps = {
  results: Found;
  owned: ReadonlySet<string>;
  categories: Category[];
  country: string;
  isFromStart: boolean;
};

function FoundApps({ results, owned, categories, country, isFromStart }: FoundProps) {
  const { first, shown, items } = results;
  if (!first || !shown) return null;
  const query = shown.values.q ?? '';
  return (
    <Results isDimmed={results.isLate}>
      {items.length > 0 ? (
        <ResultsList
          results={results}
          listKey={shown.key}
          query={query}
          total={first.isTotalCapped ? null : first.total}
          isFromStart={isFromStart}
          owned={owned}
          href={hrefOf(shown.values)}
        />
      ) : (
        <NothingFound values={shown.values} country={country} hasPartial={first.partial.length > 0} />
      )}
      {first.partial.length > 0 ? (
        <PartialMatches
          apps={first.partial}
          owned={owned}
          query={query}
          className={items.length > 0 ? 'mt-12' : 'mt-6'}
        />
      ) : null}
      {items.length === 0 ? <OtherWays categories={categories} /> : null}
    </Results>
  );
}

/** "1,234 apps", or "More than 10,000 apps" where nobody counted on. */
export const countOf = ({ total, isTotalCapped }: { total: number; isTotalCapped: boolean }) =>
  isTotalCapped ? `More than ${formatCount(total)} apps` : counted(total, 'app');

type FiltersProps = { categories: Category[]; values: SearchValues; first: Found['first']; currency: string };

function Filters({ categories, values, first, currency }: FiltersProps) {
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const closeSheet = useCallback(() => setIsSheetOpen(false), []);
  const facets = facetsOf(categories, first?.facets ?? {}, values);
  const developer = first
    ? [...first.items, ...first.partial].find((app) => app.developer.slug === values.developer)?.developer.name
    : undefined;
  const active = activeFilters({ categories, developer, currency }, values);
  const countText = first ? countOf(first).replace(/^More/, 'more') : 'apps';
  return (
    <>
      <FilterBar
        values={values}
        active={active}
        count={first?.total ?? null}
        onOpenSheet={() => setIsSheetOpen(true)}
      />
      {facets.some(({ options }) => options.some(({ isIdle }) => !isIdle)) ? (
        <section
          aria-label="Narrow the search"
          className="mt-3 mb-4 hidden grid-cols-2 gap-x-8 gap-y-2 border-b border-line pb-4 lg:grid no-script:grid print:hidden"
        >
          {facets.map((facet, index) => (
            <FacetGroup
              key={facet.name}
              facet={facet}
              values={values}
              shape="line"
              className={index === 0 ? 'col-span-full' : 'max-lg:col-span-full'}
              onChoose={(name, value) => commitAddress(hrefOf(withFilter(values, name, value)))}
            />
          ))}
        </section>
      ) : null}
      <FilterSheet
        isOpen={isSheetOpen}
        facets={facets}
        values={values}
        count={active.length}
        countText={countText}
        onClose={closeSheet}
      />
    </>
  );
}

type PartialProps = { apps: AppCard[]; owned: ReadonlySet<string>; query: string; className: string };

function PartialMatches({ apps, owned, query, className }: PartialProps) {
  return (
    <section aria-labelledby="partial" className={className}>
      <h2 id="partial" className="text-20 font-semibold">
        Partial matches
      </h2>
      <p className="mb-2 text-13 text-muted">Apps that have some of these words.</p>
      <ul aria-label="Partial matches" className="grid grid-cols-1 gap-x-10 sm:grid-cols-2 xl:grid-cols-3">
        {apps.map((app) => (
          <AppRow key={app.id} app={app} isOwned={owned.has(app.id)} query={query} className="border-b border-line" />
        ))}
      </ul>
    </section>
  );
}

function Landing({ categories, isBusy }: { categories: Category[]; isBusy: boolean }) {
  return (
    <div aria-busy={isBusy} className="page-width pt-8 md:pt-12">
      <h1 className="serif text-34 md:text-46">Search</h1>
      <p className="mt-2 mb-8 text-17 text-muted">Type a name above, or look through a category.</p>
      <CategoryIndex categories={categories} />
      <div className="mt-10">
        <PopularSearches />
      </div>
    </div>
  );
}

const placeholders = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

function RowsSkeleton() {
  return (
    <div aria-hidden="true" className="grid grid-cols-1 gap-x-10 sm:grid-cols-2 xl:grid-cols-3">
      {placeholders.map((key) => (
        <div key={key} className="flex h-[5.5rem] items-center gap-3 border-b border-line">
          <div className="skeleton size-12 rounded-icon sm:size-16" />
          <div className="grid flex-1 gap-2">
            <div className="skeleton h-4 w-32" />
            <div className="skeleton h-3 w-44" />
          </div>
        </div>
      ))}
    </div>
  );
}
