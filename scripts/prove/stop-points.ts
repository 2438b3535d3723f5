import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';

export type Point = readonly [name: string, table: string, event: string];

/** Where a purchase can be interrupted: each is a statement that never ends for the process that is to die there. */
export const buyPoints: readonly Point[] = [
  ['as the purchase begins', 'purchases', 'insert'],
  ['before the bank is asked', 'sandbox.attempts', 'insert'],
  ['as the money moves', 'sandbox.charges', 'insert'],
  ['before the payment is written down', 'purchases', 'update of provider_payment_id'],
  ['as the payment is written down', 'idempotency_keys', 'update of recovery_point'],
  ['as the app is granted', 'entitlements', 'insert'],
  ['as the sale is booked', 'ledger_entries', 'insert'],
  ['as the event is sent', 'pgboss.job_common', 'insert'],
  ['before the answer is kept', 'idempotency_keys', 'update of response_status'],
];

/** What costs nothing asks no bank and books nothing. */
export const freePoints: readonly Point[] = buyPoints.filter(
  ([, table, event]) => event === 'insert' && ['purchases', 'entitlements', 'pgboss.job_common'].includes(table),
);

export const refundPoints: readonly Point[] = [
  ['as the refund begins', 'refunds', 'insert'],
  ['as the money goes back', 'sandbox.refunds', 'insert'],
  ['before that is written down', 'refunds', 'update of provider_refund_id'],
  ['as the purchase is undone', 'purchases', 'update of refunded_at'],
  ['as the books are reversed', 'ledger_entries', 'insert'],
  ['before it is finished', 'refunds', 'update of finished_at'],
];

const lockId = 4711;
export const victim = 'victim';

/** Keeps whoever is called `victim` waiting at a point, so that they can be killed there. */
export async function stopper(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const other = postgres(url, { max: 1, onnotice: () => undefined });
  const holder = await other.reserve();
  await holder`select pg_advisory_lock(${lockId})`;
  await sql.unsafe(`
    create function wait_for_the_end() returns trigger language plpgsql as $$
    begin
      if current_setting('application_name') = '${victim}' then perform pg_advisory_xact_lock(${lockId}); end if;
      return new;
    end $$`);
  return {
    async arm([, table, event]: Point): Promise<void> {
      await sql.unsafe(
        `create trigger wait_for_the_end before ${event} on ${table} for each row execute function wait_for_the_end()`,
      );
    },
    /** Resolves when somebody stands there; throws when nobody comes. */
    async arrival(): Promise<void> {
      for (let tries = 0; tries < 400; tries += 1) {
        const waiting =
          await sql`select from pg_locks where locktype = 'advisory' and objid = ${lockId} and not granted`;
        if (waiting.length > 0) return;
        await sleep(25);
      }
      throw new Error('nobody came to the point where they should die');
    },
    /** The dead process's sessions end, as they do when its connections break. */
    async disarm([, table]: Point): Promise<void> {
      while (
        (await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${victim}`).length >
        0
      ) {
        await sleep(25);
      }
      await sql.unsafe(`drop trigger wait_for_the_end on ${table}`);
    },
    close: async () => {
      holder.release();
      await Promise.all([sql.end(), other.end()]);
    },
  };
}
