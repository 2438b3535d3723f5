import { z } from 'zod';

export const dependency = z.object({
  name: z.string(),
  /** What does its work: "PostgreSQL 18.1", "in the process". */
  engine: z.string(),
  /** `trouble`: it is there, and something about it needs a look. */
  state: z.enum(['ok', 'trouble', 'away']),
  detail: z.string(),
});

export const workerStatus = z.object({
  /** Machine and process. */
  name: z.string(),
  broker: z.enum(['postgres', 'rabbitmq']),
  /** Why it takes no events, if it does not. */
  problem: z.string().nullable(),
  startedAt: z.string(),
  seenAt: z.string(),
});

export const breakerStatus = z.object({ name: z.string(), state: z.enum(['closed', 'half-open', 'open']) });

export const health = z.object({
  dependencies: z.array(dependency),
  workers: z.array(workerStatus),
  breakers: z.array(breakerStatus),
});

export type Dependency = z.infer<typeof dependency>;
export type Health = z.infer<typeof health>;
