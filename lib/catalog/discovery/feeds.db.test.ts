import { expect, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { createApp, createCategory, createOrganization, createVersion } from '@/tests/factories';
import { feedCategory, listFeed, rssDocument } from './feeds';

const t = testDatabase();
const at = (day: number) => new Date(Date.UTC(2026, 0, day, 12));
const channel = {
  title: 'New apps',
  description: 'What is new',
  origin: 'https://store.example',
  path: '/feeds/new.xml',
  homePath: '/',
};

test('the feed of new apps holds listed ones by first release, of one category when asked', async () => {
  await createCategory(t.db, { slug: 'games', name: 'Games' });
  await createApp(t.db, { slug: 'older', releasedAt: at(1), lastReleasedAt: at(9) });
  await createApp(t.db, { slug: 'newer', releasedAt: at(5), lastReleasedAt: at(5), categorySlug: 'games' });
  await createApp(t.db, { slug: 'hidden', releasedAt: at(7), lastReleasedAt: at(7), status: 'hidden' });
  const future = new Date(Date.now() + 86_400_000);
  await createApp(t.db, { slug: 'announced', releasedAt: future, lastReleasedAt: future });
  const slugs = async (options = {}) => (await listFeed(t.ctx(), 'new', options)).map(({ slug }) => slug);
  expect(await slugs()).toEqual(['newer', 'older']);
  expect(await slugs({ category: 'games' })).toEqual(['newer']);
  expect(await slugs({ limit: 1 })).toEqual(['newer']);
});

test('the feed of updates holds apps that had one, with its version and notes', async () => {
  const { app } = await createApp(t.db, { slug: 'tern', releasedAt: at(2), lastReleasedAt: at(20) });
  await createVersion(t.db, app, { version: '2.0.0', releaseNotes: '**Faster** maps.', releasedAt: at(20) });
  const items = await listFeed(t.ctx(), 'updated');
  expect(items.map(({ slug }) => slug)).toEqual(['tern', 'older']);
  expect(items[0]).toMatchObject({ version: expect.any(String), releasedAt: expect.stringContaining('2026-01-20') });
});

test('an item says who made it, when, and has an identity that outlives its address', async () => {
  const { id: organizationId } = await createOrganization(t.db, { name: 'Salt & Sons' });
  const { app } = await createApp(t.db, {
    slug: 'markup',
    name: '</title><script>alert(1)</script> & "Tide"',
    subtitle: 'Tides, <fast>',
    description: '# Hello\n\nIt *works*.\u0008',
    organizationId,
    releasedAt: at(30),
    lastReleasedAt: at(30),
  });
  const xml = rssDocument('new', await listFeed(t.ctx(), 'new', { limit: 1 }), channel);
  expect(xml).toContain('<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Tide&quot;</title>');
  expect(xml).toContain(`<guid isPermaLink="false">${app.id}</guid>`);
  expect(xml).toContain('<pubDate>Fri, 30 Jan 2026 12:00:00 +0000</pubDate>');
  expect(xml).toContain('<dc:creator>Salt &amp; Sons</dc:creator>');
  expect(xml).toContain('<link>https://store.example/apps/markup</link>');
  expect(xml).toContain('<description>Tides, &lt;fast&gt;. Hello It works.</description>');
  expect(xml).toContain(
    '<atom:link href="https://store.example/feeds/new.xml" rel="self" type="application/rss+xml"/>',
  );
  expect(xml).not.toMatch(/[\u0000-\u0008]/);
});

test('a feed without items is a feed', () => {
  const xml = rssDocument('updated', [], channel);
  expect(xml).toContain('</channel>');
  expect(xml).not.toContain('lastBuildDate');
});

test('only categories themselves have a feed', async () => {
  expect(await feedCategory(t.ctx(), 'games')).toBe('Games');
  expect(await feedCategory(t.ctx(), 'nothing')).toBeNull();
});
