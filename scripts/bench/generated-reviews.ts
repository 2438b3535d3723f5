import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { fingerprintMissing } from '@/lib/integrity/fingerprints';

// Reviews that nobody wrote, made where they are stored: one app that everybody reviews, one that is under attack now, and
// many of which few have many reviews.

const people = 200_003;
const stride = 104_729;
export const hotReviews = 50_000;
export const burstReviews = 5_000;
const ordinaryOfBurst = 900;

const vocabulary =
  'the app works well with my phone and opens every file I give it search is quick but sync takes long after update since version three photos music notes lists calendar week month reminder widget screen battery support answered price worth subscription money free trial family shared folder export import backup cloud offline train garden kitchen school office music morning evening never always sometimes maybe almost still again once more less better worse than before small large clear strange simple difficult pleasant ugly pretty colour font button menu swipe tap language translation crash bug problem solved feature wish missing wanted needed love hate like use used using daily weekly year two ten hundred people friend wife husband child teacher student doctor';
const shortTexts = [
  'good',
  'great app',
  'love it',
  'ok',
  'very good',
  'nice',
  'works fine',
  'useless',
  'bad',
  '5 stars',
  'cool',
  'thanks',
];
const slogans = [
  'They sold our data and lied about it, delete this now and never come back',
  'Uninstalled after what the company did this week, everybody should do the same',
  'Do not give these people a cent, they treat their users like dirt',
  'One star for the way they handle criticism, shame on all of you',
  'This used to be good before greed took over, stay away from it',
];

const idOf = (kind: string, key: ReturnType<typeof sql>) => sql`md5(${kind}::text || ${key})::uuid`;
const hash = (key: ReturnType<typeof sql>, seed: number) => sql`abs(hashtextextended(${key}, ${seed}) % 1000003)`;

/** Sizes of the apps, the hot one first and the attacked one second. */
function sizesOf(reviews: number, apps: number): number[] {
  const left = Math.max(reviews - hotReviews - burstReviews - ordinaryOfBurst, 0);
  const weights = Array.from({ length: apps - 2 }, (_, i) => (i + 20) ** -0.8);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return [hotReviews, ordinaryOfBurst, ...weights.map((weight) => Math.round((left * weight) / all))];
}

type Step = (detail: string) => void;

/** Fills an empty database; `ctx.now` is the last moment of the burst. Gives the ids of the hot app and of the attacked one. */
export async function generateReviews(ctx: Ctx, { reviews, apps }: { reviews: number; apps: number }, tell: Step) {
  const { db } = ctx;
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  tell('people and apps');
  await db.execute(sql`
    insert into users (id, email, name, country, created_at)
    select ${idOf('user', sql`n`)}, 'person-' || n || '@example.com', 'Person ' || n, 'US', ${now} - interval '2 years' - n * interval '1 minute'
    from generate_series(0, ${people - 1}) n`);
  await db.execute(sql`
    insert into users (id, email, name, country, created_at)
    select ${idOf('new', sql`n`)}, 'new-' || n || '@example.com', 'New ' || n, 'US', ${now} - interval '2 days'
    from generate_series(0, ${burstReviews - 1}) n`);
  await db.execute(sql`
    insert into categories (slug, name, icon, hue, position) values ('all', 'All', 'box', 200, 1)`);
  await db.execute(sql`
    insert into organizations (id, slug, name, country, created_at) values (${idOf('org', sql`1`)}, 'maker', 'Maker', 'US', ${now})`);
  await db.execute(sql`
    insert into apps (id, organization_id, bundle_id, slug, name, category_slug, status, created_at, updated_at, released_at, last_released_at)
    select ${idOf('app', sql`n`)}, ${idOf('org', sql`1`)}, 'com.example.n' || n, 'app-' || n, 'App ' || n, 'all', 'listed',
      ${now} - interval '2 years', ${now}, ${now} - interval '2 years', ${now} - interval '1 year'
    from generate_series(0, ${apps - 1}) n`);
  await db.execute(sql`insert into app_stats (app_id, category_slug) select id, category_slug from apps`);
  await db.execute(sql`
    create unlogged table drafts (id uuid, app_id uuid, user_id uuid, rating smallint, body text, created_at timestamptz)`);
  tell('texts');
  const words = vocabulary.split(' ');
  const seed = sql`a.n || ':' || k`;
  await db.execute(sql`
    insert into drafts
    select ${idOf('review', seed)}, ${idOf('app', sql`a.n`)}, ${idOf('user', sql`((a.n * 7919 + k::bigint * ${stride}) % ${people})`)},
      1 + least(${hash(seed, 1)} % 7, 4),
      case when ${hash(seed, 2)} % 100 < 25 then ''
        when ${hash(seed, 2)} % 100 < 40 then (${sql.param(`{${shortTexts.map((text) => `"${text}"`).join(',')}}`)}::text[])[1 + ${hash(seed, 3)} % ${shortTexts.length}]
        else (select string_agg((${sql.param(`{${words.join(',')}}`)}::text[])[1 + ${hash(sql`a.n || ':' || k || ':' || w`, 4)} % ${words.length}], ' ' order by w)
          from generate_series(1, 6 + ${hash(seed, 5)} % 25) w) end,
      ${now} - make_interval(secs => (${hash(seed, 6)} / 1000003.0 * 86400 * case when a.n < 2 then 180 else 365 end)::float8) - interval '13 hours'
    from unnest(${sql.param(`{${sizesOf(reviews, apps).join(',')}}`)}::int[]) with ordinality as sizes (size, place)
    cross join lateral (select (place - 1)::int as n) a
    cross join lateral generate_series(1, size) k`);
  await db.execute(sql`
    insert into drafts
    select ${idOf('burst', sql`n`)}, ${idOf('app', sql`1`)}, ${idOf('new', sql`n`)}, 1,
      case when n % 10 < 2 then ''
        when n % 10 < 7 then slogan
        else slogan || ' ' || (${sql.param(`{${words.join(',')}}`)}::text[])[1 + n % ${words.length}] || ' ' || md5(n::text) end,
      ${now} - make_interval(secs => (n * 43200.0 / ${burstReviews})::float8)
    from generate_series(0, ${burstReviews - 1}) n
    cross join lateral (select (${sql.param(`{${slogans.map((text) => `"${text}"`).join(',')}}`)}::text[])[1 + n % ${slogans.length}] as slogan) s`);
  tell('reviews');
  await db.execute(sql`
    insert into reviews (id, app_id, user_id, rating, body, status, is_visible, country, created_at)
    select id, app_id, user_id, rating, body, 'approved', true, 'US', created_at from drafts order by created_at`);
  tell('revisions');
  await db.execute(sql`
    insert into review_revisions (review_id, revision, rating, body, created_at)
    select id, 1, rating, body, created_at from drafts order by created_at`);
  tell('fingerprints');
  // Built at once at the end: entry by entry it takes ten times as long.
  await db.execute(sql`drop index review_fingerprints_bands_idx`);
  await db.execute(sql`
    insert into review_fingerprints (review_id, revision, app_id, user_id, text_hash, bands, created_at)
    select id, 1, app_id, user_id, sha256(convert_to(body, 'UTF8')),
      array(select hashtextextended(app_id || body, band) & 9007199254740991 from generate_series(1, 20) band), created_at
    from drafts where body <> '' and app_id <> all (array[${idOf('app', sql`0`)}, ${idOf('app', sql`1`)}]) order by created_at`);
  await db.execute(sql`analyze reviews, review_revisions, review_fingerprints`);
  await fingerprintMissing(ctx, new AbortController().signal);
  tell('index of bands');
  await db.execute(sql`
    create index review_fingerprints_bands_idx on review_fingerprints using gin (bands) with (fastupdate = false)`);
  await db.execute(sql`drop table drafts`);
  await db.execute(sql`
    insert into review_bursts (id, app_id, started_at, baseline, five_star_share, one_star_share, review_count, last_review_at)
    values (${idOf('burst', sql`'open'`)}, ${idOf('app', sql`1`)}, ${now} - interval '13 hours', 5, 0.3, 0.1, ${burstReviews}, ${now})`);
  await db.execute(sql`vacuum analyze`);
  const [row] = await db.execute<{ hot: string; attacked: string }>(sql`
    select ${idOf('app', sql`0`)} as hot, ${idOf('app', sql`1`)} as attacked`);
  if (!row) throw new Error('a query without a table gave no row');
  return { hot: row.hot, attacked: row.attacked };
}
