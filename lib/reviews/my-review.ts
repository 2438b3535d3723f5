import { sql } from 'drizzle-orm';
import { findAppId } from '@/lib/catalog/queries';
import { type Ctx, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { type AnalysisFacts, type Signals, signalNames } from '@/lib/integrity/rules';
import { sentenceOf } from '@/lib/integrity/sentences';
import { instant, isoOf, isoOrNull, uuids } from '@/lib/sql';
import { getRejection } from './rejection';
import { appealDays, type ReviewState } from './rules';
import type { MyReview, MyVotes } from './schema';

type Text = { rating: number; title: string; body: string };

type Row = Text & {
  id: string;
  app: MyReview['app'];
  status: ReviewState;
  is_visible: boolean;
  shown: Text;
  revision: number;
  history: (Text & { revision: number; createdAt: string })[];
  app_version: string | null;
  country: string;
  is_paid: boolean;
  helpful_count: number;
  created_at: string;
  edited_at: string | null;
  response: { developer: string; body: string; updatedAt: string; isBeforeEdit: boolean } | null;
  analysis: { signals: Signals; facts: AnalysisFacts | Record<string, never> } | null;
  appeal: MyReview['appeal'];
};

const dayMs = 86_400_000;

/** My review of an app by its id, whatever others see of it; null where there is none. Throws 401. */
export async function getMyReview(ctx: Ctx, appId: string): Promise<MyReview | null> {
  const { userId } = requireUser(ctx);
  const [row] = await ctx.db.execute<Row>(sql`
    select r.id, json_build_object('id', a.id, 'slug', a.slug, 'name', a.name) as app, v.rating, v.title, v.body,
      r.status, r.is_visible, json_build_object('rating', r.rating, 'title', r.title, 'body', r.body) as shown, r.revision,
      (select coalesce(json_agg(json_build_object('revision', o.revision, 'rating', o.rating, 'title', o.title,
            'body', o.body, 'createdAt', o.created_at) order by o.revision desc), '[]'::json)
        from review_revisions o where o.review_id = r.id and o.revision < r.revision) as history,
      v.app_version, r.country, r.is_paid, r.helpful_count, ${instant(sql`r.created_at`)} as created_at,
      case when r.revision > 1 then ${instant(sql`v.created_at`)} else ${instant(sql`r.edited_at`)} end as edited_at,
      (select json_build_object('developer', o.name, 'body', p.body, 'updatedAt', p.updated_at,
          'isBeforeEdit', coalesce(p.updated_at < r.edited_at, false))
        from review_responses p join organizations o on o.id = p.organization_id where p.review_id = r.id) as response,
      (select json_build_object('signals', n.signals, 'facts', n.facts)
        from review_analyses n where n.review_id = r.id and n.revision = r.revision
        order by n.created_at desc, n.id desc limit 1) as analysis,
      (select json_build_object('text', e.text, 'createdAt', e.created_at, 'outcome', e.outcome, 'note', e.note)
        from appeals e where e.review_id = r.id) as appeal
    from reviews r join apps a on a.id = r.app_id
    join review_revisions v on v.review_id = r.id and v.revision = r.revision
    where r.user_id = ${userId} and r.app_id = ${appId} and r.deleted_at is null`);
  return row ? toMyReview(ctx, row) : null;
}

/** As getMyReview, by any reference to the app, listed or not; throws 404 `not_found` where there is none. */
export async function requireMyReview(ctx: Ctx, ref: string): Promise<MyReview> {
  requireUser(ctx);
  const appId = await findAppId(ctx, ref);
  const review = appId ? await getMyReview(ctx, appId) : null;
  if (!review) throw new AppError('not_found', 'not_found');
  return review;
}

async function toMyReview(ctx: Ctx, row: Row): Promise<MyReview> {
  const isRejected = row.status === 'rejected' || row.status === 'appealed';
  const rejection = isRejected ? await getRejection(ctx, row.id) : null;
  const until = rejection && new Date(Date.parse(rejection.decidedAt) + appealDays * dayMs);
  const mayAppeal = until !== null && row.status === 'rejected' && row.appeal === null && until >= ctx.now;
  const isShownOlder = row.is_visible && row.status === 'pending';
  return {
    id: row.id,
    app: row.app,
    rating: row.rating,
    title: row.title,
    body: row.body,
    status: row.status,
    isVisible: row.is_visible,
    shown: isShownOlder ? row.shown : null,
    revision: row.revision,
    history: row.history.map(({ createdAt, ...text }) => ({ ...text, createdAt: isoOf(createdAt) })),
    appVersion: row.app_version,
    country: row.country,
    isPaid: row.is_paid,
    helpfulCount: row.helpful_count,
    createdAt: isoOf(row.created_at),
    editedAt: isoOrNull(row.edited_at),
    response: row.response && { ...row.response, updatedAt: isoOf(row.response.updatedAt) },
    signals: sentencesOf(row.analysis),
    rejection,
    appeal: row.appeal && { ...row.appeal, createdAt: isoOf(row.appeal.createdAt) },
    appealUntil: mayAppeal ? until.toISOString() : null,
  };
}

/** What the newest analysis found, in words; analyses from before there were sentences have no facts. */
function sentencesOf(analysis: Row['analysis']): MyReview['signals'] {
  if (!analysis || !('version' in analysis.facts)) return [];
  const { signals, facts } = analysis as { signals: Signals; facts: AnalysisFacts };
  return signalNames.map((name) => ({ name, sentence: sentenceOf(name, signals[name], facts).author }));
}

/** How I voted on these reviews; those that I did not vote on are left out. Throws 401. */
export async function listMyVotes(ctx: Ctx, ids: readonly string[]): Promise<MyVotes> {
  const { userId } = requireUser(ctx);
  const rows = await ctx.db.execute<{ review_id: string; is_helpful: boolean }>(sql`
    select review_id, is_helpful from review_votes where user_id = ${userId} and review_id = any(${uuids(ids)})`);
  return { items: rows.map((row) => ({ reviewId: row.review_id, helpful: row.is_helpful })) };
}
