import { feedCategory, feedKinds, listFeed, rssDocument } from '@/lib/catalog/discovery/feeds';
import { env } from '@/lib/env';
import { publicDocument } from '@/lib/http/public-document';

export const dynamic = 'force-dynamic';

const titles = { new: 'New apps', updated: 'Updated apps' };

export const GET = publicDocument<{ feed: string }>(900, async ({ ctx, settings, request, params }) => {
  const kind = feedKinds.find((known) => params.feed === `${known}.xml`);
  if (!kind) return null;
  const category = new URL(request.url).searchParams.get('category') ?? undefined;
  const categoryName = category === undefined ? null : await feedCategory(ctx, category);
  if (category !== undefined && categoryName === null) return null;
  const about = categoryName ? `${titles[kind]} in ${categoryName}` : titles[kind];
  const items = await listFeed(ctx, kind, { category });
  const body = rssDocument(kind, items, {
    title: `${about} · ${settings.storeName}`,
    description: `${about} on ${settings.storeName}, newest first.`,
    origin: env().PUBLIC_URL,
    path: `/feeds/${kind}.xml${category ? `?category=${category}` : ''}`,
    homePath: category ? `/categories/${category}` : '/',
  });
  return { body, contentType: 'application/rss+xml; charset=utf-8' };
});
