import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { mails } from '@/db/schema';
import { inTransaction, systemContext } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { mailHandlers } from './handlers';
import { listMails } from './queries';
import { requestMail } from './request-mail';

const database = testDatabase();
const link = `http://localhost:3000/reset-password/${'c'.repeat(43)}`;

async function write(to: string, now = new Date()) {
  await inTransaction(database.ctx({ now }), (ctx) => requestMail(ctx, { kind: 'reset_password', to, link }));
}

describe('the letters of a store without a mail server', () => {
  test('are listed to admins with their links, newest first, page by page', async () => {
    const at = Date.now();
    // Three of one moment: the pages must not lose one between them.
    for (const [i, offset] of [0, 1, 1, 1, 2].entries()) await write(`p${i}@example.com`, new Date(at + offset));
    const ctx = database.ctx({ actor: await createActor(database.db, { roles: ['admin'] }) });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listMails(ctx, { limit: 2, cursor });
      seen.push(...page.items.map((mail) => mail.recipient));
      expect(page.items[0]).toMatchObject({ kind: 'reset_password', sentAt: null, error: null });
      expect(page.items[0]?.body).toContain(link);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect([seen[0], seen[4]]).toEqual(['p4@example.com', 'p0@example.com']);
    expect(new Set(seen).size).toBe(5);
  });

  test('are nobody else’s to read', async () => {
    const moderator = await createActor(database.db, { roles: ['moderator'] });
    const list = (actor?: typeof moderator) => listMails(database.ctx(actor && { actor }), { limit: 20 });
    await expect(list(moderator)).rejects.toMatchObject({ code: 'role_required' });
    await expect(list()).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  test('go to the log, link and all, and stay to be read', async () => {
    const id = newId();
    const body = `Hello,\n\nchoose it here:\n\n${link}\n\nPomona\n`;
    const values = { id, kind: 'reset_password', recipient: 'log@example.com', subject: 'A link', body };
    await database.db.insert(mails).values({ ...values, createdAt: new Date() });
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
    const event = { id: newId(), type: 'mail.requested' as const, occurredAt: new Date(), payload: { mailId: id } };
    await mailHandlers[0]!.run(systemContext('test', { db: database.db, log }), [event]);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { recipient: 'log@example.com', subject: 'A link', link },
    ]);
    const [row] = await database.sql`select body, sent_at from mails where id = ${id}`;
    expect(row).toEqual({ body, sent_at: null });
  });
});
