import { z } from 'zod';
import { pageQuery } from '@/lib/pagination';

export const queueStatus = z.object({
  name: z.string(),
  isPaused: z.boolean(),
  /** Messages that a worker could take now. */
  waiting: z.number().int(),
  /** Messages that wait for their time: delayed, or for their next attempt. */
  later: z.number().int(),
  /** Messages that a worker has in hand. */
  running: z.number().int(),
  deadLetters: z.number().int(),
  /** How long the oldest waiting message has waited, in seconds; null where none does. */
  oldestSeconds: z.number().nullable(),
  /** Messages handled in each of the last 30 minutes, the running one last. */
  handled: z.array(z.number().int()),
  /** Attempts that failed in the last hour. */
  failedLastHour: z.number().int(),
});

export const queueList = z.object({ items: z.array(queueStatus) });

export const updateQueueBody = z.strictObject({ isPaused: z.boolean() });

export const deathReasons = ['failed', 'rejected', 'expired'] as const;

export const deadLetter = z.object({
  id: z.uuid(),
  queue: z.string(),
  /** As it was sent: id, version, occurredAt and payload; anything where it was no message. */
  message: z.unknown(),
  reason: z.enum(deathReasons),
  error: z.string(),
  attempts: z.number().int(),
  diedAt: z.string(),
});

export const deadLettersQuery = z.strictObject({ ...pageQuery, queue: z.string().max(100).optional() });

/** Some letters by id, all of one queue, or all that there are; only those that died up to `until`, which people have seen. */
const chosenLetters = {
  ids: z.array(z.uuid()).min(1).max(100).optional(),
  queue: z.string().max(100).optional(),
  until: z.iso.datetime().optional(),
};

export const retryDeadLettersBody = z.strictObject(chosenLetters);

export const discardDeadLettersBody = z.strictObject({ ...chosenLetters, reason: z.string().trim().min(1).max(500) });

export const retriedLetters = z.object({
  count: z.number().int(),
  /** Letters that stayed: what they carry is not a message of any queue. */
  left: z.number().int(),
});

export const discardedLetters = z.object({ count: z.number().int() });

export const scheduledJob = z.object({
  name: z.string(),
  purpose: z.string(),
  /** Minute, hour, day, month and weekday, in UTC. */
  cron: z.string(),
  isRunning: z.boolean(),
  startedAt: z.string().nullable(),
  /** End of the last run that ended. */
  finishedAt: z.string().nullable(),
  /** Why the last run that ended failed; null where it did its work. */
  error: z.string().nullable(),
  /** What the last run that did its work says of it. */
  result: z.string().nullable(),
  nextRunAt: z.string(),
});

export const scheduledJobList = z.object({ items: z.array(scheduledJob) });

export type ScheduledJob = z.infer<typeof scheduledJob>;
export type QueueStatus = z.infer<typeof queueStatus>;
export type DeathReason = (typeof deathReasons)[number];
export type DeadLetter = z.infer<typeof deadLetter>;
export type DeadLettersQuery = z.output<typeof deadLettersQuery>;
export type ChosenLetters = z.output<typeof retryDeadLettersBody>;
export type DiscardDeadLetters = z.output<typeof discardDeadLettersBody>;
