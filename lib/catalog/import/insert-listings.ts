import type { TransactionSql } from 'postgres';

/** Writes the apps of a batch that the store does not have yet, with all that belongs to them. */
export async function insertListings(tx: TransactionSql, now: Date): Promise<void> {
  const at = tx`${now.toISOString()}::timestamptz`;
  await tx`
    insert into apps (id, organization_id, bundle_id, slug, name, subtitle, category_slug, subcategory_slug, description,
      keywords, platforms, age_rating, privacy_label, accessibility, support_url, privacy_url, status, import_source,
      released_at, last_released_at, created_at, updated_at)
    select r.app_id, o.id, r.bundle_id, i.slug, r.name, r.subtitle, r.category_slug, r.subcategory_slug, r.description,
      r.keywords, r.platforms, r.age_rating, r.privacy_label, r.accessibility, r.support_url, r.privacy_url, 'listed', r.source,
      coalesce(r.released_at, ${at}), coalesce(r.last_released_at, ${at}), ${at}, ${at}
    from import_apps i join import_rows r using (line) join organizations o on o.import_key = r.developer_key
    where i.is_new order by r.line`;
  await tx`
    insert into app_stats (app_id, category_slug, imported_downloads, imported_rating_sum, imported_rating_count)
    select r.app_id, r.category_slug, r.downloads, r.rating_sum, r.rating_count
    from import_apps i join import_rows r using (line) where i.is_new order by r.line`;
  await tx`
    insert into app_media (id, app_id, kind, alt_text, width, height, color, art, created_at)
    select r.media_id, r.app_id, 'icon', 'Icon of ' || r.name, 1024, 1024, r.color, r.art, ${at}
    from import_apps i join import_rows r using (line) where i.is_new order by r.line`;
  await tx`
    insert into app_prices (id, app_id, country, currency, amount_minor, kind, period, trial_days, valid_from, created_at)
    select p.id, i.app_id, p.country, p.currency, p.amount_minor, p.kind, p.period, p.trial_days, ${at}, ${at}
    from import_apps i join import_prices p using (line) where i.is_new order by p.line`;
  await tx`
    insert into app_versions (id, app_id, version, platform, languages, release_notes, minimum_os, size_bytes, state,
      released_at, created_at)
    select v.id, i.app_id, v.version, v.platform, v.languages, v.release_notes, v.minimum_os, v.size_bytes, 'released',
      coalesce(v.released_at, ${at}), ${at}
    from import_apps i join import_versions v using (line) where i.is_new order by v.line`;
}
