import { and, asc, desc, gt, lt, lte, or, eq } from 'drizzle-orm';
import { z } from 'zod';
import { mails } from '@/db/schema';
import { type Ctx, requireRole } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import type { Mail, mailsQuery } from './schema';

/** Every letter of the store, newest first. For admins: throws 401, 403 `role_required`. */
export async function listMails(ctx: Ctx, query: z.output<typeof mailsQuery>): Promise<Page<Mail>> {
  requireRole(ctx, 'admin');
  const after = query.cursor ? decodeCursor('mails', query.cursor, [z.iso.datetime(), z.uuid()]) : null;
  const at = after && new Date(after[0]);
  const rows = await ctx.db
    .select({
      id: mails.id,
      kind: mails.kind,
      recipient: mails.recipient,
      subject: mails.subject,
      body: mails.body,
      createdAt: mails.createdAt,
      sentAt: mails.sentAt,
      error: mails.error,
    })
    .from(mails)
    .where(
      after && at
        ? and(
            lte(mails.createdAt, at),
            or(lt(mails.createdAt, at), and(eq(mails.createdAt, at), gt(mails.id, after[1]))),
          )
        : undefined,
    )
    .orderBy(desc(mails.createdAt), asc(mails.id))
    .limit(query.limit + 1);
  return toPage(
    rows,
    query.limit,
    (row) => encodeCursor('mails', [row.createdAt.toISOString(), row.id]),
    (row) => ({
      ...row,
      kind: row.kind as Mail['kind'],
      createdAt: row.createdAt.toISOString(),
      sentAt: row.sentAt?.toISOString() ?? null,
    }),
  );
}
