import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { isDatabaseAway } from '@/lib/errors';
import type { EventType } from '@/lib/events/events';
import { type AnyHandler, defineHandler, type EventHandler } from '@/lib/events/handler';
import { uuids } from '@/lib/sql';
import { fingerprintWaiting } from './fingerprints';
import { scoreReview } from './score-review';

/** Events of a batch that are handled beside each other. */
const atOnce = 3;

type Preparation = (ctx: Ctx) => Promise<void>;

/**
 * Each event in a transaction of its own, so that nobody holds reviews and ratings of several apps while waiting for
 * others, and one that fails leaves the rest of its batch alone.
 */
function oneByOne<T extends EventType>({ name, event, batchSize, handle }: EventHandler<T>, before?: Preparation) {
  const one = defineHandler({ name, event, batchSize: 1, handle });
  return {
    name,
    event,
    batchSize,
    async run(ctx, events) {
      await before?.(ctx);
      const failures: unknown[] = [];
      let handled = 0;
      for (let i = 0; i < events.length; i += atOnce) {
        const outcomes = await Promise.allSettled(events.slice(i, i + atOnce).map((event) => one.run(ctx, [event])));
        for (const outcome of outcomes) {
          if (outcome.status === 'fulfilled') handled += outcome.value;
          else if (isDatabaseAway(outcome.reason)) throw outcome.reason;
          else failures.push(outcome.reason);
        }
      }
      if (failures.length > 0) throw failures[0];
      return handled;
    },
  } satisfies AnyHandler;
}

const scoreWritten = oneByOne(
  {
    name: 'integrity.score',
    event: 'review.created',
    batchSize: 10,
    async handle(ctx, events) {
      for (const { payload } of events) await scoreReview(ctx, payload.reviewId, { revision: payload.revision });
    },
  },
  async (ctx) => {
    try {
      await fingerprintWaiting(ctx);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      ctx.log.error({ err: error }, 'texts that wait to be scored cannot be compared yet');
    }
  },
);

/** Who got the money back wrote as somebody who had the app: that weighs less now. */
const scoreRefunded = oneByOne({
  name: 'integrity.score_refunded',
  event: 'purchase.refunded',
  batchSize: 20,
  async handle(ctx, events) {
    const ids = uuids(events.map((event) => event.payload.purchaseId));
    const rows = await ctx.db.execute<{ id: string }>(sql`
      select r.id from purchases p join reviews r on r.user_id = p.user_id and r.app_id = p.app_id
      where p.id = any(${ids}) and p.status = 'refunded' and r.deleted_at is null`);
    for (const { id } of rows) await scoreReview(ctx, id, { cause: 'refunded' });
  },
});

const forgetDeleted = defineHandler({
  name: 'integrity.forget_deleted',
  event: 'review.deleted',
  batchSize: 100,
  async handle({ db }, events) {
    const ids = uuids(events.map(({ payload }) => payload.reviewId));
    await db.execute(sql`delete from review_fingerprints where review_id = any(${ids})`);
  },
});

/** What an erased account had written before its last words is gone, and so is what it is recognised by. */
const forgetErased = defineHandler({
  name: 'integrity.forget_erased',
  event: 'account.erased',
  batchSize: 20,
  async handle({ db }, events) {
    const people = uuids(events.map(({ payload }) => payload.userId));
    await db.execute(sql`
      delete from review_fingerprints f using reviews r
      where r.user_id = any(${people}) and f.review_id = r.id and (f.revision < r.revision or r.deleted_at is not null)`);
  },
});

/** What integrity does with news of reviews, purchases and people. */
export const integrityHandlers = [scoreWritten, scoreRefunded, forgetDeleted, forgetErased];
