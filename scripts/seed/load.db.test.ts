import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyPassword } from '@/lib/accounts/password';
import { verifyLedger } from '@/lib/purchases/ledger/verify-ledger';
import { makePayouts } from '@/lib/purchases/payouts/make-payouts';
import { listQueriesFrom } from '@/lib/search/popular-queries';
import { searchQuery } from '@/lib/search/schema';
import { searchApps } from '@/lib/search/search-apps';
import { testDatabase } from '@/tests/database';
import { categories } from './categories';
import { loadDemo } from './load';

const t = testDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'pomona-demo-'));
const none = async (query: Promise<readonly unknown[]>) => expect(await query).toEqual([]);

let results: { loaded: boolean }[] = [];

beforeAll(async () => {
  const load = () => loadDemo({ databaseUrl: t.url, dataDir, scale: 0.1 });
  results = await Promise.all([load(), load()]);
}, 120_000);

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('loading', () => {
  test('finds the categories that its apps are written for', async () => {
    const rows =
      await t.sql`select slug, name, parent_slug as "parentSlug", icon, hue from categories order by position`;
    expect([...rows]).toEqual(
      categories.map(({ slug, name, parentSlug, icon, hue }) => ({ slug, name, parentSlug, icon, hue })),
    );
  });

  test('of two loaders that start at once, one loads', () => {
    expect(results.map(({ loaded }) => loaded).sort()).toEqual([false, true]);
  });

  test('again changes nothing', async () => {
    const fingerprint =
      () => t.sql`select (select count(*) from purchases) as purchases, (select max(created_at) from reviews) as review,
      (select sum(downloads) from app_stats) as downloads, (select count(*) from users) as users`;
    const before = await fingerprint();
    const accounts = readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8');
    expect(await loadDemo({ databaseUrl: t.url, dataDir })).toEqual({ loaded: false });
    expect(await fingerprint()).toEqual(before);
    expect(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')).toBe(accounts);
  });

  test('a small store has what tests need: a full category, a much reviewed app, free, paid and subscribed ones', async () => {
    const [row] = await t.sql`select
      (select max(n) from (select count(*)::int as n from apps where status = 'listed' group by category_slug) c) as category,
      (select max(rating_count)::int from app_stats) as reviews,
      (select count(distinct kind)::int from app_prices where amount_minor > 0) as kinds,
      (select count(*)::int from app_prices where amount_minor = 0 and country = 'US') as free`;
    expect(row?.category).toBeGreaterThanOrEqual(25);
    expect(row?.reviews).toBeGreaterThanOrEqual(60);
    expect(row?.kinds).toBe(2);
    expect(row?.free).toBeGreaterThan(5);
  });
});

describe('money', () => {
  test('every ledger transaction sums to zero per currency, and so does the whole', async () => {
    await none(
      t.sql`select transaction_id from ledger_entries group by transaction_id, currency having sum(amount_minor) <> 0`,
    );
    await none(t.sql`select currency from ledger_entries group by currency having sum(amount_minor) <> 0`);
  });

  test('every paid purchase has its entries, a refunded one their reversal, others none', async () => {
    await none(t.sql`
      select p.id from purchases p left join ledger_entries l on l.purchase_id = p.id and l.account = 'provider:clearing'
      group by p.id
      having coalesce(sum(l.amount_minor), 0) <> case when p.status = 'completed' then p.amount_minor else 0 end
        or count(l.id) <> case when p.amount_minor = 0 or p.status = 'failed' then 0 when p.status = 'refunded' then 2 else 1 end`);
  });

  test('the sandbox charged each paid purchase once, with its amount, and refunded what was refunded', async () => {
    await none(t.sql`
      select p.id, c.id from (select * from purchases where amount_minor > 0 and status in ('completed', 'refunded')) p
      full join sandbox.charges c on c.idempotency_key = p.id::text
      where p.id is null or c.id is null or c.id <> p.provider_payment_id or c.amount_minor <> p.amount_minor
        or c.currency <> p.currency or (c.status = 'refunded') <> (p.status = 'refunded')`);
  });

  test('each price was in force where and when it was paid', async () => {
    await none(t.sql`
      select p.id from purchases p join app_prices r on r.id = p.price_id
      where r.app_id <> p.app_id or r.country <> p.country or r.currency <> p.currency or r.kind <> p.kind
        or p.amount_minor not in (0, r.amount_minor) or p.created_at < r.valid_from`);
  });
});

describe('the books', () => {
  test('are proven by what proves them every night', async () => {
    const { checks, findings } = await verifyLedger(t.ctx({ actor: { kind: 'system', job: 'test' } }));
    expect(findings).toEqual([]);
    expect(checks.filter(({ looked }) => looked === 0)).toEqual([]);
  });

  test('have payouts of the months that are over, and the next run of the job finds them made', async () => {
    const now = new Date();
    const [row] = await t.sql`
      select count(*)::int as all, count(distinct month)::int as months, max(month) as last,
        count(*) filter (where status = 'paid')::int as paid from payouts`;
    expect(row?.months).toBeGreaterThanOrEqual(3);
    expect(row?.paid).toBeGreaterThan(row?.all / 2);
    const month = row?.last;
    expect(await makePayouts(t.ctx({ actor: { kind: 'system', job: 'test' }, now }), month)).toEqual({ made: 0 });
  });
});

describe('ownership', () => {
  test('each completed first purchase grants, each refunded one granted and took back, others grant nothing', async () => {
    await none(t.sql`
      select p.id from purchases p left join entitlements e on e.purchase_id = p.id
      where (p.status in ('completed', 'refunded') and p.period_number = 0) <> (e.id is not null)
        or (p.status = 'refunded' and (e.is_active or e.revoked_at <> p.refunded_at))
        or (p.status = 'completed' and p.kind = 'one_time' and not e.is_active)`);
  });

  test('nobody owns an app twice, and subscriptions that ended are not owned', async () => {
    await none(t.sql`select user_id, app_id from entitlements where is_active group by 1, 2 having count(*) > 1`);
    // One that ended since the store was loaded may be either.
    await none(t.sql`
      select id from (
        select e.id, e.is_active, (
          select max(q.expires_at) from purchases q
          where (q.id = p.id or q.original_purchase_id = p.id) and q.status = 'completed') as ends_at
        from entitlements e join purchases p on p.id = e.purchase_id
        where p.kind = 'subscription' and p.status = 'completed') owned
      where case when is_active then ends_at < now() - interval '1 hour' else ends_at > now() end`);
  });

  test('deliveries are of versions that were out, to people who owned the app', async () => {
    await none(t.sql`
      select d.id from deliveries d join app_versions v on v.id = d.version_id
      where v.app_id <> d.app_id or v.released_at > d.created_at or not exists (
        select from entitlements e where e.user_id = d.user_id and e.app_id = d.app_id and e.granted_at <= d.created_at
          and coalesce(e.revoked_at, 'infinity') >= d.created_at)`);
  });
});

describe('counters', () => {
  test('statistics equal a recount', async () => {
    await none(t.sql`
      select a.slug from apps a join app_stats s on s.app_id = a.id
      cross join lateral (select count(distinct user_id) as downloads from entitlements e where e.app_id = a.id) d
      cross join lateral (select count(*) as n, coalesce(sum(rating), 0) as total from reviews r where r.app_id = a.id and r.is_visible) r
      where s.downloads <> d.downloads or s.rating_count <> r.n or s.rating_sum <> r.total or s.dau > s.mau`);
    expect(
      await t.sql`select count(*)::int as n from apps a where not exists (select from app_stats s where s.app_id = a.id)`,
    ).toEqual([{ n: 0 }]);
  });

  test('daily roll-ups equal a recount', async () => {
    await none(t.sql`
      select * from (
        select e.app_id, (e.granted_at at time zone 'UTC')::date as day, p.country, count(*) as n
        from (select distinct on (user_id, app_id) * from entitlements order by user_id, app_id, granted_at, id) e
        join purchases p on p.id = e.purchase_id group by 1, 2, 3) x
      full join (select app_id, day, country, downloads from app_downloads_daily where downloads > 0) y using (app_id, day, country)
      where x.n is distinct from y.downloads`);
    await none(t.sql`
      select * from (select app_id, (created_at at time zone 'UTC')::date as day, country, count(*) as n from deliveries group by 1, 2, 3) x
      full join (select app_id, day, country, deliveries from app_downloads_daily where deliveries > 0) y using (app_id, day, country)
      where x.n is distinct from y.deliveries`);
    await none(t.sql`
      select * from (
        select app_id, (purchased_at at time zone 'UTC')::date as day, country, currency, count(*) as units, sum(amount_minor) as gross,
          sum((select -sum(l.amount_minor) from ledger_entries l where l.transaction_id = p.id and l.account = 'store:commission')) as commission
        from purchases p where status in ('completed', 'refunded') and amount_minor > 0 group by 1, 2, 3, 4) x
      full join (select * from app_revenue_daily where units > 0) y using (app_id, day, country, currency)
      where x.units is distinct from y.units or x.gross is distinct from y.gross_minor or coalesce(x.commission, 0) is distinct from y.commission_minor`);
    await none(t.sql`
      select * from (select app_id, (refunded_at at time zone 'UTC')::date as day, country, currency, sum(amount_minor) as refunded
        from purchases where status = 'refunded' group by 1, 2, 3, 4) x
      full join (select * from app_revenue_daily where refunded_minor > 0) y using (app_id, day, country, currency)
      where x.refunded is distinct from y.refunded_minor`);
  });

  test('helpful votes are counted, and nobody votes for themselves', async () => {
    await none(t.sql`
      select r.id from reviews r left join review_votes v on v.review_id = r.id group by r.id
      having r.helpful_count <> count(*) filter (where v.is_helpful) or r.unhelpful_count <> count(*) filter (where not v.is_helpful)
        or bool_or(v.user_id = r.user_id)`);
  });

  test('every review has the text that it shows, and what waits for moderators says since when', async () => {
    await none(t.sql`
      select r.id from reviews r left join review_revisions v on v.review_id = r.id and v.revision = r.revision
      where r.deleted_at is null and (v.rating, v.title, v.body) is distinct from (r.rating, r.title, r.body)`);
    await none(t.sql`
      select id from reviews where deleted_at is null and (status in ('manual_review', 'escalated')) <> (queued_at is not null)`);
  });

  test('whoever reviews has or had the app, and answers come from the app’s own developer', async () => {
    await none(
      t.sql`select r.id from reviews r where not exists (select from entitlements e where e.user_id = r.user_id and e.app_id = r.app_id)`,
    );
    await none(t.sql`
      select x.review_id from review_responses x join reviews r on r.id = x.review_id join apps a on a.id = r.app_id
      where a.organization_id <> x.organization_id or not exists (
        select from organization_members m where m.organization_id = x.organization_id and m.user_id = x.author_id and m.role <> 'viewer')`);
  });
});

describe('files and people', () => {
  test('every version has a file of exactly its size and hash', async () => {
    const versions = await t.sql`select storage_key, size_bytes::int, sha256 from app_versions`;
    for (const { storage_key, size_bytes, sha256 } of versions) {
      const bytes = readFileSync(join(dataDir, 'files', storage_key));
      expect(bytes.byteLength).toBe(size_bytes);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    expect(versions.length).toBeGreaterThan(100);
  });

  test('the four demo people can sign in with what only this user can read; nobody else has a password', async () => {
    const file = join(dataDir, 'demo-accounts.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const accounts: { role: string; email: string; password: string }[] = JSON.parse(readFileSync(file, 'utf8'));
    expect(accounts.map(({ role }) => role)).toEqual(['shopper', 'developer', 'moderator', 'admin']);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(4);
    for (const { email, password, role } of accounts) {
      const [user] = await t.sql`select password_hash, roles, is_demo from users where email = ${email}`;
      expect(user?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(await verifyPassword(user?.password_hash, password)).toBe(true);
      expect(user?.roles).toEqual(['moderator', 'admin'].filter((name) => name === role));
      expect(user?.is_demo).toBe(true);
    }
    expect(await t.sql`select count(*)::int as n from users where password_hash is not null`).toEqual([{ n: 4 }]);
  });

  test('every listed app can be shown: an icon, three screenshots, a released version and a price in each country', async () => {
    await none(t.sql`
      select a.slug from apps a where a.status = 'listed' and (
        (select count(*) from app_media m where m.app_id = a.id and m.kind = 'icon') <> 1
        or (select count(*) from app_media m where m.app_id = a.id and m.kind = 'screenshot') < 3
        or not exists (select from app_versions v where v.app_id = a.id and v.state = 'released')
        or (select count(distinct country) from app_prices p where p.app_id = a.id and p.valid_until is null) <> 6
        or a.released_at is null)`);
  });
});

test('every listed app can be searched for at once, by the figures and words of the whole catalogue', async () => {
  await none(t.sql`
    select a.slug from apps a full join search_documents d on d.app_id = a.id
    where (a.status = 'listed') is distinct from (d.app_id is not null)`);
  const [row] = await t.sql`
    select m.downloads = (select max(downloads) from search_documents) as is_measured,
      exists (select from search_terms) as has_words from search_maxima m`;
  expect(row).toEqual({ is_measured: true, has_words: true });
});

test('some apps have news, and some can be read in German', async () => {
  const [row] = await t.sql`
    select count(*) filter (where promotional_text <> '')::int as promoted,
      count(*) filter (where translations #>> '{de,subtitle}' <> '')::int as translated from apps`;
  expect(row?.promoted).toBeGreaterThan(0);
  expect(row?.translated).toBeGreaterThan(0);
});

test('people searched for what the store has, and buy apps together', async () => {
  const ctx = t.ctx();
  const queries = await listQueriesFrom(ctx, '', 100);
  expect(queries.length).toBeGreaterThan(20);
  for (const q of queries) {
    const { total } = await searchApps(ctx, { ...searchQuery.parse({ q }), country: 'US' });
    expect.soft(total, q).toBeGreaterThan(0);
  }
  const [row] = await t.sql`select count(distinct app_id)::int as apps from app_companions`;
  expect(row?.apps).toBeGreaterThan(10);
});
