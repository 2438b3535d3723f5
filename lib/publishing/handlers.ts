import type { Event } from '@/lib/events/events';
import { type AnyHandler, SomeFailed } from '@/lib/events/handler';
import { isDatabaseAway } from '@/lib/errors';
import { checkBuild } from './builds/check-build';
import { notifyMembers, notifyTransferred } from './notify-members';

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

export const publishingHandlers: readonly AnyHandler[] = [checkBuilds, notifyMembers, notifyTransferred];
