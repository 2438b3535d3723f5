import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { desc, sql } from 'drizzle-orm';
import { auditLog, auditTexts } from '@/db/schema';
import type { Tx } from '@/db/client';
import type { Ctx } from './context';

export type AuditEntry = {
  /** `user.role_granted`, `review.rejected`, … */
  action: string;
  subjectType: string;
  subjectId: string;
  changes: Record<string, unknown>;
  /** A word or a rule's id; what people wrote belongs into `texts`. */
  reason?: string;
  /** What people wrote, by name: the chain holds its SHA-256 only, so that it can be erased. */
  texts?: Record<string, string>;
};

/** Any number, the same everywhere: one writer of the log at a time. */
const lockKey = 7_301_001;

/** Appends a row to the hash chain. Call it last in the transaction: it holds the log's lock until commit. */
export async function appendAudit(ctx: Ctx & { db: Tx }, entry: AuditEntry): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
  const [last] = await ctx.db
    .select({ sequence: auditLog.sequence, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.sequence))
    .limit(1);
  const texts = Object.entries(entry.texts ?? {}).filter(([, body]) => body !== '');
  const sequence = (last?.sequence ?? 0) + 1;
  const row = {
    sequence,
    actorId: actorId(ctx.actor),
    actorKind: ctx.actor.kind,
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    changes: {
      ...entry.changes,
      ...(texts.length > 0 ? { texts: Object.fromEntries(texts.map(([name, body]) => [name, sha256(body)])) } : {}),
    },
    reason: entry.reason ?? null,
    requestId: ctx.requestId,
    createdAt: ctx.now,
  };
  const previousHash = last?.hash ?? Buffer.alloc(32);
  const hash = hashOfRow(previousHash, row);
  await ctx.db.insert(auditLog).values({ ...row, previousHash, hash });
  if (texts.length > 0) {
    await ctx.db.insert(auditTexts).values(texts.map(([name, body]) => ({ sequence, name, body })));
  }
}

/** SHA-256 over the hash of the row before and the row itself as canonical JSON (RFC 8785). */
export const hashOfRow = (previousHash: Buffer, row: Omit<AuditRow, 'previousHash' | 'hash'>): Buffer =>
  createHash('sha256')
    .update(previousHash)
    .update(canonicalize(row) ?? '')
    .digest();

type AuditRow = typeof auditLog.$inferSelect;

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function actorId(actor: Ctx['actor']): string | null {
  if (actor.kind === 'user') return actor.userId;
  return actor.kind === 'api_key' ? actor.keyId : null;
}
