import { expect, test } from '@playwright/test';
import { watchContext } from './fixtures';

const PAGE = `<!doctype html><title>Made up</title><script>
  console.error('said in the console');
  setTimeout(() => { throw new Error('thrown and not caught'); });
  fetch('/made-up/missing');
  fetch('/made-up/refused').catch(() => {});
  fetch('/made-up/provoked');
</script>`;

test('the watch over every browser test notices what goes wrong unseen', async ({ context, page, baseURL }) => {
  const problems: string[] = [];
  watchContext(context, baseURL ?? '', [{ status: 409, path: /provoked$/ }], problems);
  await page.route('**/made-up/**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith('/missing')) return route.fulfill({ status: 404 });
    if (pathname.endsWith('/provoked')) return route.fulfill({ status: 409 });
    if (pathname.endsWith('/refused')) return route.abort('connectionrefused');
    return route.fulfill({ contentType: 'text/html', body: PAGE });
  });
  await page.goto('/made-up/page');

  await expect
    .poll(() => problems.some((problem) => problem.startsWith('exception: thrown and not caught')))
    .toBe(true);
  await expect.poll(() => problems.some((problem) => problem.startsWith('console: said in the console'))).toBe(true);
  await expect.poll(() => problems.some((problem) => /^404 GET .*missing$/.test(problem))).toBe(true);
  await expect.poll(() => problems.some((problem) => /^net::ERR_CONNECTION_REFUSED GET/.test(problem))).toBe(true);
  expect(problems.filter((problem) => problem.includes('provoked'))).toEqual([]);
});
