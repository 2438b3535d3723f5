import { sql } from 'drizzle-orm';
import { mediaUrl } from '@/lib/catalog/cards';
import { type Ctx, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import type { Transfer } from '@/lib/publishing/transfers/schema';

type Row = {
  id: string;
  app_id: string;
  slug: string;
  name: string;
  icon_id: string | null;
  from_slug: string;
  from_name: string;
  to_slug: string;
  to_name: string;
  created_at: string;
  outcome: Transfer['outcome'];
};

const columns = sql`
  t.id, t.app_id, a.slug, a.name, m.id as icon_id, f.slug as from_slug, f.name as from_name, o.slug as to_slug,
  o.name as to_name, to_json(t.created_at) #>> '{}' as created_at, t.outcome`;

const joins = sql`
  join apps a on a.id = t.app_id
  join organizations f on f.id = t.from_organization_id
  join organizations o on o.id = t.to_organization_id
  left join app_media m on m.app_id = a.id and m.kind = 'icon'`;

/** Open offers from and to my organisations, the latest first. Throws 401. */
export async function listTransfers(ctx: Ctx): Promise<{ items: Transfer[] }> {
  const { userId } = requireUser(ctx);
  const rows = await ctx.db.execute<Row>(sql`
    with mine as materialized (select organization_id as id from organization_members where user_id = ${userId})
    select ${columns} from app_transfers t ${joins}
    where t.outcome is null and (t.from_organization_id in (select id from mine) or t.to_organization_id in (select id from mine))
    order by t.created_at desc, t.id`);
  return { items: rows.map(toTransfer) };
}

/** An offer as whoever was authorised for it sees it. */
export async function requireTransfer(ctx: Ctx, id: string): Promise<Transfer> {
  const [row] = await ctx.db.execute<Row>(sql`select ${columns} from app_transfers t ${joins} where t.id = ${id}`);
  if (!row) throw new AppError('not_found', 'not_found');
  return toTransfer(row);
}

/** Who is to be asked about an offer; whether the actor is one of them, the caller finds out. */
export async function findTransfer(ctx: Ctx, id: string): Promise<{ appId: string; fromId: string; toId: string }> {
  const [row] = await ctx.db.execute<{ appId: string; fromId: string; toId: string }>(sql`
    select app_id as "appId", from_organization_id as "fromId", to_organization_id as "toId"
    from app_transfers where id = ${id}`);
  if (!row) throw new AppError('not_found', 'not_found');
  return row;
}

const toTransfer = (row: Row): Transfer => ({
  id: row.id,
  app: { id: row.app_id, slug: row.slug, name: row.name, iconUrl: row.icon_id && mediaUrl(row.icon_id, 128) },
  from: { slug: row.from_slug, name: row.from_name },
  to: { slug: row.to_slug, name: row.to_name },
  createdAt: new Date(row.created_at).toISOString(),
  outcome: row.outcome,
});
