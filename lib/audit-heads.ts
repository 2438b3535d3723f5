import { createHmac, timingSafeEqual } from 'node:crypto';
import { desc } from 'drizzle-orm';
import { auditHeads, auditLog } from '@/db/schema';
import type { Ctx } from './context';
import { deriveKey } from './derive-key';

/** How long the audit log was at a time, and how it ended. */
export type AuditHead = { sequence: number; hash: Buffer; createdAt: Date };

/** HMAC-SHA-256 under a key of POMONA_SECRET: who can write to the database alone cannot make one. */
export function signHead({ sequence, hash, createdAt }: AuditHead): Buffer {
  return createHmac('sha256', deriveKey('audit-heads'))
    .update(`${sequence}\n${hash.toString('hex')}\n${createdAt.toISOString()}`)
    .digest();
}

export function isSigned(head: AuditHead, signature: Buffer): boolean {
  const expected = signHead(head);
  return signature.length === expected.length && timingSafeEqual(signature, expected);
}

/**
 * Signs how the audit log ends now, and writes it to the process's log too, where the database does not reach. Null where
 * nothing was added since the last time. Throws when the log is shorter than it was then.
 */
export async function signAuditHead(ctx: Ctx): Promise<AuditHead | null> {
  const [signed] = await ctx.db
    .select({ sequence: auditHeads.sequence })
    .from(auditHeads)
    .orderBy(desc(auditHeads.sequence))
    .limit(1);
  const [last] = await ctx.db
    .select({ sequence: auditLog.sequence, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.sequence))
    .limit(1);
  const before = signed?.sequence ?? 0;
  if ((last?.sequence ?? 0) < before) {
    throw new Error(`The audit log was cut off: it had ${before} rows and has ${last?.sequence ?? 0}.`);
  }
  if (!last || last.sequence === before) return null;
  const head = { ...last, createdAt: ctx.now };
  await ctx.db
    .insert(auditHeads)
    .values({ ...head, signature: signHead(head) })
    .onConflictDoNothing();
  ctx.log.info({ count: head.sequence, hash: head.hash.toString('hex') }, 'audit log signed');
  return head;
}
