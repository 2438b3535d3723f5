import { z } from 'zod';

export const scheduledJob = z.object({
  name: z.string(),
  purpose: z.string(),
  cron: z.string(),
  isRunning: z.boolean(),
  startedAt: z.string().nullable(),
  /** End of the last run that ended. */
  finishedAt: z.string().nullable(),
  /** Why the last run that ended failed; null where it did its work. */
  error: z.string().nullable(),
  /** What the last run that did its work says of it. */
  result: z.string().nullable(),
  /** Null where no worker has ever looked at the schedule. */
  nextRunAt: z.string().nullable(),
});

export const scheduledJobList = z.object({ items: z.array(scheduledJob) });

export type ScheduledJob = z.infer<typeof scheduledJob>;
