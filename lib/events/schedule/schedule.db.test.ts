import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditLog, scheduledJobs } from '@/db/schema';
import { logger } from '@/lib/logger';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { type Job, nextRun } from './job';
import { listJobs } from './queries';
import { registerJobs, runDueJob, runJobs } from './run-jobs';
import { runJobNow } from './run-now';

const database = testDatabase();
const signal = new AbortController().signal;

beforeEach(() => database.db.delete(scheduledJobs));

const jobOf = (name: string, run: Job['run'] = async () => 'did it'): Job => ({
  name,
  purpose: 'for a test',
  cron: '0 * * * *',
  run,
});

const options = (...all: Job[]) => ({ db: database.db, jobs: all, log: logger(), signal });
const makeDue = (name: string) =>
  database.sql`update scheduled_jobs set next_run_at = now() - interval '1 minute' where name = ${name}`;
const rowOf = async (name: string) =>
  (await database.db.select().from(scheduledJobs).where(eq(scheduledJobs.name, name)))[0];

async function dueJob(run?: Job['run']): Promise<Job> {
  const job = jobOf('test.job', run);
  await registerJobs(database.db, [job]);
  await makeDue(job.name);
  return job;
}

test.each([
  ['10 3 * * *', '2026-03-28T03:10:00.000Z', '2026-03-29T03:10:00.000Z'],
  ['*/10 * * * *', '2026-12-31T23:55:00.000Z', '2027-01-01T00:00:00.000Z'],
  ['0 4 1 * *', '2028-02-01T04:00:00.000Z', '2028-03-01T04:00:00.000Z'],
])('%s after %s is %s, in UTC', (cron, after, expected) => {
  expect(nextRun({ cron }, new Date(after)).toISOString()).toBe(expected);
});

test('a job that nobody has run waits for its hour', async () => {
  const job = jobOf('test.job');
  await registerJobs(database.db, [job]);
  expect(await runDueJob(options(job))).toBe(false);
});

test('a due job runs once, says what it did and waits for its next hour', async () => {
  const job = await dueJob();
  expect(await runDueJob(options(job))).toBe(true);
  expect(await runDueJob(options(job))).toBe(false);
  const row = await rowOf(job.name);
  expect(row).toMatchObject({ result: 'did it', error: null, leaseUntil: null });
  expect(row?.nextRunAt).toEqual(nextRun(job, row?.finishedAt ?? new Date(0)));
});

test('of ten workers one runs it', async () => {
  let runs = 0;
  const job = await dueJob(async () => {
    runs += 1;
    await sleep(200);
    return 'did it';
  });
  const had = await Promise.all(Array.from({ length: 10 }, () => runDueJob(options(job))));
  expect(had.filter(Boolean)).toHaveLength(1);
  expect(runs).toBe(1);
});

test('a failed run says why, keeps what the last good one said, and is tried again in 5 minutes', async () => {
  let fails = false;
  const job = await dueJob(async () => {
    if (fails) throw new Error('the dog ate it');
    return 'did it';
  });
  await runDueJob(options(job));
  fails = true;
  await makeDue(job.name);
  await runDueJob({ ...options(job) });
  const row = await rowOf(job.name);
  expect(row).toMatchObject({ result: 'did it', error: 'the dog ate it', leaseUntil: null });
  const wait = (row?.nextRunAt.getTime() ?? 0) - (row?.finishedAt?.getTime() ?? 0);
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(300_000);
});

test('the job of a worker that died is free when its lease is over, and not before', async () => {
  const job = await dueJob();
  const leave = (interval: string) =>
    database.sql`update scheduled_jobs set started_at = now(), lease_until = now() + ${interval}::interval`;
  await leave('20 s');
  expect(await runDueJob(options(job))).toBe(false);
  await leave('-1 s');
  expect(await runDueJob(options(job))).toBe(true);
});

test('a run that was taken for dead does not write over the one that followed', async () => {
  const job = await dueJob(async () => {
    await database.sql`update scheduled_jobs set started_at = now() + interval '1 s', lease_until = now() + interval '1 min'`;
    return 'too late';
  });
  await runDueJob(options(job));
  expect(await rowOf(job.name)).toMatchObject({ result: null, finishedAt: null });
  expect((await rowOf(job.name))?.leaseUntil).not.toBeNull();
});

test('the loop ends with its signal, and gives the signal to the job', async () => {
  const ending = new AbortController();
  let wasTold = false;
  const job = await dueJob(async (_ctx, told) => {
    await sleep(60_000, undefined, { signal: told }).catch(() => {
      wasTold = true;
    });
    return 'stopped early';
  });
  const loop = runJobs({ ...options(job), signal: ending.signal });
  await sleep(500);
  ending.abort();
  await loop;
  expect(wasTold).toBe(true);
});

test('a slow job keeps no other from its hour, and slow ones wait for each other', async () => {
  const ending = new AbortController();
  const ran: string[] = [];
  const slow = (name: string): Job => ({
    ...jobOf(name, async () => {
      ran.push(`${name} begins`);
      await sleep(400);
      ran.push(`${name} ends`);
      return 'did it';
    }),
    isSlow: true,
  });
  const quick = jobOf('test.quick', async () => {
    ran.push('quick');
    return 'did it';
  });
  const jobs = [slow('test.one'), slow('test.two'), quick];
  await registerJobs(database.db, jobs);
  await makeDue('test.one');
  await makeDue('test.two');
  await makeDue('test.quick');
  const loop = runJobs({ ...options(...jobs), signal: ending.signal });
  while (ran.length < 5) await sleep(50);
  ending.abort();
  await loop;
  expect(ran.indexOf('quick')).toBeLessThan(2);
  const ends = ran.filter((one) => one !== 'quick').map((one) => one.split(' ')[1]);
  expect(ends).toEqual(['begins', 'ends', 'begins', 'ends']);
});

describe('for admins', () => {
  const admin = () => createActor(database.db, { roles: ['admin'] });

  test('every job is listed with its last run', async () => {
    const job = await dueJob();
    await registerJobs(database.db, [job, jobOf('test.another')]);
    await runDueJob(options(job));
    const { items } = await listJobs(database.ctx({ actor: await admin() }));
    expect(items).toMatchObject([
      { name: 'test.another', purpose: 'for a test', cron: '0 * * * *', isRunning: false, finishedAt: null },
      { name: 'test.job', result: 'did it', error: null, isRunning: false },
    ]);
  });

  test('a job that no worker knows any more is not listed', async () => {
    await registerJobs(database.db, [jobOf('test.old'), jobOf('test.job')]);
    await registerJobs(database.db, [jobOf('test.job')]);
    const { items } = await listJobs(database.ctx({ actor: await admin() }));
    expect(items.map(({ name }) => name)).toEqual(['test.job']);
  });

  test('"run now" makes it due, is in the audit log, and a running job runs again', async () => {
    const actor = await admin();
    let asked = 0;
    const job = jobOf('test.job', async () => {
      if (asked++ === 0) await runJobNow(database.ctx({ actor }), { name: 'test.job' });
      return 'did it';
    });
    await registerJobs(database.db, [job]);
    await runJobNow(database.ctx({ actor, now: new Date(Date.now() - 1_000) }), { name: job.name });
    expect(await runDueJob(options(job))).toBe(true);
    expect(await runDueJob(options(job))).toBe(true);
    expect(await runDueJob(options(job))).toBe(false);
    const entries = await database.db.select().from(auditLog).where(eq(auditLog.action, 'job.started'));
    expect(entries).toMatchObject([{ subjectId: job.name }, { subjectId: job.name }]);
  });

  test('neither for others nor for jobs that do not exist', async () => {
    const shopper = database.ctx({ actor: await createActor(database.db) });
    await expect(listJobs(shopper)).rejects.toMatchObject({ code: 'role_required' });
    await expect(runJobNow(shopper, { name: 'test.job' })).rejects.toMatchObject({ code: 'role_required' });
    const ctx = database.ctx({ actor: await admin() });
    await expect(runJobNow(ctx, { name: 'nothing' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
