import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import {
  BASELINE_DAYS,
  baselineOf,
  type Coordination,
  type CoordinationFacts,
  coordinationOf,
  isOver,
  type Mix,
  YOUNG_DAYS,
} from './coordination';
import { listCompanions } from './rings';
import type { ScoredReview } from './similar-texts';

/** Reviews that are looked at one by one for what they are like; of more the latest. */
const mostLookedAt = 300;
const mostUsual = 300;
const usualDays = 180;
/** Texts that so many accounts wrote in the windows are copies of one. */
const copyAccounts = 3;
/** A burst ends at the latest after this; what goes on then is usual for the app. */
export const longestDays = 60;

export type KnownBurst = { id: string; startedAt: string; baseline: number };
type Moment = Pick<ScoredReview, 'appId' | 'at'>;

/** Version 2 of the signal, of what is in the database as of the revision's time; companions may come until later. */
export async function gatherCoordination(
  ctx: Ctx,
  review: ScoredReview,
  until = review.at,
): Promise<{ coordination: Coordination; burst: KnownBurst | null }> {
  const [burst, companions] = await Promise.all([findBurst(ctx, review), listCompanions(ctx, review, until)]);
  return { coordination: await coordinationAt(ctx, review, burst, companions.length), burst };
}

/** The same of a moment, whoever's. */
export async function coordinationAt(
  ctx: Ctx,
  { appId, at }: Moment,
  burst: Pick<KnownBurst, 'startedAt' | 'baseline'> | null,
  companions = 0,
): Promise<Coordination> {
  const [counts, baseline] = await Promise.all([
    countWindows(ctx, { appId, at }),
    burst?.baseline ?? readBaseline(ctx, appId, sql`${at}::timestamptz - interval '24 hours'`),
  ]);
  // What reviews are like matters only where they are more than usual.
  if (isOver(counts, baseline)) {
    const windows = { hour: mixOf(counts.hour), day: mixOf(counts.day), week: mixOf(counts.week) };
    return coordinationOf({ windows, baseline, usual: mixOf(0), companions });
  }
  const [windows, usual] = await Promise.all([
    readWindows(ctx, { appId, at }, counts),
    readUsual(ctx, appId, burst ? sql`${burst.startedAt}::timestamptz` : sql`${at}::timestamptz - interval '7 days'`),
  ]);
  return coordinationOf({ windows, baseline, usual, companions });
}

async function findBurst({ db }: Ctx, { appId, at }: Moment): Promise<KnownBurst | null> {
  const [row] = await db.execute<{ id: string; started_at: string; baseline: number }>(sql`
    select id, to_json(started_at) #>> '{}' as started_at, baseline::float8 as baseline from review_bursts
    where app_id = ${appId} and started_at < ${at}::timestamptz and (ended_at is null or ended_at >= ${at}::timestamptz)
    order by started_at desc limit 1`);
  return row ? { id: row.id, startedAt: row.started_at, baseline: row.baseline } : null;
}

type BaselineRow = {
  first_day: number | null;
  days: Record<string, number> | null;
  bursts: [from: number, to: number][] | null;
};

/** Reviews a day that were usual for an app before a moment; days of earlier bursts are left out, unless they became usual. */
export async function readBaseline({ db }: Ctx, appId: string, until: SQL): Promise<number> {
  const daysAgo = (moment: SQL) => sql`floor(extract(epoch from ${until} - ${moment}) / 86400)::int`;
  const day = sql`date_bin('1 day', created_at - interval '1 microsecond', ${until})`;
  const [row] = await db.execute<BaselineRow>(sql`
    select
      (select ${daysAgo(sql`min(created_at)`)} from reviews where app_id = ${appId} and deleted_at is null) as first_day,
      (select json_object_agg(${daysAgo(sql`start`)} - 1, count) from (
        select ${day} as start, count(*)::int as count
        from reviews where app_id = ${appId} and deleted_at is null
          and created_at > ${until} - make_interval(days => ${BASELINE_DAYS}) and created_at <= ${until}
        group by 1) d) as days,
      (select json_agg(json_build_array(${daysAgo(sql`ended_at`)}, ${daysAgo(sql`started_at`)}))
        from review_bursts
        where app_id = ${appId} and started_at < ${until} and ended_at > ${until} - make_interval(days => ${BASELINE_DAYS})
          and ended_at < started_at + make_interval(days => ${longestDays})) as bursts`);
  // From the app's first review on, the oldest day first.
  const length = Math.min(Math.max((row?.first_day ?? -1) + 1, 0), BASELINE_DAYS);
  const ago = Array.from({ length }, (_, i) => length - 1 - i);
  const isInBurst = (day: number) => row?.bursts?.some(([from, to]) => day >= from && day <= to);
  return baselineOf(ago.filter((day) => !isInBurst(day)).map((day) => row?.days?.[String(day)] ?? 0));
}

/** What an app's reviews were like before a moment: of those that others see, so that no campaign becomes usual. */
export async function readUsual({ db }: Ctx, appId: string, until: SQL): Promise<CoordinationFacts['usual']> {
  const [row] = await db.execute<CoordinationFacts['usual']>(sql`
    select count(*)::int as reviews, (count(*) filter (where rating = 5))::int as "fiveStar",
      (count(*) filter (where rating = 1))::int as "oneStar", (count(*) filter (where is_young))::int as young
    from (
      select r.rating, r.created_at - u.created_at < make_interval(days => ${YOUNG_DAYS}) as is_young
      from (
        select rating, created_at, user_id from reviews
        where app_id = ${appId} and is_visible
          and created_at <= ${until} and created_at > ${until} - make_interval(days => ${usualDays})
        order by created_at desc, id desc limit ${mostUsual}
      ) r cross join lateral (select created_at from users where id = r.user_id limit 1) u) x`);
  if (!row) throw new Error('a query without a table gave no row');
  return row;
}

type Span = 'hour' | 'day' | 'week';
type Counts = Record<Span, number>;

async function countWindows({ db }: Ctx, { appId, at }: Moment): Promise<Counts> {
  const [row] = await db.execute<Counts>(sql`
    select count(*)::int as week,
      (count(*) filter (where created_at > ${at}::timestamptz - interval '24 hours'))::int as day,
      (count(*) filter (where created_at > ${at}::timestamptz - interval '1 hour'))::int as hour
    from reviews where app_id = ${appId} and deleted_at is null
      and created_at > ${at}::timestamptz - interval '7 days' and created_at <= ${at}::timestamptz`);
  if (!row) throw new Error('a query without a table gave no row');
  return row;
}

type MixRow = Mix & { span: Span };

const mixOf = (reviews: number): Mix => ({ reviews, fiveStar: 0, oneStar: 0, young: 0, copied: 0 });

async function readWindows({ db }: Ctx, { appId, at }: Moment, counts: Counts): Promise<CoordinationFacts['windows']> {
  // With a limit of one each row is looked up by its key, however many Postgres thinks there are.
  const rows = await db.execute<MixRow>(sql`
    with latest as materialized (
      select id, revision, user_id, rating, created_at from reviews
      where app_id = ${appId} and deleted_at is null
        and created_at > ${at}::timestamptz - interval '7 days' and created_at <= ${at}::timestamptz
      order by created_at desc, id desc limit ${mostLookedAt}
    ), looked_at as materialized (
      select l.rating, l.created_at, l.created_at - u.created_at < make_interval(days => ${YOUNG_DAYS}) as is_young,
        f.text_hash is not null
          and (f.is_copy or count(*) over (partition by f.text_hash) >= ${copyAccounts}) as is_copied
      from latest l cross join lateral (select created_at from users where id = l.user_id limit 1) u
      left join lateral (
        select text_hash, is_copy from review_fingerprints where review_id = l.id and revision = l.revision limit 1
      ) f on true
    )
    select s.span, count(x.rating)::int as reviews, (count(*) filter (where x.rating = 5))::int as "fiveStar",
      (count(*) filter (where x.rating = 1))::int as "oneStar", (count(*) filter (where x.is_young))::int as young,
      (count(*) filter (where x.is_copied))::int as copied
    from (
      values ('hour', ${at}::timestamptz - interval '1 hour'), ('day', ${at}::timestamptz - interval '24 hours'),
        ('week', ${at}::timestamptz - interval '7 days')
    ) s (span, since) left join looked_at x on x.created_at > s.since group by s.span`);
  const of = (span: Span) => scaled(rows.find((row) => row.span === span) ?? mixOf(0), counts[span]);
  return { hour: of('hour'), day: of('day'), week: of('week') };
}

/** What the latest are like stands for all. */
function scaled({ reviews: seen, fiveStar, oneStar, young, copied }: Mix, reviews: number): Mix {
  const share = seen === 0 ? 1 : reviews / seen;
  return {
    reviews,
    fiveStar: fiveStar * share,
    oneStar: oneStar * share,
    young: young * share,
    copied: copied * share,
  };
}
