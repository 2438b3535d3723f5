import { sql } from 'drizzle-orm';
import { deleteInBatches } from '@/lib/events/schedule/delete-in-batches';
import type { Job } from '@/lib/events/schedule/job';
import { completePurchases } from './complete-purchases';
import { completeRefunds } from './refunds/complete-refunds';
import { verifyLedgerJob } from './ledger/verify-job';
import { monthlyPayouts } from './payouts/monthly-job';

/** Whoever repeats a request after so long is told that the app is theirs already. */
const keptHours = 72;

const purgeKeys: Job = {
  name: 'purchases.purge_keys',
  purpose: 'Forgets the answers to purchases of three days ago, which are kept for requests that are repeated',
  cron: '20 3 * * *',
  async run({ db }, signal) {
    const keys = await deleteInBatches(signal, (limit) =>
      db.execute(sql`
        delete from idempotency_keys where id in (
          select id from idempotency_keys
          where created_at < now() - make_interval(hours => ${keptHours}) and recovery_point = 'finished'
          order by created_at limit ${limit})
        returning 1`),
    );
    return `${keys} answers deleted`;
  },
};

const complete: Job = {
  name: 'purchases.complete',
  purpose: 'Brings purchases to their end whose process died or whose payment had no answer',
  cron: '* * * * *',
  run: async (ctx, signal) => `${await completePurchases(ctx, signal)} purchases brought to their end`,
};

const completeMoneyBack: Job = {
  name: 'purchases.complete_refunds',
  purpose: 'Brings refunds to their end whose process died or whose payment provider gave no answer',
  cron: '* * * * *',
  run: async (ctx, signal) => `${await completeRefunds(ctx, signal)} refunds brought to their end`,
};

export const purchaseJobs = [complete, completeMoneyBack, purgeKeys, verifyLedgerJob, monthlyPayouts];
