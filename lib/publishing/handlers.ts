import { sql } from 'drizzle-orm';
import type { Event } from '@/lib/events/events';
import { type AnyHandler, defineHandler, SomeFailed } from '@/lib/events/handler';
import { isDatabaseAway } from '@/lib/errors';
import { checkBuild } from './builds/check-build';
import { notifyMembers, notifyTransferred } from './notify-members';
import { uuids } from '@/lib/sql';

/**
 * Reads whole files, so it has no transaction of its own; that a build is `processing` says what is to be done, and one
 * that another worker has in hand is left to it.
 */
const checkBuilds: AnyHandler = {
  name: 'publishing.check_build',
  event: 'upload.completed',
  batchSize: 2,
  async run(ctx, events) {
    const outcomes = await Promise.allSettled(
      events.map((event) => checkBuild(ctx, (event as Event<'upload.completed'>).payload.buildId)),
    );
    const reasons = new Map<string, string>();
    for (const [i, outcome] of outcomes.entries()) {
      const event = events[i];
      if (outcome.status === 'fulfilled' || !event) continue;
      if (isDatabaseAway(outcome.reason)) throw outcome.reason;
      ctx.log.warn({ err: outcome.reason, event: event.id }, 'a build could not be checked');
      reasons.set(event.id, 'the build could not be read or scanned');
    }
    if (reasons.size > 0) throw new SomeFailed(reasons);
    return events.length;
  },
};

/**
 * What somebody did for an organisation stays, done by nobody: its texts and answers are the organisation's. Who decided
 * for the store stays too, under the pseudonym of the account.
 */
const forgetErased = defineHandler({
  name: 'publishing.forget_erased',
  event: 'account.erased',
  batchSize: 20,
  async handle({ db }, events) {
    const ids = events.map((event) => event.payload.userId);
    const people = uuids(ids);
    await db.execute(sql`update app_drafts set updated_by = null where updated_by = any(${people})`);
    await db.execute(sql`update price_plans set updated_by = null where updated_by = any(${people})`);
    await db.execute(sql`update builds set created_by = null where created_by = any(${people})`);
    await db.execute(sql`update submissions set submitted_by = null where submitted_by = any(${people})`);
    await db.execute(sql`
      update submissions set decided_by = null where outcome = 'withdrawn' and decided_by = any(${people})`);
    await db.execute(sql`update app_transfers set requested_by = null where requested_by = any(${people})`);
    await db.execute(sql`update app_transfers set decided_by = null where decided_by = any(${people})`);
  },
});

export const publishingHandlers: readonly AnyHandler[] = [checkBuilds, notifyMembers, notifyTransferred, forgetErased];
