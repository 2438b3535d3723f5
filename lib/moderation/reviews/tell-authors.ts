import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { notify } from '@/lib/accounts/notify';
import { type Ctx, inTransaction } from '@/lib/context';
import { getRejection } from '@/lib/reviews/rejection';
import { uuids } from '@/lib/sql';
import { reviewRules, undoMs } from './rules';

const batchSize = 200;

type Row = {
  id: string;
  decision: 'approve' | 'reject' | 'escalate';
  rule_id: string | null;
  note: string;
  user_id: string;
  app_id: string;
  app: string;
  slug: string;
  is_current: boolean;
};

/**
 * Tells authors what people decided about their reviews, once nobody can take it back any more; how many were told.
 * Nobody is told of a review that was edited or deleted since, nor what a later decision or an appeal's has replaced.
 */
export async function tellAuthors(ctx: Ctx, signal: AbortSignal): Promise<number> {
  let told = 0;
  while (!signal.aborted) {
    const count = await inTransaction(ctx, async (ctx) => {
      const rows = await ctx.db.execute<Row>(sql`
        select d.id, d.decision, d.rule_id, d.note, r.user_id, a.id as app_id, a.name as app, a.slug,
          r.deleted_at is null and r.revision = d.revision and u.erased_at is null and not exists (
            select from review_decisions l
            where l.review_id = d.review_id and l.undone_at is null and (l.created_at, l.id) > (d.created_at, d.id)
          ) and not exists (
            select from appeals e
            where e.review_id = d.review_id and e.created_at >= d.created_at and e.outcome is not null
          ) as is_current
        from review_decisions d join reviews r on r.id = d.review_id join apps a on a.id = r.app_id
        join users u on u.id = r.user_id
        where d.told_at is null and d.undone_at is null
          and d.created_at <= ${ctx.now.toISOString()}::timestamptz - make_interval(secs => ${undoMs / 1000})
        order by d.created_at, d.id limit ${batchSize} for update of d skip locked`);
      if (rows.length === 0) return 0;
      const news = rows.filter(({ is_current, decision }) => is_current && decision !== 'escalate');
      await notify(
        ctx,
        ...news.map(({ user_id: userId, app_id: appId, app, slug, decision, rule_id, note: reason }) => {
          const href = `/apps/${slug}#reviews`;
          if (decision === 'approve') return { userId, kind: 'review_published' as const, data: { appId, app }, href };
          const rule = reviewRules.find(({ id }) => id === rule_id)?.title ?? '';
          return {
            userId,
            kind: 'review_rejected' as const,
            data: { appId, app, rule, reason, by: 'person' as const },
            href,
          };
        }),
      );
      await ctx.db.execute(sql`
        update review_decisions set told_at = ${ctx.now.toISOString()}::timestamptz
        where id = any(${uuids(rows.map(({ id }) => id))})`);
      told += news.length;
      return rows.length;
    });
    if (count < batchSize) break;
  }
  return told;
}

/** Tells authors that the machine rejected their reviews, where no person has decided about them. */
export async function tellOfRefusals(
  ctx: Ctx & { db: Tx },
  reviews: readonly { reviewId: string; revision: number }[],
): Promise<void> {
  for (const { reviewId, revision } of reviews) {
    const [row] = await ctx.db.execute<{ user_id: string; app_id: string; app: string; slug: string }>(sql`
      select r.user_id, a.id as app_id, a.name as app, a.slug
      from reviews r join apps a on a.id = r.app_id join users u on u.id = r.user_id
      where r.id = ${reviewId} and r.revision = ${revision} and r.status = 'rejected' and r.deleted_at is null
        and u.erased_at is null and not exists (
          select from review_decisions d where d.review_id = r.id and d.revision = r.revision and not d.is_machine
            and d.undone_at is null)
        and not exists (select from appeals e where e.review_id = r.id)`);
    if (!row) continue;
    const { rule, note } = await getRejection(ctx, reviewId);
    const data = { appId: row.app_id, app: row.app, rule, reason: note, by: 'machine' as const };
    await notify(ctx, { userId: row.user_id, kind: 'review_rejected', data, href: `/apps/${row.slug}#reviews` });
  }
}
