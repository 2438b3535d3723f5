import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { idempotencyKeys, mails, oneTimeTokens, processedEvents, sessions } from '@/db/schema';
import { accountJobs } from '@/lib/accounts/jobs';
import { systemContext } from '@/lib/context';
import { discardDeadLetters, keepDeadLetters } from '@/lib/events/dead-letters';
import { eventJobs } from '@/lib/events/jobs';
import { newId } from '@/lib/ids';
import { mailJobs } from '@/lib/mail/jobs';
import { purchaseJobs } from '@/lib/purchases/jobs';
import { testDatabase } from '@/tests/database';
import { createActor, createUser } from '@/tests/factories';
import { messageOf } from '@/tests/events/messages';

const database = testDatabase();
const jobs = [...eventJobs, ...purchaseJobs, ...accountJobs, ...mailJobs];
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

async function run(name: string): Promise<string> {
  const job = jobs.find((one) => one.name === name);
  if (!job) throw new Error(`there is no job ${name}`);
  return job.run(systemContext(name, { db: database.db }), new AbortController().signal);
}

test('marks of handled events go after a month, except those of dead letters', async () => {
  const [old, dead, young] = [newId(), newId(), newId()];
  const mark = (eventId: string, days: number) => ({ eventId, handler: 'test', processedAt: daysAgo(days) });
  await database.db.insert(processedEvents).values([mark(old, 31), mark(dead, 31), mark(young, 29)]);
  const letter = { id: dead, queue: 'account.created', message: {}, attempts: 4, diedAt: daysAgo(31) };
  await keepDeadLetters(database.db, [{ ...letter, reason: 'failed', error: 'no' }]);
  expect(await run('events.purge')).toContain('1 marks');
  const left = await database.db.select().from(processedEvents);
  expect(left.map(({ eventId }) => eventId).sort()).toEqual([dead, young].sort());
});

test('answers to purchases go after three days, unfinished ones never', async () => {
  const { id: userId } = await createUser(database.db);
  const key = (days: number, isFinished: boolean) => ({
    id: newId(),
    userId,
    key: newId(),
    fingerprint: 'f',
    createdAt: daysAgo(days),
    ...(isFinished ? { recoveryPoint: 'finished', responseStatus: 201, responseBody: '{}' } : {}),
  });
  const rows = [key(3.1, true), key(2.9, true), key(31, false)];
  await database.db.insert(idempotencyKeys).values(rows);
  expect(await run('purchases.purge_keys')).toBe('1 answers deleted');
  const left = await database.db.select({ id: idempotencyKeys.id }).from(idempotencyKeys);
  expect(left.map(({ id }) => id).sort()).toEqual([rows[1]?.id, rows[2]?.id].sort());
});

test('sessions that ended long ago and links past their time go, invitations stay', async () => {
  const { id: userId } = await createUser(database.db);
  const session = (days: number) => ({
    id: newId(),
    userId,
    createdAt: daysAgo(90),
    lastUsedAt: daysAgo(90),
    expiresAt: daysAgo(days),
  });
  const [ended, live] = [session(31), session(-1)];
  await database.db.insert(sessions).values([ended, live]);
  const token = (purpose: string, user: string | null) => ({
    tokenHash: randomBytes(32).toString('hex'),
    purpose,
    userId: user,
    expiresAt: daysAgo(8),
    createdAt: daysAgo(9),
  });
  await database.db.insert(oneTimeTokens).values([token('verify_email', userId), token('invitation', null)]);
  expect(await run('accounts.purge')).toBe('1 sessions and 1 links deleted');
  expect(await database.db.select({ id: sessions.id }).from(sessions)).toEqual([{ id: live.id }]);
  expect(await database.db.select().from(oneTimeTokens)).toMatchObject([{ purpose: 'invitation' }]);
});

describe('letters that nobody was told to send', () => {
  afterEach(() => vi.unstubAllEnvs());

  const letter = (minutes: number, sentAt: Date | null = null) => ({
    id: newId(),
    kind: 'verify_email',
    recipient: 'somebody@example.com',
    subject: 'Hello',
    body: 'Hello',
    createdAt: new Date(Date.now() - minutes * 60_000),
    sentAt,
  });
  const queued = () => database.sql`select id from pgboss.job where name = 'mail.requested' and state = 'created'`;

  test('are left alone where no mail server is configured', async () => {
    await database.db.insert(mails).values(letter(20));
    expect(await run('mail.sweep')).toBe('no mail server is configured');
    expect(await queued()).toEqual([]);
    await database.db.delete(mails);
  });

  test('are sent; those that are young, sent, under way, dead or discarded are not sent again', async () => {
    vi.resetModules();
    vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1');
    vi.stubEnv('MAIL_FROM', 'store@example.com');
    const { mailJobs: fresh } = await import('@/lib/mail/jobs');
    const sweep = () =>
      fresh[0]?.run(systemContext('mail.sweep', { db: database.db }), new AbortController().signal) ?? '';
    const [forgotten, young, sent, dead, discarded] = [
      letter(20),
      letter(5),
      letter(20, new Date()),
      letter(20),
      letter(20),
    ];
    await database.db.insert(mails).values([forgotten, young, sent, dead, discarded]);
    const died = [dead, discarded].map(({ id }) => ({
      id,
      queue: 'mail.requested',
      message: messageOf({ mailId: id }),
      reason: 'failed' as const,
      error: 'no',
      attempts: 6,
      diedAt: new Date(),
    }));
    await keepDeadLetters(database.db, died);
    const actor = await createActor(database.db, { roles: ['admin'] });
    await discardDeadLetters(database.ctx({ actor }), { ids: [discarded.id], reason: 'of no use' });

    expect(await sweep()).toBe('1 letters on their way again');
    expect((await queued()).map(({ id }) => id)).toEqual([forgotten.id]);
    expect(await sweep()).toBe('0 letters on their way again');
    await database.db.update(mails).set({ sentAt: sql`now()` }).where(eq(mails.id, forgotten.id));
    expect(await sweep()).toBe('0 letters on their way again');
  });
});
