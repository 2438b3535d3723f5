import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { newId } from '@/lib/ids';
import type { ChargeOutcome, ChargeRequest, PaymentEvent, PaymentProvider, RefundOutcome } from './provider';
import { isSandboxToken, sandboxCards } from './rules';
import { readWebhook } from './sandbox-webhooks';

type Attempt = {
  amount_minor: string;
  currency: string;
  outcome: 'succeeded' | 'declined' | 'canceled';
  decline_code: string | null;
  payment_id: string | null;
  is_under_way: boolean;
};

type Fault = (typeof sandboxCards)[keyof typeof sandboxCards]['fault'];

type Options = {
  /** Brings webhooks that are due to the store. */
  deliver: (ids: readonly string[]) => Promise<void>;
  /** What webhooks are signed with. */
  secret: string;
  /** How long a `webhook_late` payment is under way. */
  lateMs?: number;
};

/** Waits for the caller to give up: an answer that never comes. */
const silence = (signal: AbortSignal) => sleep(2 ** 31 - 1, undefined, { signal, ref: false });

/**
 * Money that is not real, booked in a ledger of its own, apart from every transaction of the store. It is a fake of the
 * bank and of the network to it, with cards for what can go wrong there.
 */
export function sandboxProvider(db: Db, { deliver, secret, lateMs = 5_000 }: Options): PaymentProvider {
  /** Decides what becomes of a key, if nobody has: one statement, so that a death leaves all of it or nothing. */
  async function attempt(
    { key, amountMinor, currency }: ChargeRequest,
    outcome: Attempt['outcome'],
    declineCode: string | null,
    fault: Fault = null,
  ): Promise<Attempt> {
    const paymentId = `ch_${newId()}`;
    const isPaid = outcome === 'succeeded';
    const events = isPaid ? eventsOf(fault, key, paymentId) : [];
    const seconds = fault === 'webhook_late' ? lateMs / 1000 : 0;
    const [made] = await db.execute<Attempt>(sql`
      with made as (
        insert into sandbox.attempts (idempotency_key, amount_minor, currency, outcome, decline_code, settles_at, created_at)
        values (${key}, ${amountMinor}, ${currency}, ${outcome}, ${declineCode},
          case when ${seconds}::float8 > 0 then now() + make_interval(secs => ${seconds}) end, now())
        on conflict (idempotency_key) do nothing returning *
      ), charge as (
        insert into sandbox.charges (id, idempotency_key, amount_minor, currency, status, created_at)
        select ${paymentId}, idempotency_key, amount_minor, currency, 'succeeded', now() from made where ${isPaid}
      ), hooks as (
        insert into sandbox.webhooks (id, body, send_at)
        select event ->> 'id', event #>> '{}', now() + make_interval(secs => ${seconds})
        from jsonb_array_elements(${JSON.stringify(events)}::jsonb) as event where exists(select from made)
      )
      select amount_minor, currency, outcome, decline_code, settles_at is not null as is_under_way,
        case when ${isPaid} then ${paymentId} end as payment_id
      from made`);
    if (made && events.length > 0) await bring(events, fault);
    const known = made ?? (await find(key));
    if (!known) throw new Error(`attempt ${key} is gone`);
    if (Number(known.amount_minor) !== amountMinor || known.currency !== currency) {
      throw new Error('this key was used for another charge');
    }
    return known;
  }

  async function bring(events: readonly PaymentEvent[], fault: Fault): Promise<void> {
    const ids = events.map(({ id }) => id);
    if (fault === 'webhook_first') return deliver(ids);
    const later = async () => {
      if (fault === 'webhook_late') await sleep(lateMs, undefined, { ref: false });
      await Promise.all(ids.map((id) => deliver([id])));
      if (fault === 'webhook_twice') await deliver(ids);
    };
    later().catch(() => undefined);
  }

  async function find(key: string): Promise<Attempt | null> {
    const [row] = await db.execute<Attempt>(sql`
      select a.amount_minor, a.currency, a.outcome, a.decline_code, c.id as payment_id,
        coalesce(a.settles_at > now(), false) as is_under_way
      from sandbox.attempts a left join sandbox.charges c on c.idempotency_key = a.idempotency_key
      where a.idempotency_key = ${key}`);
    return row ?? null;
  }

  return {
    name: 'sandbox',
    defaultToken: 'sandbox:ok',
    describe: (token) => (isSandboxToken(token) ? { label: sandboxCards[token].label } : null),

    async charge(request, signal) {
      if (!isSandboxToken(request.token)) throw new Error('the sandbox does not know this token');
      const { declineCode, fault } = sandboxCards[request.token];
      if (fault === 'timeout_before') await silence(signal);
      const made = await attempt(request, declineCode === null ? 'succeeded' : 'declined', declineCode, fault);
      if (fault === 'timeout_after') await silence(signal);
      return outcomeOf(made);
    },

    async retrieve({ key }) {
      const known = await find(key);
      return known && outcomeOf(known);
    },

    async cancel(request) {
      const known = await attempt(request, 'canceled', null);
      return known.outcome === 'canceled' ? null : outcomeOf(known);
    },

    refund: ({ key, paymentId, amountMinor }) =>
      db.transaction(async (tx): Promise<RefundOutcome> => {
        // Locked by a statement of its own: the next one sees what was given back while this one waited.
        await tx.execute(sql`select from sandbox.charges where id = ${paymentId} for update`);
        const [charge] = await tx.execute<{ amount_minor: string; refunded: string; refund_id: string | null }>(sql`
          select c.amount_minor, coalesce((select sum(amount_minor) from sandbox.refunds where charge_id = c.id), 0) as refunded,
            (select id from sandbox.refunds where idempotency_key = ${key}) as refund_id
          from sandbox.charges c where id = ${paymentId}`);
        if (!charge) return { outcome: 'refused', code: 'charge_unknown' };
        if (charge.refund_id) return { outcome: 'succeeded', refundId: charge.refund_id };
        const total = Number(charge.refunded) + amountMinor;
        if (total > Number(charge.amount_minor)) return { outcome: 'refused', code: 'more_than_charged' };
        const refundId = `re_${newId()}`;
        await tx.execute(sql`
          insert into sandbox.refunds (id, idempotency_key, charge_id, amount_minor, created_at)
          values (${refundId}, ${key}, ${paymentId}, ${amountMinor}, now())`);
        if (total === Number(charge.amount_minor)) {
          await tx.execute(sql`update sandbox.charges set status = 'refunded' where id = ${paymentId}`);
        }
        return { outcome: 'succeeded', refundId };
      }),

    parseWebhook: (body, headers) => readWebhook(secret, body, headers),
    setUpMethod: async () => null,
    findMethod: async () => null,
  };
}

function outcomeOf({ outcome, decline_code, payment_id, is_under_way }: Attempt): ChargeOutcome {
  if (outcome === 'canceled') return { outcome: 'declined', code: 'canceled' };
  if (outcome === 'declined') return { outcome: 'declined', code: decline_code ?? 'card_declined' };
  if (is_under_way) return { outcome: 'processing' };
  if (payment_id === null) throw new Error('a payment without its charge');
  return { outcome: 'succeeded', paymentId: payment_id };
}

function eventsOf(fault: Fault, key: string, paymentId: string): PaymentEvent[] {
  if (fault === null || fault.startsWith('timeout')) return [];
  const event = () =>
    ({ id: `evt_${newId()}`, type: 'charge.succeeded', key, reference: paymentId, declineCode: null }) as const;
  return fault === 'answers_twice' ? [event(), event()] : [event()];
}
