import { sql } from 'drizzle-orm';
import { listCardsInOrder } from '@/lib/catalog/cards';
import type { AppCard } from '@/lib/catalog/schema';
import { type Ctx, inTransaction } from '@/lib/context';
import type { Job } from '@/lib/events/schedule/job';

const shown = 12;
const minOwners = 5;
/** The newest apps of a person: what somebody has who has everything says nothing. */
const maxOwned = 200;

/** Up to 12 listed apps that owners of this one own too, at least five of them. */
export async function listCompanions(ctx: Ctx, appId: string, country: string): Promise<AppCard[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select a.id from app_companions c join apps a on a.id = c.companion_id
    where c.app_id = ${appId} and a.status = 'listed' order by c.position limit ${shown}`);
  return listCardsInOrder(
    ctx,
    rows.map((row) => row.id),
    country,
  );
}

/**
 * Counts anew which apps have owners in common; gives how many apps have companions. Nearest are those with many common
 * owners for how many they have (the cosine: common ÷ √(a · b)), so that what everybody has is not everybody's companion.
 */
export function countCompanions(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async ({ db }) => {
    await db.execute(sql`set local work_mem = '64MB'`);
    await db.execute(sql`
      create temporary table counted_companions on commit drop as
      with owned as materialized (
        select user_id, app_id from (
          select e.user_id, e.app_id, row_number() over (partition by e.user_id order by e.granted_at desc, e.id) as place
          from entitlements e join apps a on a.id = e.app_id
          where e.is_active and a.status = 'listed'
        ) newest where place <= ${maxOwned}
      ),
      owners as materialized (
        select app_id, count(*) as owners from owned group by app_id having count(*) >= ${minOwners}
      ),
      counted as materialized (select user_id, app_id from owned join owners using (app_id)),
      pairs as (
        select x.app_id as one, y.app_id as other, count(*) as owners
        from counted x join counted y on y.user_id = x.user_id and y.app_id > x.app_id
        group by 1, 2 having count(*) >= ${minOwners}
      ),
      companions as (
        select one as app_id, other as companion_id, owners from pairs
        union all select other, one, owners from pairs
      )
      select * from (
        select c.app_id, c.companion_id, c.owners::int,
          row_number() over (
            partition by c.app_id order by c.owners / sqrt(o.owners) desc, c.owners desc, c.companion_id
          )::smallint as position
        from companions c join owners o on o.app_id = c.companion_id
      ) ordered where position <= ${shown}`);
    await db.execute(sql`lock table app_companions in share row exclusive mode`);
    await db.execute(sql`
      delete from app_companions c where not exists (
        select from counted_companions n where n.app_id = c.app_id and n.companion_id = c.companion_id)`);
    await db.execute(sql`
      insert into app_companions as c (app_id, companion_id, owners, position)
      select app_id, companion_id, owners, position from counted_companions
      on conflict (app_id, companion_id) do update set owners = excluded.owners, position = excluded.position
      where (c.owners, c.position) <> (excluded.owners, excluded.position)`);
    const [row] = await db.execute<{ apps: number }>(
      sql`select count(distinct app_id)::int as apps from counted_companions`,
    );
    return row?.apps ?? 0;
  });
}

const companions: Job = {
  name: 'search.companions',
  purpose: 'Counts which apps the same people own, for “Bought together”',
  cron: '10 4 * * *',
  isSlow: true,
  run: async (ctx) => `${await countCompanions(ctx)} apps have companions`,
};

export const companionJobs = [companions];
