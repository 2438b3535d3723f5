import { z } from 'zod';
import { sharedStore } from '@/lib/cache/shared';
import { AppError } from '@/lib/errors';
import type { BuyAnswer } from './answer';
import { leaseMs } from './idempotency';

export type BuyResult = BuyAnswer & { isReplayed: boolean };

type Request = { userId: string; key: string; fingerprint: string };

const keptMs = 24 * 3_600_000;

const kept = z.strictObject({
  fingerprint: z.string(),
  status: z.union([z.literal(201), z.literal(402)]),
  body: z.string(),
});

export const keyReused = () =>
  new AppError('unprocessable', 'idempotency_key_reused', {
    detail: 'This Idempotency-Key was sent with another body.',
  });

/**
 * Where there is Redis, a finished answer comes from there, and of requests with one key that come at once only the first
 * goes on to `work`; the others `look` what stands. Postgres decides all the same: without Redis, the answers are the same.
 */
export async function answerOnce(
  request: Request,
  { work, look }: { work: () => Promise<BuyResult>; look: () => Promise<BuyResult> },
): Promise<BuyResult> {
  const shared = sharedStore();
  if (shared === null) return work();
  const { userId, key, fingerprint } = request;
  const name = `idem:purchase:${userId}:${key}`;
  const known = parse(await shared.get(name));
  if (known) {
    if (known.fingerprint !== fingerprint) throw keyReused();
    return { status: known.status, body: known.body, isReplayed: true };
  }
  const lock = await shared.lock(`lock:purchase:${userId}:${key}`, leaseMs);
  if (lock === 'taken') return look();
  try {
    const result = await work();
    const { status, body } = result;
    if (status !== 202) await shared.set(name, JSON.stringify({ fingerprint, status, body }), keptMs);
    return result;
  } finally {
    await lock?.release();
  }
}

/** Null for what another version of this program may have written. */
function parse(text: string | null) {
  if (text === null) return null;
  try {
    return kept.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
