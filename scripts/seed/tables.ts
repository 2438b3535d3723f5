import { type Table, table } from './copy';
import type { StoredBuild } from './files';
import { searchesOf } from './searches';
import { commerceTables, reviewTables, rollupTables } from './tables-of-activity';
import { personalTables } from './tables-of-people';
import { signalTables } from './tables-of-signals';
import { makeSubmissions } from './submissions';
import type { World } from './world';

/**
 * Every row that needs no file, table by table, in an order that foreign keys allow. Passwords are known by their
 * hashes, by person.
 */
export function* tablesOf(world: World, passwordHashes: ReadonlyMap<string, string>): Generator<Table> {
  yield* peopleTables(world, passwordHashes);
  yield* catalogTables(world);
  yield* commerceTables(world);
  yield* reviewTables(world);
  yield* signalTables(world);
  yield* rollupTables(world);
  yield* personalTables(world);
  yield searchesOf(world.apps, world.now);
}

/** The rows that can be written once the files are there. */
export function* tablesOfFiles(world: World, builds: ReadonlyMap<string, StoredBuild>): Generator<Table> {
  yield table('app_versions', world.versions, {
    id: (v) => v.id,
    app_id: (v) => v.app.id,
    version: (v) => v.version,
    platform: (v) => v.platform,
    languages: (v) => v.languages,
    release_notes: (v) => v.releaseNotes,
    minimum_os: (v) => v.minimumOs,
    size_bytes: (v) => builds.get(v.id)?.sizeBytes ?? null,
    sha256: (v) => builds.get(v.id)?.sha256 ?? null,
    storage_key: (v) => v.storageKey,
    file_name: (v) => v.fileName,
    content_type: () => 'application/zip',
    state: (v) => v.state,
    release_mode: (v) => (v.state === 'approved' ? 'manual' : 'automatic'),
    released_at: (v) => v.releasedAt,
    created_at: (v) => v.createdAt,
  });
  yield table('submissions', makeSubmissions({ ...world, moderators: [world.demo.moderator] }, builds), {
    id: (s) => s.id,
    version_id: (s) => s.version.id,
    app_id: (s) => s.version.app.id,
    snapshot: (s) => ({ json: s.snapshot }),
    holds: (s) => ({ json: s.holds }),
    diff_hash: (s) => s.diffHash,
    message: (s) => s.message,
    submitted_by: (s) => s.submittedBy.id,
    submitted_at: (s) => s.submittedAt,
    queued_at: (s) => s.submittedAt,
    outcome: (s) => s.outcome,
    decided_by: (s) => s.decidedBy?.id ?? null,
    decided_at: (s) => s.decidedAt,
    guideline_ids: (s) => s.guidelineIds,
    evidence: (s) => s.evidence,
    note: (s) => s.note,
  });
  yield table('app_reports', world.reports, {
    id: (r) => r.id,
    app_id: (r) => r.app.id,
    user_id: (r) => r.user.id,
    reason: (r) => r.reason,
    note: (r) => r.note,
    created_at: (r) => r.createdAt,
  });
  yield table('deliveries', world.deliveries, {
    id: (d) => d.id,
    user_id: (d) => d.user.id,
    app_id: (d) => d.version.app.id,
    version_id: (d) => d.version.id,
    country: (d) => d.user.country,
    created_at: (d) => d.createdAt,
  });
}

function* peopleTables(
  { people, organizations, members }: World,
  passwordHashes: ReadonlyMap<string, string>,
): Generator<Table> {
  yield table('users', people, {
    id: (p) => p.id,
    email: (p) => p.email,
    name: (p) => p.name,
    password_hash: (p) => passwordHashes.get(p.id) ?? null,
    country: (p) => p.country,
    roles: (p) => p.roles,
    is_demo: (p) => p.isDemo,
    email_verified_at: (p) => p.createdAt,
    created_at: (p) => p.createdAt,
  });
  yield table('organizations', organizations, {
    id: (o) => o.id,
    slug: (o) => o.slug,
    name: (o) => o.name,
    description: (o) => o.description,
    website: (o) => o.website,
    country: (o) => o.country,
    contact_email: (o) => `hello@${o.domain}`,
    verified_domain: (o) => (o.verifiedAt ? o.domain : null),
    verified_at: (o) => o.verifiedAt,
    created_at: (o) => o.createdAt,
  });
  yield table('organization_members', members, {
    organization_id: (m) => m.organization.id,
    user_id: (m) => m.person.id,
    role: (m) => m.role,
    created_at: (m) => m.createdAt,
  });
}

function* catalogTables({ apps, versions, media, prices, collections, totals }: World): Generator<Table> {
  const lastRelease = new Map<string, Date>();
  for (const { app, releasedAt } of versions) {
    const known = lastRelease.get(app.id);
    if (releasedAt && (!known || known < releasedAt)) lastRelease.set(app.id, releasedAt);
  }
  yield table('apps', apps, {
    id: (a) => a.id,
    organization_id: (a) => a.organization.id,
    bundle_id: (a) => a.bundleId,
    slug: (a) => a.slug,
    name: (a) => a.name,
    subtitle: (a) => a.subtitle,
    category_slug: (a) => a.category,
    subcategory_slug: (a) => a.subcategory,
    description: (a) => a.description,
    promotional_text: (a) => a.promotionalText,
    translations: (a) => ({ json: a.translations }),
    keywords: (a) => a.keywords,
    platforms: (a) => a.platforms,
    age_rating: (a) => a.ageRating,
    privacy_label: (a) => ({ json: a.privacyLabel }),
    accessibility: (a) => a.accessibility,
    support_url: (a) => `${a.organization.website}/support/${a.slug}`,
    privacy_url: (a) => `${a.organization.website}/privacy`,
    status: (a) => a.status,
    released_at: (a) => a.releasedAt,
    last_released_at: (a) => (a.releasedAt ? (lastRelease.get(a.id) ?? a.releasedAt) : null),
    created_at: (a) => a.createdAt,
    updated_at: (a) => lastRelease.get(a.id) ?? a.createdAt,
  });
  yield table('app_stats', totals, {
    app_id: (t) => t.app.id,
    category_slug: (t) => t.app.category,
    downloads: (t) => t.downloads,
    rating_sum: (t) => t.ratingSum,
    rating_count: (t) => t.ratingCount,
    imported_downloads: (t) => t.importedDownloads,
    imported_rating_sum: (t) => t.importedRatingSum,
    imported_rating_count: (t) => t.importedRatingCount,
    dau: (t) => t.dau,
    mau: (t) => t.mau,
    average_session_minutes: (t) => t.averageSessionMinutes,
    day7_retention: (t) => t.day7Retention,
  });
  yield table('app_media', media, {
    id: (m) => m.id,
    app_id: (m) => m.appId,
    kind: (m) => m.kind,
    position: (m) => m.position,
    alt_text: (m) => m.altText,
    width: (m) => m.width,
    height: (m) => m.height,
    color: (m) => m.color,
    art: (m) => ({ json: m.art }),
    created_at: (m) => m.createdAt,
  });
  yield table('app_prices', prices, {
    id: (p) => p.id,
    app_id: (p) => p.appId,
    country: (p) => p.country,
    currency: (p) => p.currency,
    amount_minor: (p) => p.amountMinor,
    kind: (p) => p.kind,
    period: (p) => p.period,
    trial_days: (p) => p.trialDays,
    valid_from: (p) => p.validFrom,
    valid_until: (p) => p.validUntil,
    created_at: (p) => p.validFrom,
  });
  yield table('collections', collections.entries(), {
    id: ([, c]) => c.id,
    slug: ([, c]) => c.slug,
    kind: ([, c]) => c.kind,
    title: ([, c]) => c.title,
    subtitle: ([, c]) => c.subtitle,
    body: ([, c]) => c.body,
    art_id: ([, c]) => (c.art ? c.id : null),
    art: ([, c]) => (c.art ? { json: c.art } : null),
    position: ([i]) => i,
    starts_at: ([, c]) => c.startsAt,
    created_at: ([, c]) => c.startsAt,
    updated_at: ([, c]) => c.startsAt,
  });
  const shelved = collections.flatMap((collection) =>
    collection.apps.map((app, position) => ({ collection, app, position })),
  );
  yield table('collection_apps', shelved, {
    collection_id: (s) => s.collection.id,
    app_id: (s) => s.app.id,
    position: (s) => s.position,
  });
}
