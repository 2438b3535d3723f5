import { sitemapPart } from '@/lib/catalog/discovery/sitemap';
import { env } from '@/lib/env';
import { publicDocument } from '@/lib/http/public-document';
import { legalPagesOf } from '../../legal-pages';

export const dynamic = 'force-dynamic';

export const GET = publicDocument<{ part: string }>(3600, async ({ ctx, settings, params }) => {
  const legalPaths = legalPagesOf(settings).map(({ href }) => href);
  const body = await sitemapPart(ctx, params.part, { origin: env().PUBLIC_URL, legalPaths });
  return body === null ? null : { body, contentType: 'application/xml; charset=utf-8' };
});
