import { createPurchase, createUser, type CreatedApp } from './factories';
import type { TestDatabase } from './database';
import type { UserActor } from '@/lib/context';
import { inTransaction } from '@/lib/context';
import { moveReview } from '@/lib/reviews/move-review';
import type { ReviewAction } from '@/lib/reviews/rules';
import { newId } from '@/lib/ids';

type Product = Pick<CreatedApp, 'app' | 'price'>;

export const actorOf = (userId: string): UserActor => ({
  kind: 'user',
  userId,
  sessionId: newId(),
  roles: [],
  country: 'US',
});

/** Somebody who has the app and may review it; their account is 40 days old unless told otherwise. */
export async function createOwner({ db }: TestDatabase, { app, price }: Product, ageDays = 40): Promise<UserActor> {
  const user = await createUser(db, { createdAt: new Date(Date.now() - ageDays * 86_400_000) });
  await createPurchase(db, { user, app, price });
  return actorOf(user.id);
}

/** Moves a review as the machine or a moderator would, in a transaction of its own. */
export const move = (
  t: TestDatabase,
  action: ReviewAction,
  reviewId: string,
  options: Parameters<typeof moveReview>[3] = {},
) => inTransaction(t.ctx(), (ctx) => moveReview(ctx, action, reviewId, options));

/** What was published of a type about a review, in order. */
export async function eventsOf({ sql }: TestDatabase, type: string, reviewId: string): Promise<unknown[]> {
  const rows = await sql<{ payload: unknown }[]>`
    select data -> 'payload' as payload from pgboss.job
    where name = ${type} and data -> 'payload' ->> 'reviewId' = ${reviewId} order by created_on, id`;
  return rows.map(({ payload }) => payload);
}

/** The own ratings of an app as they are kept, and as its visible reviews say. */
export async function starsOf({ sql }: TestDatabase, appId: string) {
  const [row] = await sql<{ kept: number[]; counted: number[] }[]>`
    select array[s.rating_sum, s.rating_count]::int[] as kept,
      (select array[coalesce(sum(rating), 0), count(*)]::int[] from reviews where app_id = ${appId} and is_visible) as counted
    from app_stats s where s.app_id = ${appId}`;
  return { kept: row?.kept, counted: row?.counted };
}
