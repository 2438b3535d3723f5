import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { listCards } from '@/lib/catalog/cards';
import { type Ctx, requireUser } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import type { Purchase, PurchaseListItem, purchasesQuery } from './schema';
import { uuids } from '@/lib/sql';

type Row = {
  id: string;
  status: Purchase['status'];
  app_id: string;
  amount_minor: string;
  currency: string;
  country: string;
  kind: Purchase['kind'];
  created_at: string;
  purchased_at: string | null;
  refunded_at: string | null;
  decline_code: string | null;
};

const iso = (value: string) => new Date(value).toISOString();

/** My purchases, newest first; failed ones only when they are asked for. */
export async function listPurchases(ctx: Ctx, query: z.output<typeof purchasesQuery>): Promise<Page<PurchaseListItem>> {
  const { userId, country } = requireUser(ctx);
  const kind = `purchases:${query.status ?? 'all'}`;
  const after = query.cursor ? decodeCursor(kind, query.cursor, [z.iso.datetime({ offset: true }), z.uuid()]) : null;
  const rows = await ctx.db.execute<Row>(sql`
    select id, status, app_id, amount_minor, currency, country, kind, to_json(created_at) #>> '{}' as created_at, to_json(purchased_at) #>> '{}' as purchased_at,
      to_json(refunded_at) #>> '{}' as refunded_at, decline_code
    from purchases
    where user_id = ${userId} and ${query.status ? sql`status = ${query.status}` : sql`status <> 'failed'`}
      ${after ? sql`and (purchases.created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by purchases.created_at desc, id desc limit ${query.limit + 1}`);
  const cards = await listCards(ctx, [...new Set(rows.map((row) => row.app_id))], country);
  return toPage(
    rows,
    query.limit,
    (row) => encodeCursor(kind, [row.created_at, row.id]),
    (row) => {
      const card = cards.get(row.app_id);
      if (!card) throw new Error(`app ${row.app_id} is gone`);
      return {
        id: row.id,
        status: row.status,
        appId: row.app_id,
        amountMinor: Number(row.amount_minor),
        currency: row.currency,
        country: row.country,
        kind: row.kind,
        createdAt: iso(row.created_at),
        purchasedAt: row.purchased_at && iso(row.purchased_at),
        refundedAt: row.refunded_at && iso(row.refunded_at),
        declineCode: row.decline_code,
        app: { slug: card.slug, name: card.name, iconUrl: card.iconUrl, color: card.color, isListed: card.isListed },
      };
    },
  );
}

/** Which of these apps I own; throws 401 `not_signed_in`. */
export async function ownedAppIds(ctx: Ctx, appIds: readonly string[]): Promise<Set<string>> {
  const { userId } = requireUser(ctx);
  if (appIds.length === 0) return new Set();
  const rows = await ctx.db.execute<{ app_id: string }>(sql`
    select app_id from entitlements
    where user_id = ${userId} and is_active and app_id = any(${uuids(appIds)})`);
  return new Set(rows.map((row) => row.app_id));
}
