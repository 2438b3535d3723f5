import type { TransactionSql } from 'postgres';

/** Country of a developer of whom the catalogue does not say where they are: unknown, by CLDR. */
const unknownCountry = 'ZZ';

/**
 * Brings the organisations of an import's batch up to date: makes those that are new, and lets the first row of a file
 * that names a developer describe it. Reads the temporary table `import_developers`, remembers in
 * `import_seen_developers`; for lib/catalog/import alone, which has authorised and holds the lock of imports.
 */
export async function importOrganizations(tx: TransactionSql, now: Date): Promise<void> {
  await tx`
    with named as (
      insert into import_seen_developers (key) select key from import_developers on conflict do nothing returning key
    )
    update organizations o
    set name = d.name, website = coalesce(d.website, o.website), country = coalesce(d.country, o.country)
    from import_developers d join named using (key)
    where o.import_key = d.key and o.verified_at is null
      and (o.name, o.website, o.country) is distinct from (d.name, coalesce(d.website, o.website), coalesce(d.country, o.country))`;
  // One that is not the first of its slug gets a part of its key's hash.
  await tx`
    insert into organizations (id, slug, name, website, country, import_key, created_at)
    select id, case
        when slug <> '' and place = 1 and not exists (select from organizations o where o.slug = d.slug) then slug
        when not exists (select from organizations o where o.slug = d.hashed_slug) then hashed_slug
        else 'developer-' || md5(key)
      end, name, website, coalesce(country, ${unknownCountry}), key, ${now.toISOString()}::timestamptz
    from (
      select *, row_number() over (partition by slug order by line) as place,
        coalesce(nullif(slug, ''), 'developer') || '-' || left(md5(key), 8) as hashed_slug
      from import_developers where not exists (select from organizations o where o.import_key = key)
    ) d`;
}
