import { sql } from 'drizzle-orm';
import { deleteInBatches } from '@/lib/events/schedule/delete-in-batches';
import type { Job } from '@/lib/events/schedule/job';

const purge: Job = {
  name: 'accounts.purge',
  purpose: 'Forgets sessions that ended a month ago and links that nobody can use any more',
  cron: '30 3 * * *',
  async run({ db }, signal) {
    const sessions = await deleteInBatches(signal, (limit) =>
      db.execute(sql`
        delete from sessions where id in (
          select id from sessions where expires_at < now() - interval '30 days' order by expires_at limit ${limit})
        returning 1`),
    );
    // Invitations stay: the list of them says who was invited by whom.
    const links = await deleteInBatches(signal, (limit) =>
      db.execute(sql`
        delete from one_time_tokens where token_hash in (
          select token_hash from one_time_tokens
          where purpose <> 'invitation' and expires_at < now() - interval '7 days' limit ${limit})
        returning 1`),
    );
    return `${sessions} sessions and ${links} links deleted`;
  },
};

export const accountJobs = [purge];
