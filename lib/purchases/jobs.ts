import { sql } from 'drizzle-orm';
import { deleteInBatches } from '@/lib/events/schedule/delete-in-batches';
import type { Job } from '@/lib/events/schedule/job';

/** Nobody repeats a request after so long; whoever did would be told that the app is theirs already. */
const keptDays = 30;

const purgeKeys: Job = {
  name: 'purchases.purge_keys',
  purpose: 'Forgets the answers to purchases of a month ago, which are kept for requests that are repeated',
  cron: '20 3 * * *',
  async run({ db }, signal) {
    const keys = await deleteInBatches(signal, (limit) =>
      db.execute(sql`
        delete from idempotency_keys where id in (
          select id from idempotency_keys
          where created_at < now() - make_interval(days => ${keptDays}) and recovery_point = 'finished'
          order by created_at limit ${limit})
        returning 1`),
    );
    return `${keys} answers deleted`;
  },
};

export const purchaseJobs = [purgeKeys];
