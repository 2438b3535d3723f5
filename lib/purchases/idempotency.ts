import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { and, eq, isNull, lte, ne, or } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { idempotencyKeys, purchases } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';

const printable = /^[\x20-\x7e]{16,255}$/;
const quoted = /^"((?:[^"\\]|\\["\\])*)"$/;

/** A request that works on a key holds it this long; a provider's time-outs fit in, so no live attempt outlives its lease. */
export const leaseMs = 30_000;

/** The key of an `Idempotency-Key` header, bare or quoted; throws 400 `idempotency_key_missing`, `idempotency_key_invalid`. */
export function parseIdempotencyKey(header: string | null): string {
  if (header === null || header.trim() === '') {
    throw new AppError('invalid', 'idempotency_key_missing', {
      detail: 'Send an Idempotency-Key header, a new one for each attempt to buy.',
    });
  }
  const value = header.trim();
  const key = value.startsWith('"') ? quoted.exec(value)?.[1]?.replace(/\\(.)/g, '$1') : value;
  if (key === undefined || !printable.test(key)) {
    throw new AppError('invalid', 'idempotency_key_invalid', {
      detail: 'An Idempotency-Key has 16 to 255 printable ASCII characters.',
    });
  }
  return key;
}

/** SHA-256 over method, route and canonical JSON (RFC 8785), hexadecimal. */
export function fingerprintOf(method: string, route: string, body: unknown): string {
  return createHash('sha256')
    .update(`${method}\n${route}\n${canonicalize(body)}`)
    .digest('hex');
}

export type KnownKey = {
  id: string;
  fingerprint: string;
  response: { status: number; body: string } | null;
  isLeased: boolean;
  purchaseId: string | null;
};

export const leaseFreeBefore = (ctx: Ctx) => new Date(ctx.now.getTime() - leaseMs);

/** What is known of a key of this user, or null. */
export async function findKey(ctx: Ctx, userId: string, key: string): Promise<KnownKey | null> {
  const [row] = await ctx.db
    .select({
      id: idempotencyKeys.id,
      fingerprint: idempotencyKeys.fingerprint,
      status: idempotencyKeys.responseStatus,
      body: idempotencyKeys.responseBody,
      lockedAt: idempotencyKeys.lockedAt,
      purchaseId: purchases.id,
    })
    .from(idempotencyKeys)
    .leftJoin(purchases, eq(purchases.idempotencyKeyId, idempotencyKeys.id))
    .where(and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key)));
  if (!row) return null;
  return {
    id: row.id,
    fingerprint: row.fingerprint,
    response: row.status !== null && row.body !== null ? { status: row.status, body: row.body } : null,
    isLeased: row.lockedAt !== null && row.lockedAt > leaseFreeBefore(ctx),
    purchaseId: row.purchaseId,
  };
}

/** Makes the key this request's, with its lease; null when the key is there already. */
export async function claimKey(
  ctx: Ctx & { db: Tx },
  { userId, key, fingerprint }: { userId: string; key: string; fingerprint: string },
): Promise<string | null> {
  const [row] = await ctx.db
    .insert(idempotencyKeys)
    .values({ id: newId(ctx.now), userId, key, fingerprint, lockedAt: ctx.now, createdAt: ctx.now })
    .onConflictDoNothing({ target: [idempotencyKeys.userId, idempotencyKeys.key] })
    .returning({ id: idempotencyKeys.id });
  return row?.id ?? null;
}

/** Takes over an unfinished key whose lease is free; false when somebody works on it, or has finished it. */
export async function takeLease(ctx: Ctx, keyId: string): Promise<boolean> {
  const taken = await ctx.db
    .update(idempotencyKeys)
    .set({ lockedAt: ctx.now })
    .where(
      and(
        eq(idempotencyKeys.id, keyId),
        ne(idempotencyKeys.recoveryPoint, 'finished'),
        or(isNull(idempotencyKeys.lockedAt), lte(idempotencyKeys.lockedAt, leaseFreeBefore(ctx))),
      ),
    )
    .returning({ id: idempotencyKeys.id });
  return taken.length > 0;
}

/** Gives a lease back early. It stays known when somebody last tried to charge: the lease is dated as if it ended then. */
export async function releaseLease(ctx: Ctx, keyId: string, attemptedAt: Date | null): Promise<void> {
  await ctx.db
    .update(idempotencyKeys)
    .set({ lockedAt: attemptedAt && new Date(attemptedAt.getTime() - leaseMs) })
    .where(and(eq(idempotencyKeys.id, keyId), eq(idempotencyKeys.lockedAt, ctx.now)));
}

/** When the last attempt with this key ended at the latest; null when it is not known that there was one. */
export async function lastAttempt(ctx: Ctx, keyId: string): Promise<Date | null> {
  const [key] = await ctx.db
    .select({ lockedAt: idempotencyKeys.lockedAt })
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.id, keyId));
  return key?.lockedAt ? new Date(key.lockedAt.getTime() + leaseMs) : null;
}

export async function markCharged(ctx: Ctx & { db: Tx }, keyId: string): Promise<void> {
  await ctx.db
    .update(idempotencyKeys)
    .set({ recoveryPoint: 'charged' })
    .where(and(eq(idempotencyKeys.id, keyId), eq(idempotencyKeys.recoveryPoint, 'started')));
}

/** Stores the final answer, which every later request with the key gets byte for byte. */
export async function finishKey(
  ctx: Ctx & { db: Tx },
  keyId: string,
  response: { status: number; body: string },
): Promise<void> {
  await ctx.db
    .update(idempotencyKeys)
    .set({ recoveryPoint: 'finished', lockedAt: null, responseStatus: response.status, responseBody: response.body })
    .where(and(eq(idempotencyKeys.id, keyId), ne(idempotencyKeys.recoveryPoint, 'finished')));
}
