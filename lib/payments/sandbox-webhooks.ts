import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import type { PaymentEvent } from './provider';

const signatureHeader = 'sandbox-signature';
const maxAgeMs = 5 * 60_000;
const timeoutMs = 5_000;

const event = z.strictObject({
  id: z.string().min(1),
  type: z.enum(['charge.succeeded', 'charge.declined', 'refund.succeeded', 'refund.refused', 'other']),
  key: z.string().nullable(),
  reference: z.string().nullable(),
  declineCode: z.string().nullable(),
}) satisfies z.ZodType<PaymentEvent>;

const sign = (secret: string, time: number, body: string) =>
  createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');

/** Headers that prove where a body comes from, and when. */
export function signWebhook(secret: string, body: string, now = Date.now()): Record<string, string> {
  return { [signatureHeader]: `t=${now},v1=${sign(secret, now, body)}` };
}

/** The event in a body of ours; null for everybody else's, and for one that is older than 5 minutes. */
export function readWebhook(secret: string, body: string, headers: Headers): PaymentEvent | null {
  const [, time, signature] = /^t=(\d{1,15}),v1=([0-9a-f]{64})$/.exec(headers.get(signatureHeader) ?? '') ?? [];
  if (time === undefined || signature === undefined) return null;
  const expected = sign(secret, Number(time), body);
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) return null;
  if (Math.abs(Date.now() - Number(time)) > maxAgeMs) return null;
  try {
    return event.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

/**
 * Posts webhooks to the store until it takes them. Those of `ids` again even when it has; without ids, all that are due.
 * Gives how many were taken; what the network swallows stays for the next time.
 */
export async function deliverWebhooks(
  db: Db,
  { url, secret, ids }: { url: string; secret: string; ids?: readonly string[] },
): Promise<number> {
  const which = ids
    ? sql`id = any(${sql.param(`{${ids.join(',')}}`)}::text[])`
    : sql`delivered_at is null and send_at <= now()`;
  const waiting = await db.execute<{ id: string; body: string }>(
    sql`select id, body from sandbox.webhooks where ${which} order by send_at limit 100`,
  );
  let taken = 0;
  for (const { id, body } of waiting) {
    const headers = { 'Content-Type': 'application/json', ...signWebhook(secret, body) };
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(timeoutMs) }).catch(
      () => null,
    );
    if (!answer?.ok) continue;
    await db.execute(sql`update sandbox.webhooks set delivered_at = now() where id = ${id} and delivered_at is null`);
    taken += 1;
  }
  return taken;
}
