import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { desc, sql } from 'drizzle-orm';
import { auditLog } from '@/db/schema';
import type { Tx } from '@/db/client';
import type { Ctx } from './context';

export type AuditEntry = {
  /** `user.role_granted`, `review.rejected`, … */
  action: string;
  subjectType: string;
  subjectId: string;
  changes: Record<string, unknown>;
  reason?: string;
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
  const row = {
    sequence: (last?.sequence ?? 0) + 1,
    actorId: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    actorKind: ctx.actor.kind,
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    changes: entry.changes,
    reason: entry.reason ?? null,
    requestId: ctx.requestId,
    createdAt: ctx.now,
  };
  const previousHash = last?.hash ?? Buffer.alloc(32);
  const hash = createHash('sha256')
    .update(previousHash)
    .update(canonicalize(row) ?? '')
    .digest();
  await ctx.db.insert(auditLog).values({ ...row, previousHash, hash });
}
