import type { Metadata } from 'next';
import { openPageContext } from '@/lib/auth/page';
import {
  appSharePath,
  type ShareApp,
  type ShareStory,
  shareSize,
  storeSharePath,
  storySharePath,
} from '@/lib/catalog/discovery/share-address';
import { env } from '@/lib/env';
import { getSettings, type Settings } from '@/lib/settings';

type Page = {
  title: string;
  /** The title of the browser's window, where it is not "page · store". */
  absoluteTitle?: string;
  description?: string;
  /** Of the page's own address: without filters, cursors and country. */
  path: string;
  /** Where the same page is in other languages, by tag. */
  languages?: Record<string, string>;
  /** Its poster; the store's own where it has none. */
  poster?: { app: ShareApp } | { story: ShareStory };
  kind?: 'website' | 'article';
  /** False for what is one of many views of the same page. */
  isIndexed?: boolean;
  /** Slug and name of a category, whose feeds stand before the store's. */
  feed?: { slug: string; name: string };
};

const locale = 'en_US';

/**
 * What search engines, feed readers and those who preview links learn of a page. A store for members only tells them
 * nothing but the title.
 */
export async function pageMetadata(page: Page): Promise<Metadata> {
  const ctx = await openPageContext();
  const settings = await getSettings(ctx);
  const title = page.absoluteTitle ? { absolute: page.absoluteTitle } : page.title;
  if (settings.access !== 'public') return { title, robots: { index: false, follow: false } };
  const { storeName, tagline } = settings;
  const description = page.description || `${page.title} on ${storeName}. ${tagline}`.trim();
  const picture = {
    url: `${env().PUBLIC_URL}${posterOf(page, settings, ctx.now)}`,
    ...shareSize,
    type: 'image/jpeg',
    alt: page.poster ? page.title : `${storeName}. ${tagline}`.trim(),
  };
  const shown = { title: page.title, description };
  return {
    title,
    description,
    alternates: {
      canonical: `${env().PUBLIC_URL}${page.path}`,
      ...(page.languages ? { languages: absolute(page.languages) } : {}),
      types: { 'application/rss+xml': feedsOf(page, storeName) },
    },
    openGraph: {
      ...shown,
      url: `${env().PUBLIC_URL}${page.path}`,
      siteName: storeName,
      type: page.kind ?? 'website',
      locale,
      images: [picture],
    },
    twitter: { ...shown, card: 'summary_large_image', images: [{ url: picture.url, alt: picture.alt }] },
    ...(page.isIndexed === false ? { robots: { index: false, follow: true } } : {}),
  };
}

const absolute = (paths: Record<string, string>) =>
  Object.fromEntries(Object.entries(paths).map(([tag, path]) => [tag, `${env().PUBLIC_URL}${path}`]));

function posterOf({ poster }: Page, settings: Settings, now: Date): string {
  if (!poster) return storeSharePath(settings, now);
  return 'app' in poster ? appSharePath(poster.app, settings) : storySharePath(poster.story, settings);
}

function feedsOf({ feed }: Page, storeName: string): { url: string; title: string }[] {
  const feedOf = (kind: 'new' | 'updated', query: string, where: string) => ({
    url: `${env().PUBLIC_URL}/feeds/${kind}.xml${query}`,
    title: `${kind === 'new' ? 'New' : 'Updated'} apps ${where}`,
  });
  const own = feed ? ([`?category=${feed.slug}`, `in ${feed.name}`] as const) : null;
  return [
    ...(own ? [feedOf('new', ...own), feedOf('updated', ...own)] : []),
    feedOf('new', '', `on ${storeName}`),
    feedOf('updated', '', `on ${storeName}`),
  ];
}
