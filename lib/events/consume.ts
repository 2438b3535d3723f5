import type { Db } from '@/db/client';
import { systemContext } from '@/lib/context';
import { databaseError, isDatabaseAway } from '@/lib/errors';
import type { Logger } from '@/lib/logger';
import { metrics } from '@/lib/metrics';
import { noteOutcome } from './activity';
import type { Delivery, Outcome, Subscription } from './broker';
import { type Event, type EventType, eventTypes, fromMessage } from './events';
import { type AnyHandler, SomeFailed } from './handler';
import { queueOf } from './queues';

type Options = { db: Db; log: Logger };

/** One subscription for each type of event; what nobody handles is done at once. */
export function subscriptionsOf(handlers: readonly AnyHandler[], options: Options): Subscription[] {
  return eventTypes.map((type) => {
    const interested = handlers.filter((handler) => handler.event === type);
    const queue = queueOf(type);
    return {
      queue,
      batchSize: Math.min(queue.prefetch, ...interested.map((handler) => handler.batchSize)),
      receive: (deliveries) => receive(type, interested, deliveries, options),
    };
  });
}

async function receive(
  queue: EventType,
  handlers: AnyHandler[],
  deliveries: Delivery[],
  options: Options,
): Promise<Outcome[]> {
  const events = deliveries.map(({ data }) => fromMessage(queue, data));
  const failures = new Map<string, string>();
  for (const handler of handlers) {
    const known = events.filter((event) => event !== null);
    for (const [id, error] of await runTogether(handler, known, options)) failures.set(id, error);
  }
  return events.map((event) => {
    const outcome = outcomeOf(event, failures);
    metrics.eventsHandled.inc({ queue, outcome: outcome.result });
    noteOutcome(queue, outcome);
    return outcome;
  });
}

function outcomeOf(event: Event | null, failures: Map<string, string>): Outcome {
  if (event === null) return { result: 'reject', error: 'not a message of this queue' };
  const error = failures.get(event.id);
  return error === undefined ? { result: 'done' } : { result: 'retry', error };
}

/** Runs a batch, and one by one when it fails, so that a single bad event holds up no other. Failures by event id. */
async function runTogether(
  handler: AnyHandler,
  events: Event[],
  options: Options,
): Promise<ReadonlyMap<string, string>> {
  if (events.length === 0) return new Map();
  const context = systemContext(handler.name, { db: options.db });
  try {
    await handler.run(context, events);
    return new Map();
  } catch (error) {
    if (error instanceof SomeFailed) {
      context.log.warn({ failures: Object.fromEntries(error.reasons) }, 'event handler failed');
      return error.reasons;
    }
    // Nobody's fault, and no attempt of theirs.
    if (isDatabaseAway(error)) throw error;
    if (events.length === 1) {
      context.log.warn({ err: error, events: events.map((event) => event.id) }, 'event handler failed');
      return new Map(events.map((event) => [event.id, describe(error)]));
    }
  }
  const failures = new Map<string, string>();
  for (const event of events) {
    for (const [id, message] of await runTogether(handler, [event], options)) failures.set(id, message);
  }
  return failures;
}

/** Words for the dead letter; what Drizzle throws would show SQL with its parameters. */
function describe(error: unknown): string {
  const cause = databaseError(error);
  if (cause) return ['Postgres', cause.code, cause.constraint_name].filter(Boolean).join(' ');
  return error instanceof Error ? error.message : String(error);
}
