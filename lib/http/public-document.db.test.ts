import { beforeEach, describe, expect, test } from 'vitest';
import { GET as getFeed } from '@/app/feeds/[feed]/route';
import { GET as getManifest } from '@/app/manifest.webmanifest/route';
import { GET as getPoster } from '@/app/og/store/[file]/route';
import { GET as getRobots } from '@/app/robots.txt/route';
import { GET as getSitemap } from '@/app/sitemap.xml/route';
import { GET as getSitemapPart } from '@/app/sitemaps/[part]/route';
import { settings } from '@/db/schema';
import { closeDb } from '@/lib/database';
import { testDatabase } from '@/tests/database';
import { createApp } from '@/tests/factories';
import { visitor } from '@/tests/visitor';

const t = testDatabase();

const documents = [
  ['/sitemap.xml', getSitemap, {}],
  ['/sitemaps/pages.xml', getSitemapPart, { part: 'pages.xml' }],
  ['/feeds/new.xml', getFeed, { feed: 'new.xml' }],
  ['/feeds/updated.xml', getFeed, { feed: 'updated.xml' }],
] as const;

async function setAccess(value: 'public' | 'members'): Promise<void> {
  await t.db
    .insert(settings)
    .values({ key: 'access', value, updatedAt: new Date() })
    .onConflictDoUpdate({ target: settings.key, set: { value } });
  // Settings are kept for some seconds with the connection.
  await closeDb();
}

beforeEach(() => setAccess('public'));

describe.each(documents)('%s', (path, handler, params) => {
  test('may be kept by shared caches, and is answered with 304 to who has it', async () => {
    const answer = await visitor().call(handler, 'GET', path, { params });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d+, s-maxage=\d+/);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const etag = answer.headers.get('etag') ?? '';
    const again = await visitor().call(handler, 'GET', path, {
      params,
      headers: { 'If-None-Match': `W/"x", W/${etag}` },
    });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toBe(etag);
  });

  test('does not exist in a store for members only', async () => {
    await setAccess('members');
    const answer = await visitor().call(handler, 'GET', path, { params });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });
});

test('a store for members only asks search engines to stay away and has no posters', async () => {
  expect(await (await visitor().call(getRobots, 'GET', '/robots.txt')).text()).toContain('Sitemap: ');
  await setAccess('members');
  expect(await (await visitor().call(getRobots, 'GET', '/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n');
  const params = { file: '0a.jpg' };
  expect((await visitor().call(getPoster, 'GET', '/og/store/0a.jpg', { params })).status).toBe(404);
  expect((await visitor().call(getManifest, 'GET', '/manifest.webmanifest')).status).toBe(200);
});

test('a feed changes its ETag with what is in it', async () => {
  const etagOf = async () =>
    (await visitor().call(getFeed, 'GET', '/feeds/new.xml', { params: { feed: 'new.xml' } })).headers.get('etag');
  const before = await etagOf();
  expect(await etagOf()).toBe(before);
  await createApp(t.db);
  expect(await etagOf()).not.toBe(before);
});
