import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Ctx, requireRole } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { isoOf } from '@/lib/sql';
import type { AuditEntryView, AuditQuery } from './schema';

type Row = {
  sequence: string;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string | null;
  action: string;
  subject_type: string;
  subject_id: string;
  changes: Record<string, unknown>;
  texts: Record<string, string> | null;
  reason: string | null;
  request_id: string;
  created_at: string;
  hash: string;
};

const cursorKind = 'audit';

/**
 * The audit log, the latest first, with what people wrote where it was not erased. For moderators: throws 401,
 * 403 `role_required`, 400 `invalid_cursor`.
 */
export async function listAudit(ctx: Ctx, query: AuditQuery): Promise<Page<AuditEntryView>> {
  requireRole(ctx, 'moderator');
  const after = query.cursor ? decodeCursor(cursorKind, query.cursor, [z.number().int()])[0] : null;
  const wanted: SQL[] = [sql`true`];
  if (after !== null) wanted.push(sql`l.sequence < ${after}`);
  if (query.subjectType !== undefined) wanted.push(sql`l.subject_type = ${query.subjectType}`);
  if (query.subjectId !== undefined) wanted.push(sql`l.subject_id = ${query.subjectId}`);
  if (query.actorId !== undefined) wanted.push(sql`l.actor_id = ${query.actorId}`);
  if (query.action !== undefined) wanted.push(sql`l.action = ${query.action}`);
  const rows = await ctx.db.execute<Row>(sql`
    select l.sequence, l.actor_kind, l.actor_id, coalesce(u.name, k.name) as actor_name, l.action, l.subject_type, l.subject_id,
      l.changes, l.reason, l.request_id, to_json(l.created_at) #>> '{}' as created_at, encode(l.hash, 'hex') as hash,
      (select json_object_agg(t.name, t.body) from audit_texts t where t.sequence = l.sequence) as texts
    from audit_log l
    left join users u on l.actor_kind = 'user' and u.id = l.actor_id
    left join api_keys k on l.actor_kind = 'api_key' and k.id = l.actor_id
    where ${sql.join(wanted, sql` and `)}
    order by l.sequence desc limit ${query.limit + 1}`);
  return toPage(
    [...rows],
    query.limit,
    (row) => encodeCursor(cursorKind, [Number(row.sequence)]),
    (row) => ({
      sequence: Number(row.sequence),
      actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
      action: row.action,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      changes: row.changes,
      texts: row.texts ?? {},
      reason: row.reason,
      requestId: row.request_id,
      createdAt: isoOf(row.created_at),
      hash: row.hash,
    }),
  );
}
