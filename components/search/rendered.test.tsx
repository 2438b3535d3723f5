import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { PathnameContext, SearchParamsContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { PurchaseProvider } from '@/components/store/purchase-provider';
import type { AppCard, Category } from '@/lib/catalog/schema';
import type { SearchResults } from '@/lib/search/schema';
import { paramsOf, readAddress } from './address';
import { SearchBox } from './search-box';
import { SearchPage } from './search-page';

const categories = [
  { slug: 'travel', name: 'Travel', icon: 'map', hue: 200, appCount: 12, subcategories: [] },
  { slug: 'games', name: 'Games', icon: 'dice', hue: 20, appCount: 40, subcategories: [] },
] as unknown as Category[];

const appNamed = (name: string, index = 0): AppCard =>
  ({
    id: `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    slug: `app-${index}`,
    name,
    subtitle: 'Tables for small boats',
    developer: { slug: 'example', name: 'Example', verified: false },
    iconUrl: null,
    color: '#336699',
    category: 'travel',
    rating: { average: 4.5, count: 12 },
    price: null,
    platforms: ['web'],
  }) as unknown as AppCard;

const answer: SearchResults = {
  items: [appNamed('Tern: tide tables')],
  partial: [],
  facets: { category: { travel: 1 }, platform: { web: 1 }, price: { free: 1 }, minRating: { '4': 1 }, age: { '4': 1 } },
  total: 1,
  isTotalCapped: false,
  engine: 'postgres',
  degraded: false,
  nextCursor: null,
};

function scene(content: ReactNode, search: string, client = new QueryClient()): string {
  const router = { push: () => {}, replace: () => {}, refresh: () => {}, back: () => {}, forward: () => {} };
  return renderToStaticMarkup(
    <AppRouterContext value={router as never}>
      <PathnameContext value="/search">
        <SearchParamsContext value={new URLSearchParams(search)}>
          <QueryClientProvider client={client}>
            <PurchaseProvider accountId={null}>{content}</PurchaseProvider>
          </QueryClientProvider>
        </SearchParamsContext>
      </PathnameContext>
    </AppRouterContext>,
  );
}

function page(search: string, change: Partial<SearchResults> = {}, client?: QueryClient): string {
  const query = new URLSearchParams(search);
  const params = paramsOf(
    readAddress((name) => query.get(name)),
    'US',
  );
  const shared = { owned: [], categories, country: 'US', currency: 'USD', storeName: 'Pomona' };
  const initial = { params, cursor: query.get('cursor'), page: { ...answer, ...change } };
  return scene(<SearchPage initial={search ? initial : null} {...shared} />, search, client);
}

const chip = (markup: string, name: string, value: string) =>
  markup.match(/<button[^>]*>/g)?.find((tag) => tag.includes(`name="${name}"`) && tag.includes(`value="${value}"`));

const textOf = (markup: string) => markup.replace(/<[^>]+>/g, '');

describe('the search page', () => {
  test('has its first results in the document, the words that match marked', () => {
    const markup = page('q=tide+tab');
    expect(markup).toMatch(/<mark[^>]*>tide<\/mark> <mark[^>]*>tab<\/mark>les/);
    expect(markup).toMatch(/<mark[^>]*>Tab<\/mark>les for small boats/);
    expect(textOf(markup)).toContain('1 app');
    expect(markup).toMatch(/aria-setsize="1" aria-posinset="1"/);
  });

  test('counts honestly', () => {
    expect(textOf(page('q=a', { total: 1234 }))).toContain('1,234 apps');
    const capped = page('q=a', { total: 10_000, isTotalCapped: true });
    expect(textOf(capped)).toContain('More than 10,000 apps');
    expect(capped).toContain('aria-setsize="-1"');
  });

  test('says quietly when the simple search answers', () => {
    expect(textOf(page('q=tide'))).not.toContain('simple search');
    expect(textOf(page('q=tide', { degraded: true }))).toContain('Found with the simple search for now.');
  });

  test('offers each choice with its count, disabled where it leaves nothing, and takes filters away one by one', () => {
    const markup = page('q=tide&price=free&sort=newest');
    expect(chip(markup, 'price', '')).toContain('aria-pressed="true"');
    expect(chip(markup, 'price', 'paid')).toContain('disabled=""');
    expect(chip(markup, 'category', 'games')).toContain('disabled=""');
    expect(chip(markup, 'category', 'travel')).not.toContain('disabled=""');
    expect(markup).toContain('aria-label="Remove the filter Free"');
    expect(textOf(markup)).toContain('Filters (1)');
    expect(textOf(markup)).toContain('Clear all');
    expect(textOf(page('q=tide'))).not.toContain('Clear all');
    const linked = page('developer=example&minPrice=100&price=free');
    for (const label of ['By Example', '$1.00 and up']) expect(linked).toContain(`Remove the filter ${label}"`);
    // Its row shows it in wide windows, the others have none.
    expect(linked.match(/<button[^>]*Remove the filter[^>]*>/g)?.map((tag) => tag.includes('lg:hidden'))).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('works as forms where no script runs: a choice keeps the words and the other choices', () => {
    const markup = page('q=tide&price=free');
    const form = markup.match(/<form(?:(?!<\/form>).)*name="platform"(?:(?!<\/form>).)*<\/form>/)?.[0] ?? '';
    expect(form).toContain('<input type="hidden" name="q" value="tide"/>');
    expect(form).toContain('<input type="hidden" name="price" value="free"/>');
  });

  test('shows partial matches apart, and says that nothing has all words', () => {
    const text = textOf(page('q=tide+chess', { items: [], total: 0, partial: [appNamed('Chess', 1)] }));
    for (const words of ['0 apps', 'No app has all of these words', 'use fewer words', 'Partial matches'])
      expect(text).toContain(words);
  });

  test('offers an order where there is something to sort, and nothing to press where there is nothing at all', () => {
    expect(page('q=tide', { total: 2 })).toContain('name="sort"');
    expect(page('q=tide')).not.toContain('name="sort"');
    const nothing = page('q=zzzz', { items: [], total: 0, facets: {} as never });
    for (const label of ['Sort and filters', 'Narrow the search']) expect(nothing).not.toContain(label);
  });

  test('helps where there is nothing: without filters, in the categories', () => {
    const filtered = page('q=tide&price=paid', { items: [], total: 0 });
    expect(filtered).toContain('href="/search?q=tide"');
    expect(textOf(filtered)).toContain('Search without filters');
    const plain = textOf(page('q=zzzz', { items: [], total: 0 }));
    expect(plain).not.toContain('Search without filters');
    for (const words of ['Nothing found for “zzzz”', 'another word', 'Travel']) expect(plain).toContain(words);
  });

  test('without words and filters leads to the categories and to what many search for', () => {
    const client = new QueryClient();
    client.setQueryData(['popular-searches'], ['tide tables', 'chess & go']);
    const markup = page('', {}, client);
    expect(markup).toContain('href="/categories/travel"');
    expect(markup).toContain('href="/search?q=chess+%26+go"');
  });

  test('leads on without a script, and from the middle does not say which place an app has', () => {
    const markup = page('q=tide&cursor=abc', { nextCursor: 'def' });
    expect(markup).toContain('href="/search?q=tide&amp;cursor=def"');
    expect(markup).not.toContain('aria-posinset');
  });

  test('an app that two pages have is there once', () => {
    const markup = page('q=tide', { items: [appNamed('Tern'), appNamed('Tern')], total: 2 });
    expect(markup.match(/data-position/g)).toHaveLength(1);
  });
});

test('the box has the words of the address and is a closed combobox', () => {
  const markup = scene(<SearchBox country="US" />, 'q=tide&price=free');
  expect(markup).toMatch(/<input[^>]*role="combobox"[^>]*aria-expanded="false"[^>]*name="q"/);
  expect(markup).toMatch(/<input[^>]*value="tide"/);
  expect(markup).not.toContain('aria-activedescendant');
});
