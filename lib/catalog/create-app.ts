import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { newId } from '@/lib/ids';
import { appSlugOf, shortHash } from './import/text';

type NewApp = { organizationId: string; bundleId: string; name: string; category: string };

/**
 * Writes an app that nobody sees yet, at an address that no app ever had. The caller has authorised. Null when the bundle
 * id is taken; of two at once with one name, the second waits and gets another address.
 */
export async function createApp(ctx: Ctx & { db: Tx }, app: NewApp): Promise<string | null> {
  // One at a time: an address is looked up and taken without anybody between.
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('apps.slug'))`);
  const base = appSlugOf(app.name, app.bundleId);
  const ways = [
    base,
    `${base}-2`,
    `${base}-3`,
    `${base}-${shortHash(app.bundleId, 8)}`,
    `${base}-${newId(ctx.now).slice(-12)}`,
  ];
  const [free] = await ctx.db.execute<{ slug: string }>(sql`
    select slug from unnest(${sql.param(`{${ways.join(',')}}`)}::text[]) with ordinality as ways(slug, place)
    where not exists (select from app_slugs s where s.slug = ways.slug) order by place limit 1`);
  const at = sql`${ctx.now.toISOString()}::timestamptz`;
  const [row] = await ctx.db.execute<{ id: string }>(sql`
    insert into apps (id, organization_id, bundle_id, slug, name, category_slug, status, created_at, updated_at)
    values (${newId(ctx.now)}, ${app.organizationId}, ${app.bundleId}, ${free?.slug ?? base}, ${app.name}, ${app.category}, 'draft', ${at}, ${at})
    on conflict (bundle_id) do nothing returning id`);
  return row?.id ?? null;
}

/** Deletes an app with all that belongs to it, unless it was ever released; says whether it did. */
export async function deleteUnreleasedApp(ctx: Ctx & { db: Tx }, appId: string): Promise<boolean> {
  const gone = await ctx.db.execute(
    sql`delete from apps where id = ${appId} and status = 'draft' and released_at is null returning id`,
  );
  return gone.length > 0;
}
