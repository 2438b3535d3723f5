import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireMember } from '@/lib/accounts/organizations/require-member';
import { mediaUrl, plainColor } from '@/lib/catalog/cards';
import { type Ctx, requireUser } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { type ManagedApp, requireApp } from './require-app';
import type { VersionState } from './rules';
import type { ConsoleApp, ConsoleAppDetail, consoleAppsQuery } from './schema';

type Row = {
  id: string;
  slug: string;
  bundle_id: string;
  name: string;
  category: string;
  status: ConsoleApp['status'];
  platforms: string[];
  icon_id: string | null;
  color: string | null;
  flight_id: string | null;
  flight_version: string;
  flight_platform: string;
  flight_state: VersionState;
  released_version: string | null;
  released_at: string;
  average: number | null;
  rating_count: string | null;
  downloads: string | null;
  created_at: string;
  changed_at: string;
};

const kind = 'console-apps';
const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Before its first release an app is what its draft says; afterwards what shoppers see. */
const draftFirst = (key: string, otherwise: SQL) =>
  sql`case when a.released_at is null then coalesce(nullif(d.listing ->> ${key}::text, ''), ${otherwise}) else ${otherwise} end`;

const changedAt = sql`greatest(a.updated_at, d.updated_at)`;

const flightJoin = sql`
  left join app_versions f on f.app_id = a.id and f.state not in ('released', 'superseded', 'removed')`;

/** What an app of the console shows, of apps \`a\` with their drafts \`d\`. */
const columns = sql`
  a.id, a.slug, a.bundle_id, ${draftFirst('name', sql`a.name`)} as name, ${draftFirst('category', sql`a.category_slug`)} as category,
  a.status, a.platforms, coalesce(staged.id, m.id) as icon_id, coalesce(staged.color, m.color) as color,
  f.id as flight_id, f.version as flight_version, f.platform as flight_platform, f.state as flight_state,
  r.version as released_version, to_json(r.released_at) #>> '{}' as released_at, s.shown_rating as average,
  s.rating_count + s.imported_rating_count as rating_count, s.shown_downloads as downloads,
  to_json(a.created_at) #>> '{}' as created_at, to_json(${changedAt}) #>> '{}' as changed_at`;

const joins = sql`
  ${flightJoin}
  left join app_media m on m.app_id = a.id and m.kind = 'icon'
  left join staged_media staged on a.released_at is null and staged.id = (d.listing ->> 'iconId')::uuid and staged.app_id = a.id
  left join app_stats s on s.app_id = a.id
  left join lateral (
    select v.version, v.released_at from app_versions v
    where v.app_id = a.id and v.state = 'released' order by v.released_at desc, v.id limit 1
  ) r on true`;

/** Apps of whom the actor is a member of; of one organisation where it is named. */
async function ownedBy(ctx: Ctx, organization: string | undefined): Promise<SQL> {
  const ref = organization ?? (ctx.actor.kind === 'api_key' ? ctx.actor.organizationId : undefined);
  if (ref !== undefined) return sql`a.organization_id = ${(await requireMember(ctx, ref, 'read')).organizationId}`;
  const { userId } = requireUser(ctx);
  return sql`a.organization_id in (select organization_id from organization_members where user_id = ${userId})`;
}

/**
 * Apps of my organisations, the latest changed first. The page is cut out of keys alone before anything is joined, so
 * that thousands of apps cost little. Throws 401, 404 `not_found` for an organisation that is not mine, 400 `invalid_cursor`.
 */
export async function listConsoleApps(ctx: Ctx, query: z.output<typeof consoleAppsQuery>): Promise<Page<ConsoleApp>> {
  const after = query.cursor ? decodeCursor(kind, query.cursor, [z.iso.datetime({ offset: true }), z.uuid()]) : null;
  const conditions = [await ownedBy(ctx, query.organization)];
  if (query.q) {
    const pattern = `%${escapeLike(query.q.toLowerCase())}%`;
    conditions.push(
      sql`(lower(${draftFirst('name', sql`a.name`)}) like ${pattern} or lower(a.bundle_id) like ${pattern})`,
    );
  }
  if (query.state) conditions.push(sql`(a.status = ${query.state} or f.state = ${query.state})`);
  if (after) {
    conditions.push(
      sql`(${changedAt} < ${after[0]}::timestamptz or (${changedAt} = ${after[0]}::timestamptz and a.id < ${after[1]}::uuid))`,
    );
  }
  const rows = await ctx.db.execute<Row>(sql`
    with page as materialized (
      select a.id from apps a left join app_drafts d on d.app_id = a.id ${query.state ? flightJoin : sql``}
      where ${sql.join(conditions, sql` and `)}
      order by ${changedAt} desc, a.id desc limit ${query.limit + 1}
    )
    select ${columns} from page join apps a on a.id = page.id left join app_drafts d on d.app_id = a.id ${joins}
    order by ${changedAt} desc, a.id desc`);
  return toPage(rows, query.limit, (row) => encodeCursor(kind, [row.changed_at, row.id]), toConsoleApp);
}

const iso = (value: string) => new Date(value).toISOString();

function toConsoleApp(row: Row): ConsoleApp {
  return {
    id: row.id,
    slug: row.slug,
    bundleId: row.bundle_id,
    name: row.name,
    iconUrl: row.icon_id && mediaUrl(row.icon_id, 128),
    color: row.color ?? plainColor,
    category: row.category,
    status: row.status,
    platforms: row.platforms,
    inFlight:
      row.flight_id === null
        ? null
        : { id: row.flight_id, version: row.flight_version, platform: row.flight_platform, state: row.flight_state },
    released:
      row.released_version === null ? null : { version: row.released_version, releasedAt: iso(row.released_at) },
    rating: { average: Math.round((row.average ?? 0) * 100) / 100, count: Number(row.rating_count ?? 0) },
    downloads: Number(row.downloads ?? 0),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.changed_at),
  };
}

type DetailRow = Row & { takedown_reason: string | null; transfer: ConsoleAppDetail['transfer'] };

/** One app of mine, by id, slug or bundle id. Throws 401, 403 `scope_required`, 404 `not_found`. */
export async function getConsoleApp(ctx: Ctx, ref: string): Promise<ConsoleAppDetail> {
  return describeApp(ctx, await requireApp(ctx, ref, 'read'));
}

/** The app as whoever was authorised for it sees it. */
export async function describeApp(ctx: Ctx, app: ManagedApp): Promise<ConsoleAppDetail> {
  const [row] = await ctx.db.execute<DetailRow>(sql`
    select ${columns},
      (select reason from takedowns t where t.app_id = a.id and t.lifted_at is null) as takedown_reason,
      (select json_build_object('id', t.id, 'to', json_build_object('slug', o.slug, 'name', o.name))
        from app_transfers t join organizations o on o.id = t.to_organization_id
        where t.app_id = a.id and t.outcome is null) as transfer
    from apps a left join app_drafts d on d.app_id = a.id ${joins} where a.id = ${app.appId}`);
  if (!row) throw new Error(`app ${app.appId} is gone`);
  return {
    ...toConsoleApp(row),
    organization: { id: app.organizationId, slug: app.slug, name: app.name },
    role: app.role,
    takedownReason: row.takedown_reason,
    transfer: row.transfer,
  };
}
