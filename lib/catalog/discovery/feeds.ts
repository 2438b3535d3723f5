import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { excerpt, plainText } from './plain-text';
import { element, escapeXml, xmlDeclaration } from './xml';

export const feedKinds = ['new', 'updated'] as const;
export type FeedKind = (typeof feedKinds)[number];

export type FeedItem = {
  id: string;
  slug: string;
  name: string;
  subtitle: string;
  description: string;
  developerName: string;
  categoryName: string;
  /** First release in the feed of new apps, newest release in the other. */
  releasedAt: string;
  /** Of the newest release; null in the feed of new apps. */
  version: string | null;
  releaseNotes: string | null;
};

type Row = {
  id: string;
  slug: string;
  name: string;
  subtitle: string;
  description: string;
  developer_name: string;
  category_name: string;
  released_at: string;
  version: string | null;
  release_notes: string | null;
};

const itemsPerFeed = 50;

/** Listed apps by first release, or by newest release where that was not the first; of one category if told. */
export async function listFeed(
  ctx: Ctx,
  kind: FeedKind,
  options: { category?: string; limit?: number } = {},
): Promise<FeedItem[]> {
  const { category, limit = itemsPerFeed } = options;
  const date = kind === 'new' ? sql`a.released_at` : sql`a.last_released_at`;
  const rows = await ctx.db.execute<Row>(sql`
    with newest as (
      select a.id, ${date} as date from apps a
      where a.status = 'listed' and ${date} <= ${ctx.now.toISOString()}::timestamptz
        ${kind === 'updated' ? sql`and a.last_released_at > a.released_at` : sql``}
        ${category ? sql`and a.category_slug = ${category}` : sql``}
      order by ${date} desc, a.id limit ${limit}
    )
    select a.id, a.slug, a.name, a.subtitle, left(a.description, 2000) as description, o.name as developer_name,
      c.name as category_name, to_json(n.date) #>> '{}' as released_at, v.version, v.release_notes
    from newest n join apps a on a.id = n.id
    join organizations o on o.id = a.organization_id join categories c on c.slug = a.category_slug
    left join lateral (
      select version, release_notes from app_versions
      where app_id = a.id and state in ('released', 'superseded') order by released_at desc, id limit 1
    ) v on ${kind === 'updated'}
    order by n.date desc, n.id`);
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    subtitle: row.subtitle,
    description: row.description,
    developerName: row.developer_name,
    categoryName: row.category_name,
    releasedAt: row.released_at,
    version: row.version,
    releaseNotes: row.release_notes,
  }));
}

/** Name of a category that has a feed, or null. */
export async function feedCategory(ctx: Ctx, slug: string): Promise<string | null> {
  const [row] = await ctx.db.execute<{ name: string }>(
    sql`select name from categories where slug = ${slug} and parent_slug is null`,
  );
  return row?.name ?? null;
}

type Channel = { title: string; description: string; origin: string; path: string; homePath: string };

/** RSS 2.0: the same for every country and every reader, and unchanged while the apps are. */
export function rssDocument(kind: FeedKind, items: readonly FeedItem[], channel: Channel): string {
  const { title, description, origin, path, homePath } = channel;
  const newest = items[0];
  return [
    xmlDeclaration,
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>\n',
    element('title', title),
    element('link', `${origin}${homePath}`),
    element('description', description),
    `<atom:link href="${escapeXml(`${origin}${path}`)}" rel="self" type="application/rss+xml"/>`,
    newest ? element('lastBuildDate', rssDate(newest.releasedAt)) : '',
    '<language>en</language><ttl>30</ttl>\n',
    ...items.map((item) => rssItem(kind, item, origin)),
    '</channel>\n</rss>\n',
  ].join('');
}

function rssItem(kind: FeedKind, item: FeedItem, origin: string): string {
  // Not the address: an app may move to another one, and each of its updates is news of its own.
  const guid = kind === 'new' ? item.id : `${item.id}:${new Date(item.releasedAt).toISOString()}`;
  const news = kind === 'updated' && item.releaseNotes ? plainText(item.releaseNotes) : '';
  const about = news || plainText(item.description);
  const words = [kind === 'new' ? sentence(item.subtitle) : '', excerpt(about, 400)].filter(Boolean).join(' ');
  return [
    '<item>',
    element('title', kind === 'updated' && item.version ? `${item.name} ${item.version}` : item.name),
    element('link', `${origin}/apps/${item.slug}`),
    `<guid isPermaLink="false">${escapeXml(guid)}</guid>`,
    element('pubDate', rssDate(item.releasedAt)),
    element('dc:creator', item.developerName),
    element('category', item.categoryName),
    element('description', words || item.subtitle || item.name),
    '</item>\n',
  ].join('');
}

const sentence = (text: string) => (text === '' || /[.!?…。！？]$/u.test(text) ? text : `${text}.`);

/** RFC 822 with a year of four digits, as RSS wants it. */
const rssDate = (iso: string) => new Date(iso).toUTCString().replace('GMT', '+0000');
