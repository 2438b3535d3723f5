import { eq } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { mails } from '@/db/schema';
import { inTransaction, systemContext } from '@/lib/context';
import type { Event } from '@/lib/events/events';
import { newId } from '@/lib/ids';
import { logger } from '@/lib/logger';
import { testDatabase } from '@/tests/database';
import { startMailServer } from '@/tests/mail-server';
import { type RunningWorker, runWorker } from '@/worker/index';
import { mailHandlers } from './handlers';
import { requestMail } from './request-mail';

const server = await startMailServer();
vi.stubEnv('SMTP_URL', server.url);
vi.stubEnv('MAIL_FROM', 'store@example.com');

const database = testDatabase();
const link = `http://localhost:3000/verify/${'b'.repeat(43)}`;
const newAddress = () => `${newId()}@example.com`;

const write = (to: string) =>
  inTransaction(database.ctx(), (ctx) => requestMail(ctx, { kind: 'verify_email', to, link }));
const rowOf = async (to: string) => (await database.db.select().from(mails).where(eq(mails.recipient, to)))[0];

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error('it did not happen in 15 s');
    await sleep(50);
  }
}

const eventFor = (mailId: string): Event<'mail.requested'> => ({
  id: newId(),
  type: 'mail.requested',
  occurredAt: new Date(),
  payload: { mailId },
});
const handle = (events: Event[]) => mailHandlers[0]!.run(systemContext('test', { db: database.db }), events);

let worker: RunningWorker;
beforeAll(async () => {
  worker = runWorker({ db: database.db, databaseUrl: database.url, log: logger() });
  await worker.ready;
});
afterAll(async () => {
  await worker.stop();
  await server.close();
});

describe('the worker', () => {
  test('hands a letter to the mail server once, and keeps nothing of its link', async () => {
    const to = newAddress();
    await write(to);
    await until(async () => (await rowOf(to))?.sentAt != null);
    expect(server.to(to)).toHaveLength(1);
    expect(server.to(to)[0]?.text).toContain(link);
    expect(await rowOf(to)).toMatchObject({ body: '', error: null });
  });

  test('sends nothing of a transaction that was rolled back', async () => {
    const to = newAddress();
    const failing = inTransaction(database.ctx(), async (ctx) => {
      await requestMail(ctx, { kind: 'verify_email', to, link });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow();
    const other = newAddress();
    await write(other);
    await until(async () => (await rowOf(other))?.sentAt != null);
    expect([await rowOf(to), server.to(to)]).toEqual([undefined, []]);
  });

  test('tries again after a refusal, says why meanwhile, and delivers', async () => {
    server.behaviour.refusals = 1;
    const to = newAddress();
    await write(to);
    await until(async () => (await rowOf(to))?.error != null);
    expect((await rowOf(to))?.error).toContain('Try again later');
    expect((await rowOf(to))?.body).toContain(link);
    await until(async () => (await rowOf(to))?.sentAt != null);
    expect(await rowOf(to)).toMatchObject({ error: null, body: '' });
    expect(server.to(to)).toHaveLength(1);
  });
});

describe('the handler of letters', () => {
  const insert = async (to: string) => {
    const id = newId();
    const values = { id, kind: 'invitation', recipient: to, subject: 'S', body: link, createdAt: new Date() };
    await database.db.insert(mails).values(values);
    return id;
  };

  test('does not send again what was sent, nor what is not there', async () => {
    const to = newAddress();
    const event = eventFor(await insert(to));
    await handle([event]);
    await handle([event, eventFor(newId())]);
    expect(server.to(to)).toHaveLength(1);
  });

  test('one letter that is refused does not hold up the others of its batch, and fails alone', async () => {
    const addresses = Array.from({ length: 5 }, newAddress);
    const events = await Promise.all(addresses.map(async (to) => eventFor(await insert(to))));
    server.behaviour.refusals = 1;
    const failure = await handle(events).catch((error: unknown) => error);
    const rows = await Promise.all(addresses.map(rowOf));
    const refused = rows.findIndex((row) => row?.sentAt === null);
    expect(rows.filter((row) => row?.sentAt === null)).toHaveLength(1);
    expect(failure).toMatchObject({ name: 'SomeFailed' });
    expect([...(failure as { reasons: Map<string, string> }).reasons.keys()]).toEqual([events[refused]?.id]);
    await handle(events);
    for (const to of addresses) expect(server.to(to)).toHaveLength(1);
  });
});
