import type { APIRequestContext, Page } from '@playwright/test';
import type { SearchResults } from '@/lib/search/schema';
import { expect } from './fixtures';

// What tests of the search page do.

export const box = (page: Page) => page.getByRole('combobox', { name: 'Search apps' });
export const results = (page: Page) => page.getByRole('list', { name: 'Results' });
export const found = (page: Page) => results(page).getByRole('listitem');

export async function ask(request: APIRequestContext, query: string): Promise<SearchResults> {
  return (await (await request.get(`/api/v1/search?country=US&${query}`)).json()) as SearchResults;
}

/** Opens a page and waits until its box hears what is typed. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
