import type { Ctx } from '@/lib/context';
import type { Event } from '@/lib/events/events';
import { integrityHandlers } from '@/lib/integrity/handlers';
import { integrityJobs } from '@/lib/integrity/jobs';

// What a worker does about integrity, at moments of the caller's choosing: for scripts with a clock of their own.

/** Gives an event to everything in integrity that reacts to it. */
export async function reactTo(ctx: Ctx, event: Event): Promise<void> {
  for (const handler of integrityHandlers) if (handler.event === event.type) await handler.run(ctx, [event]);
}

/** Runs one of the scheduled jobs of integrity, as of the context's time. */
export async function runJob(ctx: Ctx, name: string): Promise<string> {
  const job = integrityJobs.find((one) => one.name === name);
  if (!job) throw new Error(`there is no job ${name}`);
  return job.run(ctx, new AbortController().signal);
}
