import type { Sql, TransactionSql } from 'postgres';
import { importOrganizations } from '@/lib/accounts/import-organizations';
import { databaseError } from '@/lib/errors';
import { type Batch, copyBatch } from './staging';
import { insertListings } from './insert-listings';
import { updateListings } from './update-listings';

/** Why a row that fits its format was not taken all the same. */
export type Refused = { line: number; field: string; reason: string };

export type BatchResult = { created: number; changed: number; unchanged: number; refused: Refused[] };

/** Any number, the same everywhere: one batch at a time, whoever imports. */
const lockKey = 7_301_003;

const attempts = 5;
// Serialisation failure, deadlock, and a slug that somebody else took meanwhile.
const passing = new Set(['40001', '40P01', '23505']);

/** Loads one batch in one transaction: everything or nothing. Tries again where somebody else was in the way. */
export async function loadBatch(sql: Sql, batch: Batch, now: Date): Promise<BatchResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sql.begin((tx) => load(tx, batch, now));
    } catch (error) {
      if (attempt === attempts || !passing.has(databaseError(error)?.code ?? '')) throw error;
    }
  }
}

async function load(tx: TransactionSql, batch: Batch, now: Date): Promise<BatchResult> {
  await tx`select pg_advisory_xact_lock(${lockKey})`;
  await copyBatch(tx, batch);
  await matchApps(tx);
  const [counts] = await tx<{ created: number; known: number; nameless: number }[]>`
    select count(*) filter (where is_new)::int as created, count(*) filter (where not is_new)::int as known,
      count(*) filter (where is_new and slug is null)::int as nameless
    from import_apps`;
  const { created = 0, known = 0, nameless = 0 } = counts ?? {};
  const refused = created + known < batch.rows ? await findRefused(tx) : [];
  if (nameless > 0) await chooseOtherSlugs(tx);
  await tx`
    insert into import_developers (line, key, id, name, website, country, slug)
    select distinct on (developer_key) line, developer_key, organization_id, developer_name, website, country, developer_slug
    from import_rows join import_apps using (line) order by developer_key, line`;
  await importOrganizations(tx, now);
  if (created > 0) await insertListings(tx, now);
  const changed = known > 0 ? await updateListings(tx, now) : 0;
  return { created, changed, unchanged: known - changed, refused };
}

/** Which rows are new and which rewrite an app: the first of a bundle id in a file, unless the app is another's. */
async function matchApps(tx: TransactionSql): Promise<void> {
  await tx`
    insert into import_seen (bundle_id, line)
    select distinct on (bundle_id) bundle_id, line from import_rows order by bundle_id, line
    on conflict do nothing`;
  await tx`
    insert into import_apps (line, app_id, is_new, slug)
    select r.line, coalesce(a.id, r.app_id), a.id is null,
      case when a.id is null
        and row_number() over (partition by r.slug order by a.id is not null, r.line) = 1
        and not exists (select from app_slugs s where s.slug = r.slug) then r.slug end
    from import_rows r
    join import_seen n on n.bundle_id = r.bundle_id and n.line = r.line
    left join apps a on a.bundle_id = r.bundle_id
    where a.id is null or a.import_source = r.source`;
}

async function findRefused(tx: TransactionSql): Promise<Refused[]> {
  const rows = await tx<{ line: string; bundle_id: string; first_line: string; import_source: string | null }[]>`
    select r.line, r.bundle_id, n.line as first_line, a.import_source
    from import_rows r join import_seen n using (bundle_id) left join apps a on a.bundle_id = r.bundle_id
    where not exists (select from import_apps i where i.line = r.line)`;
  return rows.map((row) => ({ line: Number(row.line), field: 'bundle id', reason: reasonOf(row) }));
}

function reasonOf(row: { line: string; bundle_id: string; first_line: string; import_source: string | null }): string {
  if (row.first_line !== row.line) return `${row.bundle_id} is on line ${row.first_line} already`;
  const owner = row.import_source === null ? 'an app made in this store' : `the catalogue ${row.import_source}`;
  return `${row.bundle_id} belongs to ${owner}`;
}

/** For apps whose name others have too: with the developer's name behind it, else with a part of the id's hash. */
async function chooseOtherSlugs(tx: TransactionSql): Promise<void> {
  const candidates = [
    `case when r.developer_key <> r.source || ':' and r.developer_slug <> '' then r.slug || '-' || r.developer_slug end`,
    `r.slug || '-' || left(md5(r.bundle_id), 8)`,
    `r.slug || '-' || md5(r.bundle_id)`,
  ];
  for (const candidate of candidates) {
    await tx.unsafe(`
      update import_apps i set slug = c.slug
      from (
        select distinct on (w.slug) w.line, w.slug
        from (
          select line, ${candidate} as slug
          from import_apps join import_rows r using (line) where is_new and import_apps.slug is null
        ) w
        where w.slug is not null and not exists (select from app_slugs s where s.slug = w.slug)
          and not exists (select from import_apps t where t.slug = w.slug)
        order by w.slug, w.line
      ) c
      where c.line = i.line`);
  }
}
