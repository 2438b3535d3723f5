import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { mediaUrl, plainColor } from '@/lib/catalog/cards';
import { type Ctx, requireRole } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { AppError } from '@/lib/errors';
import type { RefundCase, RefundReason, RefundsQuery } from '../schema';

type Row = {
  id: string;
  status: RefundCase['status'];
  reason: RefundReason;
  created_at: string;
  decided_at: string | null;
  finished_at: string | null;
  note: string | null;
  is_decided_by_person: boolean;
  decided_by: string | null;
  purchase_id: string;
  amount_minor: string;
  currency: string;
  purchased_at: string | null;
  user_id: string;
  user_name: string;
  user_email: string;
  slug: string;
  name: string;
  icon_id: string | null;
  color: string | null;
  downloads: number;
  earlier_refunds: number;
};

const keys = [z.iso.datetime({ offset: true }), z.uuid()] as const;

/**
 * Refunds for admins: those that wait for a decision in the order they came, all others by their decision, newest first.
 * Throws 401, 403 `role_required`, 400 `invalid_cursor`.
 */
export async function listRefunds(ctx: Ctx, { status, limit, cursor }: RefundsQuery): Promise<Page<RefundCase>> {
  requireRole(ctx, 'admin');
  const kind = `refunds:${status}`;
  const after = cursor ? decodeCursor(kind, cursor, [...keys]) : null;
  const isWaiting = status === 'pending';
  const of = status === 'decided' ? sql`r.status <> 'pending'` : sql`r.status = ${status}`;
  const at = isWaiting ? sql`r.created_at` : sql`r.decided_at`;
  const beyond = after
    ? sql`and (${at}, r.id) ${isWaiting ? sql`>` : sql`<`} (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql``;
  const direction = isWaiting ? sql`asc` : sql`desc`;
  const rows = await readCases(
    ctx,
    sql`${of} ${beyond} order by ${at} ${direction}, r.id ${direction} limit ${limit + 1}`,
  );
  const keyOf = (row: Row) => (isWaiting ? row.created_at : row.decided_at);
  return toPage(rows, limit, (row) => encodeCursor(kind, [keyOf(row), row.id]), toCase);
}

/** One refund for admins; throws 404 `not_found`. */
export async function getRefundCase(ctx: Ctx, id: string): Promise<RefundCase> {
  requireRole(ctx, 'admin');
  const [row] = await readCases(ctx, sql`r.id = ${id}`);
  if (!row) throw new AppError('not_found', 'not_found', { detail: 'There is no such refund.' });
  return toCase(row);
}

function readCases(ctx: Ctx, where: SQL) {
  return ctx.db.execute<Row>(sql`
    select r.id, r.status, r.reason, to_json(r.created_at) #>> '{}' as created_at, to_json(r.decided_at) #>> '{}' as decided_at,
      to_json(r.finished_at) #>> '{}' as finished_at, r.note, r.decided_by is not null as is_decided_by_person,
      (select d.name from users d where d.id = r.decided_by) as decided_by,
      r.purchase_id, r.amount_minor, r.currency, to_json(p.purchased_at) #>> '{}' as purchased_at,
      u.id as user_id, u.name as user_name, u.email as user_email, a.slug, a.name, m.id as icon_id, m.color,
      (select count(*)::int from deliveries d
        where d.user_id = r.user_id and d.app_id = p.app_id and d.created_at >= p.created_at) as downloads,
      (select count(*)::int from refunds o join purchases op on op.id = o.purchase_id
        where o.user_id = r.user_id and o.id <> r.id and o.status = 'approved' and op.status <> 'failed') as earlier_refunds
    from refunds r
    join purchases p on p.id = r.purchase_id
    join users u on u.id = r.user_id
    join apps a on a.id = p.app_id
    left join lateral (select id, color from app_media where app_id = a.id and kind = 'icon' limit 1) m on true
    where ${where}`);
}

const iso = (value: string | null) => value && new Date(value).toISOString();

function toCase(row: Row): RefundCase {
  return {
    id: row.id,
    status: row.status,
    reason: row.reason,
    createdAt: new Date(row.created_at).toISOString(),
    decidedAt: iso(row.decided_at),
    finishedAt: iso(row.finished_at),
    refusedBy: row.status !== 'refused' ? null : row.is_decided_by_person ? 'store' : 'provider',
    note: row.note,
    purchaseId: row.purchase_id,
    amountMinor: Number(row.amount_minor),
    currency: row.currency,
    purchasedAt: iso(row.purchased_at),
    decidedBy: row.decided_by,
    person: { id: row.user_id, name: row.user_name, email: row.user_email },
    app: {
      slug: row.slug,
      name: row.name,
      iconUrl: row.icon_id && mediaUrl(row.icon_id, 128),
      color: row.color ?? plainColor,
    },
    downloads: row.downloads,
    earlierRefunds: row.earlier_refunds,
  };
}
