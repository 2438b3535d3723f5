import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq, inArray, isNull, lt, lte, notInArray, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { scheduledJobs } from '@/db/schema';
import { now } from '@/lib/clock';
import { systemContext } from '@/lib/context';
import type { Logger } from '@/lib/logger';
import { type Job, nextRun } from './job';

const lookMs = 2_000;

/** While a job runs its lease is renewed at every look; a killed worker's job is free again after this. */
const leaseSeconds = 30;

/** A failed run is tried again after this, unless the job is due before. */
const retrySeconds = 300;

type Options = { db: Db; jobs: readonly Job[]; log: Logger; signal: AbortSignal };

/**
 * Runs what is due until the signal, one job at a time, and beside it one of the slow ones. Of many workers one runs each
 * job.
 */
export async function runJobs(options: Options): Promise<void> {
  const { db, jobs } = options;
  let isKnown = false;
  const register = async () => {
    if (!isKnown) await registerJobs(db, jobs);
    isKnown = true;
  };
  const lanes = [jobs.filter(({ isSlow }) => !isSlow), jobs.filter(({ isSlow }) => isSlow)];
  await Promise.all(
    lanes.filter((lane) => lane.length > 0).map((lane) => runLane({ ...options, jobs: lane }, register)),
  );
}

async function runLane(options: Options, register: () => Promise<void>): Promise<void> {
  const { log, signal } = options;
  while (!signal.aborted) {
    let hadWork = false;
    try {
      await register();
      hadWork = await runDueJob(options);
    } catch (error) {
      log.warn({ err: error }, 'the schedule cannot be read');
    }
    if (!hadWork) await sleep(lookMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Enters jobs that are new, brings forward those that are due more often than before and forgets those that are gone. */
export async function registerJobs(db: Db, jobs: readonly Job[], at = now()): Promise<void> {
  if (jobs.length === 0) return;
  const names = jobs.map(({ name }) => name);
  await db.delete(scheduledJobs).where(notInArray(scheduledJobs.name, names));
  await db
    .insert(scheduledJobs)
    .values(jobs.map((job) => ({ ...pick(job), nextRunAt: nextRun(job, at) })))
    .onConflictDoUpdate({
      target: scheduledJobs.name,
      set: {
        purpose: sql`excluded.purpose`,
        cron: sql`excluded.cron`,
        nextRunAt: sql`least(${scheduledJobs.nextRunAt}, excluded.next_run_at)`,
      },
    });
}

const pick = ({ name, purpose, cron }: Job) => ({ name, purpose, cron });

/** Runs one of the jobs that are due; false where none is, or others have them. */
export async function runDueJob({ db, jobs, log, signal }: Options): Promise<boolean> {
  const claim = await claimJob(db, jobs);
  const job = jobs.find(({ name }) => name === claim?.name);
  if (!claim?.startedAt || !job) return false;
  const mine = and(eq(scheduledJobs.name, job.name), eq(scheduledJobs.startedAt, claim.startedAt));
  const renewing = setInterval(() => {
    db.update(scheduledJobs)
      .set({ leaseUntil: leaseEnd })
      .where(mine)
      .catch((error: unknown) => log.warn({ err: error, job: job.name }, 'a lease could not be renewed'));
  }, lookMs);
  const context = systemContext(job.name, { db });
  let ended: { result: string; error: null } | { error: string };
  try {
    ended = { result: await job.run(context, signal), error: null };
    context.log.info({ result: ended.result }, 'scheduled job done');
  } catch (error) {
    ended = { error: (error instanceof Error ? error.message : String(error)).slice(0, 500) };
    context.log.error({ err: error }, 'scheduled job failed');
  } finally {
    clearInterval(renewing);
  }
  const finishedAt = now();
  const regular = nextRun(job, finishedAt);
  const retry = new Date(finishedAt.getTime() + retrySeconds * 1000);
  const nextRunAt = ended.error !== null && retry < regular ? retry : regular;
  // Somebody may have asked for another run meanwhile.
  const next = sql`case when ${scheduledJobs.nextRunAt} > ${scheduledJobs.startedAt}
    then ${scheduledJobs.nextRunAt} else ${nextRunAt.toISOString()}::timestamptz end`;
  await db
    .update(scheduledJobs)
    .set({ ...ended, finishedAt, nextRunAt: next, leaseUntil: null })
    .where(mine);
  return true;
}

const leaseEnd = sql`now() + make_interval(secs => ${leaseSeconds})`;

/** Takes a job that is due and that nobody runs, or whose worker is gone. */
async function claimJob(db: Db, jobs: readonly Job[]) {
  const names = jobs.map(({ name }) => name);
  const due = db
    .select({ name: scheduledJobs.name })
    .from(scheduledJobs)
    .where(
      and(
        inArray(scheduledJobs.name, names),
        lte(scheduledJobs.nextRunAt, sql`now()`),
        or(isNull(scheduledJobs.leaseUntil), lt(scheduledJobs.leaseUntil, sql`now()`)),
      ),
    )
    .orderBy(scheduledJobs.nextRunAt)
    .limit(1)
    .for('update', { skipLocked: true });
  const [claimed] = await db
    .update(scheduledJobs)
    // To the millisecond, as it is compared when the run ends.
    .set({ startedAt: sql`date_trunc('milliseconds', now())`, leaseUntil: leaseEnd })
    .where(inArray(scheduledJobs.name, due))
    .returning({ name: scheduledJobs.name, startedAt: scheduledJobs.startedAt });
  return claimed;
}
