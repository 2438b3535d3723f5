import type { TransactionSql } from 'postgres';

/**
 * Rewrites the apps of a batch that the store has already, where the catalogue says something else than before; a row
 * that would stay the same is not touched. Gives the number of apps about which anything changed.
 *
 * `offset 0` makes Postgres look rows up app by app, by index: what it guesses about tables that are being filled is
 * wrong by orders of magnitude.
 */
export async function updateListings(tx: TransactionSql, now: Date): Promise<number> {
  const at = tx`${now.toISOString()}::timestamptz`;
  await tx`
    with changed as (
      update apps a
      set organization_id = o.id, name = r.name, subtitle = r.subtitle, category_slug = r.category_slug,
        subcategory_slug = r.subcategory_slug, description = r.description, keywords = r.keywords, platforms = r.platforms,
        age_rating = r.age_rating, privacy_label = r.privacy_label, accessibility = r.accessibility,
        support_url = r.support_url, privacy_url = r.privacy_url, released_at = coalesce(r.released_at, a.released_at),
        last_released_at = coalesce(r.last_released_at, a.last_released_at), updated_at = ${at}
      from import_apps i join import_rows r using (line) join organizations o on o.import_key = r.developer_key
      where not i.is_new and a.id = i.app_id
        and (a.organization_id, a.name, a.subtitle, a.category_slug, a.subcategory_slug, a.keywords, a.platforms, a.age_rating,
          a.privacy_label, a.accessibility, a.support_url, a.privacy_url, a.released_at, a.last_released_at, a.description)
        is distinct from (o.id, r.name, r.subtitle, r.category_slug, r.subcategory_slug, r.keywords, r.platforms, r.age_rating,
          r.privacy_label, r.accessibility, r.support_url, r.privacy_url, coalesce(r.released_at, a.released_at),
          coalesce(r.last_released_at, a.last_released_at), r.description)
      returning a.id
    )
    insert into import_changed select id from changed`;
  await tx`
    with changed as (
      update app_stats s
      set imported_downloads = r.downloads, imported_rating_sum = r.rating_sum, imported_rating_count = r.rating_count
      from import_apps i join import_rows r using (line)
      where not i.is_new and s.app_id = i.app_id
        and (s.imported_downloads, s.imported_rating_sum, s.imported_rating_count)
        is distinct from (r.downloads, r.rating_sum, r.rating_count)
      returning s.app_id
    )
    insert into import_changed select app_id from changed`;
  await updateIcons(tx);
  await updatePrices(tx, now);
  await updateVersions(tx, now);
  const [row] = await tx<{ changed: number }[]>`select count(distinct app_id)::int as changed from import_changed`;
  return row?.changed ?? 0;
}

/** Another drawing is another picture: pictures are kept under their id. An icon that somebody uploaded stays. */
async function updateIcons(tx: TransactionSql): Promise<void> {
  await tx`
    with changed as (
      update app_media m
      set id = case when m.art = d.art then m.id else d.media_id end, art = d.art, color = d.color, alt_text = d.alt_text
      from (
        select c.id, r.media_id, r.art, r.color, 'Icon of ' || r.name as alt_text
        from import_apps i join import_rows r using (line)
        cross join lateral (select * from app_media where app_id = i.app_id and kind = 'icon' offset 0) c
        where not i.is_new and c.storage_key is null
          and (c.art, c.color, c.alt_text) is distinct from (r.art, r.color, 'Icon of ' || r.name)
      ) d
      where m.id = d.id
      returning m.app_id
    )
    insert into import_changed select app_id from changed`;
}

/** History is kept: a price that is no more ends now, and the new one begins now. */
async function updatePrices(tx: TransactionSql, now: Date): Promise<void> {
  const at = tx`${now.toISOString()}::timestamptz`;
  const isSame = tx`n.country = p.country and n.currency = p.currency and n.amount_minor = p.amount_minor
    and n.kind = p.kind and n.period is not distinct from p.period and n.trial_days = p.trial_days`;
  await tx`
    with changed as (
      update app_prices set valid_until = greatest(${at}, valid_from + interval '1 millisecond')
      where id in (
        select p.id from import_apps i
        cross join lateral (select * from app_prices where app_id = i.app_id offset 0) p
        where not i.is_new and p.valid_until is null
          and not exists (select from import_prices n where n.line = i.line and ${isSame})
      )
      returning app_id
    )
    insert into import_changed select app_id from changed`;
  await tx`
    with changed as (
      insert into app_prices (id, app_id, country, currency, amount_minor, kind, period, trial_days, valid_from, created_at)
      select n.id, i.app_id, n.country, n.currency, n.amount_minor, n.kind, n.period, n.trial_days, ${at}, ${at}
      from import_apps i join import_prices n using (line)
      where not i.is_new and not exists (
        select from (select * from app_prices where app_id = i.app_id offset 0) p where p.valid_until is null and ${isSame})
      returning app_id
    )
    insert into import_changed select app_id from changed`;
}

/** A version of another name comes beside the one before it, which is superseded; versions with a file stay as they are. */
async function updateVersions(tx: TransactionSql, now: Date): Promise<void> {
  const at = tx`${now.toISOString()}::timestamptz`;
  const state = tx`case c.state when 'superseded' then 'released' else c.state end`;
  await tx`
    with changed as (
      update app_versions v
      set languages = d.languages, release_notes = d.release_notes, minimum_os = d.minimum_os, size_bytes = d.size_bytes,
        released_at = d.released_at, state = d.state
      from (
        select c.id, n.languages, n.release_notes, n.minimum_os, n.size_bytes,
          coalesce(n.released_at, c.released_at) as released_at, ${state} as state
        from import_apps i join import_versions n using (line)
        cross join lateral (select * from app_versions where app_id = i.app_id offset 0) c
        where not i.is_new and c.platform = n.platform and c.version = n.version and c.sha256 is null
          and (c.languages, c.release_notes, c.minimum_os, c.size_bytes, c.released_at, c.state)
          is distinct from (n.languages, n.release_notes, n.minimum_os, n.size_bytes, coalesce(n.released_at, c.released_at), ${state})
      ) d
      where v.id = d.id
      returning v.app_id
    )
    insert into import_changed select app_id from changed`;
  await tx`
    with changed as (
      update app_versions set state = 'superseded'
      where id in (
        select c.id from import_apps i join import_versions n using (line)
        cross join lateral (select * from app_versions where app_id = i.app_id offset 0) c
        where not i.is_new and c.platform = n.platform and c.version <> n.version and c.sha256 is null and c.state = 'released'
      )
      returning app_id
    )
    insert into import_changed select app_id from changed`;
  await tx`
    with changed as (
      insert into app_versions (id, app_id, version, platform, languages, release_notes, minimum_os, size_bytes, state,
        released_at, created_at)
      select n.id, i.app_id, n.version, n.platform, n.languages, n.release_notes, n.minimum_os, n.size_bytes, 'released',
        coalesce(n.released_at, ${at}), ${at}
      from import_apps i join import_versions n using (line)
      where not i.is_new and not exists (
        select from (select * from app_versions where app_id = i.app_id offset 0) v
        where v.platform = n.platform and v.version = n.version)
      returning app_id
    )
    insert into import_changed select app_id from changed`;
}
