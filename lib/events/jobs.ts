import { sql } from 'drizzle-orm';
import { deleteInBatches } from '@/lib/events/schedule/delete-in-batches';
import type { Job } from '@/lib/events/schedule/job';

/** Longer than any message lives and is tried; of dead letters the marks stay, for they may be sent again. */
const keptDays = 30;

const purge: Job = {
  name: 'events.purge',
  purpose: 'Forgets which events were handled a month ago, and yesterday’s figures about queues',
  cron: '10 3 * * *',
  async run({ db }, signal) {
    const marks = await deleteInBatches(signal, (limit) =>
      db.execute(sql`
        delete from processed_events where (event_id, handler) in (
          select event_id, handler from processed_events p
          where processed_at < now() - make_interval(days => ${keptDays})
            and not exists (select from dead_letters d where d.id = p.event_id)
          order by processed_at limit ${limit})
        returning 1`),
    );
    const figures = await db.execute(
      sql`delete from queue_activity where minute < now() - interval '1 day' returning 1`,
    );
    await db.execute(sql`delete from workers where seen_at < now() - interval '1 day'`);
    return `${marks} marks of handled events and ${figures.length} figures deleted`;
  },
};

export const eventJobs = [purge];
