import { type SQL, sql } from 'drizzle-orm';

const isVersion = (column: SQL) => sql`${column} ~ '^v?[0-9]{1,18}([.][0-9]{1,18})*(-[0-9A-Za-z.-]+)?([+].*)?$'`;
const withoutBuild = (column: SQL) => sql`ltrim(split_part(${column}, '+', 1), 'v')`;

/**
 * Sorts versions by Semantic Versioning 2.0.0, as a row of three: numbers; a release above its pre-releases;
 * identifiers, where numbers stand below words. What is not a version stands below all that are.
 */
export function versionKey(column: SQL): { core: SQL; isRelease: SQL; prerelease: SQL } {
  const base = withoutBuild(column);
  return {
    core: sql`case when ${isVersion(column)} then string_to_array(split_part(${base}, '-', 1), '.')::numeric[] else '{}'::numeric[] end`,
    isRelease: sql`(strpos(${base}, '-') = 0)`,
    prerelease: sql`coalesce((
      select array_agg((case when part ~ '^[0-9]+$' then '0' || lpad(part, 40, '0') else '1' || part end) collate "C" order by place)
      from unnest(string_to_array(nullif(substr(${base}, length(split_part(${base}, '-', 1)) + 2), ''), '.')) with ordinality as parts(part, place)
    ), '{}'::text[])`,
  };
}

/** `order by` for the newest version first. */
export function newestFirst(column: SQL): SQL {
  const { core, isRelease, prerelease } = versionKey(column);
  return sql`${core} desc, ${isRelease} desc, ${prerelease} desc`;
}

/** True when version `a` is newer than version `b`. */
export function isNewer(a: SQL, b: SQL): SQL {
  const [left, right] = [versionKey(a), versionKey(b)];
  return sql`(${left.core}, ${left.isRelease}, ${left.prerelease}) > (${right.core}, ${right.isRelease}, ${right.prerelease})`;
}
