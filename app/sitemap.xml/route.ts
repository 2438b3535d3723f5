import { sitemapIndex } from '@/lib/catalog/discovery/sitemap';
import { env } from '@/lib/env';
import { publicDocument } from '@/lib/http/public-document';

export const dynamic = 'force-dynamic';

export const GET = publicDocument(3600, async ({ ctx }) => ({
  body: await sitemapIndex(ctx, env().PUBLIC_URL),
  contentType: 'application/xml; charset=utf-8',
}));
