import type { Params } from '@/components/ui/use-pages';

/** What is shown of an app's reviews, and in which order. */
export type Choice = { sort: string; stars: number | null; version: string | null; isAnswered: boolean };

export const usualSort = 'helpful';

export const sorts = [
  { value: 'helpful', label: 'Most helpful' },
  { value: 'recent', label: 'Newest' },
  { value: 'favourable', label: 'Best first' },
  { value: 'critical', label: 'Worst first' },
];

/** What a query of the API asks for. */
export const choiceOf = (params: Params): Choice => ({
  sort: params.sort ?? usualSort,
  stars: params.stars ? Number(params.stars) : null,
  version: params.version ?? null,
  isAnswered: params.withResponse === 'true',
});

/** The query that asks for it, without how many and from where on. */
export const queryOf = ({ sort, stars, version, isAnswered }: Choice): Params => ({
  sort,
  ...(stars ? { stars: String(stars) } : {}),
  ...(version === null ? {} : { version }),
  ...(isAnswered ? { withResponse: 'true' } : {}),
});

export const isFiltered = ({ stars, version, isAnswered }: Choice) => stars !== null || version !== null || isAnswered;

export const unfiltered = ({ sort }: Choice): Choice => ({ sort, stars: null, version: null, isAnswered: false });

/** The query of the API: the one that the page was drawn with, cursor and all, while that is what is asked for. */
export function paramsOf(choice: Choice, drawn: Params): Params {
  const asked = new URLSearchParams(queryOf(choice)).toString();
  if (new URLSearchParams(queryOf(choiceOf(drawn))).toString() === asked) return drawn;
  return { ...queryOf(choice), limit: drawn.limit ?? '10' };
}
