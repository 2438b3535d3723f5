import { sql } from 'drizzle-orm';
import { type Ctx, requireUser } from '@/lib/context';
import { uuids } from '@/lib/sql';
import type { ReviewState } from './rules';
import type { ReviewStanding } from './schema';

type Row = {
  app_id: string;
  is_member: boolean;
  is_owner: boolean;
  review: { rating: number; status: ReviewState } | null;
};

/**
 * Whether I may review these apps, and what became of what I wrote. Apps that I cannot know of are left out. Throws 401.
 */
export async function listReviewStandings(ctx: Ctx, appIds: readonly string[]): Promise<{ items: ReviewStanding[] }> {
  const { userId } = requireUser(ctx);
  const rows = await ctx.db.execute<Row>(sql`
    select * from (
      select a.id as app_id, a.status = 'listed' as is_listed,
        exists (
          select from organization_members m where m.organization_id = a.organization_id and m.user_id = ${userId}
        ) as is_member,
        exists (select from entitlements e where e.app_id = a.id and e.user_id = ${userId}) as is_owner,
        (select json_build_object('rating', v.rating, 'status', r.status)
          from reviews r join review_revisions v on v.review_id = r.id and v.revision = r.revision
          where r.user_id = ${userId} and r.app_id = a.id and r.deleted_at is null) as review
      from apps a where a.id = any(${uuids(appIds)})
    ) known where is_listed or is_member or is_owner`);
  return {
    items: rows.map(({ app_id, is_member, is_owner, review }) => ({
      appId: app_id,
      refusal: is_member ? 'conflict_of_interest' : is_owner ? null : 'not_owned',
      review,
    })),
  };
}
