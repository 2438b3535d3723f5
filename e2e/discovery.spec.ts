import type { APIRequestContext, APIResponse, Page } from '@playwright/test';
import { expect, signInByRequest, demoAccount, test } from './fixtures';

type Card = { slug: string; name: string; iconUrl: string; developer: { slug: string } };

async function firstApp(request: APIRequestContext): Promise<Card> {
  const { items } = await (await request.get('/api/v1/apps?country=US&limit=1')).json();
  return items[0];
}

async function firstStory(request: APIRequestContext): Promise<string> {
  const { items } = await (await request.get('/api/v1/collections?country=US')).json();
  return items[0].slug;
}

/** What the browser reads out of an XML text; fails where it is not well-formed. */
const readXml = (page: Page, xml: string, name: string) =>
  page.evaluate(
    ([text, tag]) => {
      const document = new DOMParser().parseFromString(text!, 'application/xml');
      const error = document.querySelector('parsererror');
      if (error) throw new Error(error.textContent ?? 'not well-formed');
      return [...document.getElementsByTagName(tag!)].map((element) => element.textContent ?? '');
    },
    [xml, name] as const,
  );

const content = (page: Page, selector: string) => page.locator(`head ${selector}`).first().getAttribute('content');

/** Kept by shared caches, the same for everybody, and answered with 304 to who has it. */
async function expectPublic(request: APIRequestContext, path: string): Promise<APIResponse> {
  let answer = await request.get(path);
  // Again where somebody changed the store between the two questions.
  await expect(async () => {
    answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    const again = await request.get(path, { headers: { 'If-None-Match': answer.headers().etag ?? '' } });
    expect(again.status(), path).toBe(304);
  }).toPass();
  const headers = answer.headers();
  expect(headers['cache-control'], path).toMatch(/^public, .*s-maxage=\d+/);
  expect(headers['set-cookie'], path).toBeUndefined();
  expect(headers.vary ?? '', path).not.toMatch(/cookie/i);
  return answer;
}

test('search engines are led from robots.txt to every page of the catalogue', async ({ page, request, baseURL }) => {
  const robots = await request.get('/robots.txt');
  expect(robots.headers()['content-type']).toContain('text/plain');
  const rules = await robots.text();
  expect(rules).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  for (const path of ['/api/', '/account', '/library', '/sign-in']) expect(rules).toContain(`Disallow: ${path}\n`);
  await page.goto('/robots.txt');
  const index = await (await expectPublic(request, '/sitemap.xml')).text();
  const files = await readXml(page, index, 'loc');
  const links: string[] = [];
  for (const file of files) {
    expect(file.startsWith(`${baseURL}/sitemaps/`)).toBe(true);
    links.push(...(await readXml(page, await (await expectPublic(request, new URL(file).pathname)).text(), 'loc')));
  }
  const app = await firstApp(request);
  for (const path of ['/', '/categories/games', `/apps/${app.slug}`, `/developers/${app.developer.slug}`]) {
    expect(links, path).toContain(`${baseURL}${path}`);
  }
  expect(links).toContain(`${baseURL}/stories/${await firstStory(request)}`);
  expect(new Set(links).size).toBe(links.length);
  for (let at = 0; at < links.length; at += Math.ceil(links.length / 8)) {
    const answer = await request.get(links[at]!, { maxRedirects: 0 });
    expect(answer.status(), links[at]).toBe(200);
    expect(await answer.text(), links[at]).not.toMatch(/<meta name="robots" content="[^"]*noindex/);
  }
});

test('feeds of new and updated apps are RSS, of the whole store and of a category', async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto('/robots.txt');
  for (const path of ['/feeds/new.xml', '/feeds/updated.xml', '/feeds/new.xml?category=games']) {
    const answer = await expectPublic(request, path);
    expect(answer.headers()['content-type']).toContain('application/rss+xml');
    const xml = await answer.text();
    const titles = await readXml(page, xml, 'title');
    expect(titles.length).toBeGreaterThan(2);
    const guids = await readXml(page, xml, 'guid');
    expect(new Set(guids).size).toBe(guids.length);
    const dates = (await readXml(page, xml, 'pubDate')).map((date) => new Date(date).getTime());
    expect(dates.every((date) => Number.isFinite(date))).toBe(true);
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
    for (const link of await readXml(page, xml, 'link')) {
      if (link !== '') expect(link.startsWith(`${baseURL}/`)).toBe(true);
    }
  }
  for (const path of ['/feeds/other.xml', '/feeds/new.xml?category=nothing', '/sitemaps/apps.xml', '/og/store/x.jpg']) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(answer.headers()['cache-control'], path).toContain('no-store');
  }
});

const PAGES: Record<string, { pathOf: (request: APIRequestContext) => Promise<string>; kinds: string[] }> = {
  Today: { pathOf: async () => '/', kinds: ['WebSite'] },
  categories: { pathOf: async () => '/categories', kinds: [] },
  'a category': { pathOf: async () => '/categories/games', kinds: ['ItemList', 'BreadcrumbList'] },
  'a kind of a category': { pathOf: async () => '/categories/games?subcategory=games-puzzle', kinds: ['ItemList'] },
  'an app': {
    pathOf: async (request) => `/apps/${(await firstApp(request)).slug}`,
    kinds: ['BreadcrumbList'],
  },
  'a developer': {
    pathOf: async (request) => `/developers/${(await firstApp(request)).developer.slug}`,
    kinds: ['Organization', 'ItemList'],
  },
  'a story': { pathOf: async (request) => `/stories/${await firstStory(request)}`, kinds: ['Article'] },
  'the API reference': { pathOf: async () => '/docs/api', kinds: [] },
  search: { pathOf: async () => '/search', kinds: [] },
};

for (const [title, { pathOf, kinds }] of Object.entries(PAGES)) {
  test(`${title} tells search engines and previews what it is`, async ({ page, request, baseURL }) => {
    const path = await pathOf(request);
    await page.goto(path);
    await expect(page).toHaveTitle(/\S · \S/);
    await expect(page.locator('head link[rel="canonical"]')).toHaveAttribute(
      'href',
      new RegExp(`^${baseURL}${path === '/' ? '/?' : path.replace(/[?]/g, '\\?')}$`),
    );
    const description = (await content(page, 'meta[name="description"]')) ?? '';
    expect(description.length).toBeGreaterThan(20);
    expect(description.length).toBeLessThanOrEqual(160);
    expect(await content(page, 'meta[property="og:title"]')).toBeTruthy();
    expect(await content(page, 'meta[name="twitter:card"]')).toBe('summary_large_image');
    await expect(page.locator('head meta[name="robots"]')).toHaveCount(0);
    await expect(page.locator('head link[type="application/rss+xml"]').first()).toHaveAttribute(
      'href',
      /\/feeds\/new\.xml/,
    );
    const picture = new URL((await content(page, 'meta[property="og:image"]')) ?? '');
    expect(picture.origin).toBe(new URL(baseURL ?? '').origin);
    const poster = await request.get(picture.pathname);
    expect(poster.headers()).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await poster.body()).length).toBeLessThan(300_000);
    const scripts = await page.locator('script[type="application/ld+json"]').allTextContents();
    const types = scripts.map((text) => {
      const data = JSON.parse(text);
      expect(data['@context']).toBe('https://schema.org');
      return data['@type'];
    });
    expect(types).toEqual(expect.arrayContaining(kinds));
    const html = await (await request.get(path)).text();
    for (const [tag] of html.matchAll(/<script type="application\/ld\+json"[^>]*>/g)) expect(tag).toContain('nonce="');
  });
}

test('an app says what it costs, what people think of it and who made it', async ({ page, request, baseURL }) => {
  const app = await firstApp(request);
  await page.goto(`/apps/${app.slug}?country=JP`);
  const scripts = await page.locator('script[type="application/ld+json"]').allTextContents();
  const data = scripts.map((text) => JSON.parse(text)).find((one) => /Application$/.test(one['@type']));
  expect(data).toMatchObject({
    name: app.name,
    url: `${baseURL}/apps/${app.slug}`,
    author: { url: `${baseURL}/developers/${app.developer.slug}` },
    offers: { price: expect.stringMatching(/^\d+(\.\d+)?$/), priceCurrency: expect.stringMatching(/^[A-Z]{3}$/) },
    aggregateRating: { ratingCount: expect.any(Number) },
  });
});

test('other views of a page lead to the page itself, and personal pages to nothing', async ({
  page,
  signIn,
  baseURL,
}) => {
  for (const path of ['/categories/games?sort=rating&country=DE', '/search?q=tide&sort=rating']) {
    await page.goto(path);
    await expect(page.locator('head link[rel="canonical"]')).toHaveAttribute('href', `${baseURL}${path.split('?')[0]}`);
    await expect(page.locator('head meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  }
  await page.goto('/search?q=tide');
  await expect(page.locator('head link[rel="canonical"]')).toHaveAttribute('href', `${baseURL}/search`);
  await page.goto('/categories/games?country=DE');
  await expect(page.locator('head link[rel="canonical"]')).toHaveAttribute('href', `${baseURL}/categories/games`);
  await expect(page.locator('head meta[name="robots"]')).toHaveCount(0);
  await signIn('shopper');
  for (const path of ['/library', '/account', '/purchases', '/wishlist', '/notifications']) {
    await page.goto(path);
    await expect(page.locator('head meta[name="robots"]'), path).toHaveAttribute('content', /noindex/);
  }
});

test('an old address of a poster leads to the present one', async ({ request }) => {
  const app = await firstApp(request);
  const moved = await request.get(`/og/apps/${app.slug}/0123.jpg`, { maxRedirects: 0 });
  expect(moved.status()).toBe(307);
  expect(moved.headers()['cache-control']).toBe('public, max-age=300');
  const poster = await request.get(moved.headers().location!);
  expect(poster.headers()['content-type']).toBe('image/jpeg');
});

test('shared caches keep what is the same for everybody, and never what is not', async ({
  request,
  playwright,
  baseURL,
}) => {
  const app = await firstApp(request);
  const signedIn = await playwright.request.newContext({ baseURL });
  await signInByRequest(signedIn, baseURL ?? '', demoAccount('shopper'));
  for (const path of [
    '/api/v1/apps?country=US&category=games',
    `/api/v1/apps/${app.slug}?country=US`,
    `/api/v1/apps/${app.slug}/similar?country=DE`,
    `/api/v1/apps/${app.slug}/versions`,
    '/api/v1/categories',
    '/api/v1/search?country=US&q=tide',
    '/api/v1/collections?country=US',
    `/api/v1/developers/${app.developer.slug}`,
  ]) {
    await expectPublic(request, path);
    await expect(async () => {
      const [anonymous, theirs] = [await request.get(path), await signedIn.get(path)];
      expect(theirs.headers().etag, `${path} is the same for a signed-in person`).toBe(anonymous.headers().etag);
    }).toPass();
  }
  const withoutCountry = await signedIn.get('/api/v1/apps?category=games');
  expect(withoutCountry.headers()['cache-control']).toBe('private, no-cache');
  for (const path of ['/api/v1/library', '/api/v1/me', '/api/v1/purchases']) {
    expect((await signedIn.get(path)).headers()['cache-control'], path).toContain('no-store');
  }
  for (const path of ['/', `/apps/${app.slug}`, '/search?q=tide', '/sign-in']) {
    const answer = await request.get(path);
    expect(answer.headers()['cache-control'], path).toBe('private, no-cache');
    expect(answer.headers()['content-security-policy'], path).toMatch(/'nonce-[^']+'/);
  }
  const media = await request.get(app.iconUrl);
  expect(media.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(media.headers()['set-cookie']).toBeUndefined();
  const missing = await request.get('/apps/nothing-here');
  expect(missing.status()).toBe(404);
  expect(missing.headers()['cache-control']).toBe('private, no-cache');
  const file = /\/_next\/static\/[^"]+\.(css|js)/.exec(await (await request.get('/')).text())?.[0] ?? '';
  expect((await request.get(file)).headers()['cache-control']).toMatch(/public, max-age=31536000, immutable/);
  await signedIn.dispose();
});

test('a browser can put the store on a home screen', async ({ page, request }) => {
  await page.goto('/');
  const address = await page.locator('head link[rel="manifest"]').getAttribute('href');
  const manifest = await (await request.get(address ?? '')).json();
  expect(manifest).toMatchObject({ name: expect.stringMatching(/\S/), start_url: '/' });
  for (const { src } of manifest.icons) expect((await request.get(src)).status(), src).toBe(200);
});
