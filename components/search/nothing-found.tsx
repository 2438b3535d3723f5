'use client';

import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { CategoryIndex } from '@/components/store/category-index';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { Category } from '@/lib/catalog/schema';
import { filtersOf, type SearchValues, withoutFilters } from './address';
import { SearchLink, SearchPills } from './search-link';
import { usePopular } from './use-popular';
import { suggestionsOf } from './use-suggestions';

type Props = { values: SearchValues; country: string; hasPartial: boolean };

const mostNames = 3;

/** Says that there is nothing, and what would find something. */
export function NothingFound({ values, country, hasPartial }: Props) {
  const { q } = values;
  const hasFilters = filtersOf(values).length > 0;
  const names = useSimilarNames(q ?? '', country, !hasFilters);
  const meant =
    names.length > 0 ? (
      <p className="mt-2">
        Did you mean{' '}
        {names.map((name, index) => (
          <span key={name}>
            {index > 0 ? ' or ' : ''}
            <SearchLink values={{ q: name }} className="font-medium text-accent-text underline underline-offset-4">
              <bdi>{name}</bdi>
            </SearchLink>
          </span>
        ))}
        ?
      </p>
    ) : null;
  const wider = hasFilters ? (
    <SearchLink values={withoutFilters(values)} className={buttonClass('soft', 'h-11 rounded-pill px-6')}>
      Search without filters
    </SearchLink>
  ) : undefined;
  // What comes close is the help, and begins as high as it can.
  if (hasPartial)
    return (
      <div className="mt-3 wrap-anywhere">
        <p>No app has all of these words. {hintOf(q, hasFilters)}</p>
        {meant}
        {wider ? <div className="mt-3">{wider}</div> : null}
      </div>
    );
  return (
    <EmptyState icon={SearchX} title={q ? `Nothing found for “${q}”` : 'No app fits'} action={wider}>
      <p>{hintOf(q, hasFilters)}</p>
      {meant}
    </EmptyState>
  );
}

function hintOf(q: string | undefined, hasFilters: boolean): string {
  if (q === undefined) return 'Nothing matches all of these filters. Take one away to see more.';
  if (hasFilters) return 'Take a filter away, or check the spelling.';
  return /\s/.test(q) ? 'Check the spelling, or use fewer words.' : 'Check the spelling, or try another word.';
}

/** Names and searches that look like what was typed. */
function useSimilarNames(q: string, country: string, isWanted: boolean): string[] {
  const typed = q.slice(0, 100).toWellFormed().trim();
  const { data } = useQuery({ ...suggestionsOf(typed, country), enabled: isWanted && typed !== '' });
  const names = [...(data?.queries ?? []), ...(data?.apps ?? []).map((app) => app.name)];
  const others = names.filter((name) => name.toLowerCase() !== typed.toLowerCase());
  return [...new Set(others)].slice(0, mostNames);
}

/** Where else one could look: what many search for, and the categories. */
export function OtherWays({ categories }: { categories: Category[] }) {
  return (
    <div className="mt-12 grid gap-10">
      <section aria-labelledby="other-categories">
        <h2 id="other-categories" className="mb-3 text-20 font-semibold">
          Look through a category
        </h2>
        <CategoryIndex categories={categories} />
      </section>
      <PopularSearches />
    </div>
  );
}

export function PopularSearches() {
  const popular = usePopular(true, 10);
  if (popular.length === 0) return null;
  return (
    <section aria-labelledby="popular-searches">
      <h2 id="popular-searches" className="mb-3 text-20 font-semibold">
        Popular searches
      </h2>
      <SearchPills searches={popular} />
    </section>
  );
}
