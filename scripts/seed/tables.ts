import { sandboxCards } from '@/lib/payments/rules';
import { categories } from './categories';
import type { SeedPurchase } from './commerce';
import type { Cell, Table } from './copy';
import { chargeId, isPaid } from './ledger';
import { seededId, wilsonLower } from './numbers';
import { createRandom } from '@/lib/catalog/artwork/random';
import type { World } from './world';

/** What the world does not know by itself: hashes of the files, and of the passwords by person. */
export interface Secrets {
  builds: ReadonlyMap<string, { sizeBytes: number; sha256: string }>;
  passwordHashes: ReadonlyMap<string, string>;
}

const table = <T>(name: string, items: Iterable<T>, columns: Record<string, (item: T) => Cell>): Table => {
  const readers = Object.values(columns);
  function* rows() {
    for (const item of items) yield readers.map((read) => read(item));
  }
  return { name, columns: Object.keys(columns), rows: rows() };
};

const paymentToken = (purchase: SeedPurchase) =>
  purchase.amountMinor === 0 ? null : purchase.declineCode === null ? 'sandbox:ok' : `sandbox:${purchase.declineCode}`;

/** Every row of the demo store, table by table, in an order that foreign keys allow. */
export function* tablesOf(world: World, { builds, passwordHashes }: Secrets): Generator<Table> {
  yield* catalogTables(world, builds, passwordHashes);
  yield* commerceTables(world);
  yield* reviewTables(world);
  yield* rollupTables(world);
}

function* catalogTables(world: World, builds: Secrets['builds'], passwordHashes: Secrets['passwordHashes']): Generator<Table> {
  const { apps, organizations, people, members, versions, media, prices, collections, totals } = world;
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
  yield table('app_versions', versions, {
    id: (v) => v.id,
    app_id: (v) => v.app.id,
    version: (v) => v.version,
    platform: (v) => v.platform,
    languages: (v) => v.languages,
    release_notes: (v) => v.releaseNotes,
    minimum_os: (v) => v.minimumOs,
    size_bytes: (v) => builds.get(v.id)?.sizeBytes ?? 0,
    sha256: (v) => builds.get(v.id)?.sha256 ?? '',
    storage_key: (v) => v.storageKey,
    file_name: (v) => v.fileName,
    content_type: () => 'application/zip',
    state: (v) => v.state,
    released_at: (v) => v.releasedAt,
    created_at: (v) => v.createdAt,
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
    art: ([, c]) => (c.art ? { json: c.art } : null),
    position: ([i]) => i,
    starts_at: ([, c]) => c.startsAt,
    created_at: ([, c]) => c.startsAt,
  });
  const shelved = collections.flatMap((collection) => collection.apps.map((app, position) => ({ collection, app, position })));
  yield table('collection_apps', shelved, {
    collection_id: (s) => s.collection.id,
    app_id: (s) => s.app.id,
    position: (s) => s.position,
  });
}

function* commerceTables({ demo, purchases, entitlements, deliveries, charges, ledger }: World): Generator<Table> {
  const cards = (['sandbox:ok', 'sandbox:insufficient_funds'] as const).map((token, i) => ({
    id: seededId(createRandom(`card:${token}`), demo.shopper.createdAt),
    token,
    isDefault: i === 0,
  }));
  yield table('payment_methods', cards, {
    id: (c) => c.id,
    user_id: () => demo.shopper.id,
    provider: () => 'sandbox',
    token: (c) => c.token,
    label: (c) => sandboxCards[c.token].label,
    is_default: (c) => c.isDefault,
    created_at: () => demo.shopper.createdAt,
  });
  yield table('purchases', purchases, {
    id: (p) => p.id,
    user_id: (p) => p.user.id,
    app_id: (p) => p.app.id,
    price_id: (p) => p.price.id,
    amount_minor: (p) => p.amountMinor,
    currency: (p) => p.currency,
    country: (p) => p.user.country,
    kind: (p) => p.price.kind,
    status: (p) => p.status,
    provider: (p) => (p.amountMinor > 0 ? 'sandbox' : null),
    provider_payment_id: (p) => (isPaid(p) ? chargeId(p) : null),
    payment_token: paymentToken,
    decline_code: (p) => p.declineCode,
    original_purchase_id: (p) => p.originalPurchaseId,
    period_number: (p) => p.periodNumber,
    created_at: (p) => p.createdAt,
    purchased_at: (p) => p.purchasedAt,
    expires_at: (p) => p.expiresAt,
    refunded_at: (p) => p.refundedAt,
  });
  yield table('entitlements', entitlements, {
    id: (e) => e.id,
    user_id: (e) => e.user.id,
    app_id: (e) => e.app.id,
    purchase_id: (e) => e.purchaseId,
    is_active: (e) => e.revokedAt === null,
    granted_at: (e) => e.grantedAt,
    revoked_at: (e) => e.revokedAt,
  });
  yield table('deliveries', deliveries, {
    id: (d) => d.id,
    user_id: (d) => d.user.id,
    app_id: (d) => d.version.app.id,
    version_id: (d) => d.version.id,
    country: (d) => d.user.country,
    created_at: (d) => d.createdAt,
  });
  yield table('sandbox.charges', charges, {
    id: (c) => c.id,
    idempotency_key: (c) => c.purchase.id,
    amount_minor: (c) => c.purchase.amountMinor,
    currency: (c) => c.purchase.currency,
    status: (c) => c.status,
    created_at: (c) => c.createdAt,
  });
  yield table('ledger_entries', ledger, {
    id: (e) => e.id,
    transaction_id: (e) => e.transactionId,
    purchase_id: (e) => e.purchase.id,
    organization_id: (e) => e.purchase.app.organization.id,
    account: (e) => e.account,
    amount_minor: (e) => e.amountMinor,
    currency: (e) => e.purchase.currency,
    created_at: (e) => e.createdAt,
  });
}

function* reviewTables({ reviews, responses, votes }: World): Generator<Table> {
  yield table('reviews', reviews, {
    id: (r) => r.id,
    app_id: (r) => r.app.id,
    user_id: (r) => r.user.id,
    rating: (r) => r.rating,
    title: (r) => r.title,
    body: (r) => r.body,
    status: (r) => r.status,
    is_visible: (r) => r.isVisible,
    app_version: (r) => r.appVersion,
    country: (r) => r.user.country,
    is_paid: (r) => r.isPaid,
    helpful_count: (r) => r.helpful,
    unhelpful_count: (r) => r.unhelpful,
    helpful_score: (r) => wilsonLower(r.helpful, r.helpful + r.unhelpful),
    created_at: (r) => r.createdAt,
    edited_at: (r) => r.editedAt,
    deleted_at: (r) => r.deletedAt,
  });
  yield table('review_responses', responses, {
    review_id: (r) => r.review.id,
    organization_id: (r) => r.organization.id,
    author_id: (r) => r.author.id,
    body: (r) => r.body,
    created_at: (r) => r.createdAt,
    updated_at: (r) => r.createdAt,
  });
  yield table('review_votes', votes, {
    review_id: (v) => v.review.id,
    user_id: (v) => v.user.id,
    is_helpful: (v) => v.isHelpful,
    created_at: (v) => v.createdAt,
  });
}

function* rollupTables({ downloads, revenue, engagement }: World): Generator<Table> {
  yield table('app_downloads_daily', downloads, {
    app_id: (d) => d.app.id,
    day: (d) => d.day,
    country: (d) => d.country,
    downloads: (d) => d.downloads,
    deliveries: (d) => d.deliveries,
  });
  yield table('app_revenue_daily', revenue, {
    app_id: (r) => r.app.id,
    day: (r) => r.day,
    country: (r) => r.country,
    currency: (r) => r.currency,
    units: (r) => r.units,
    gross_minor: (r) => r.grossMinor,
    tax_minor: (r) => r.taxMinor,
    commission_minor: (r) => r.commissionMinor,
    refunded_minor: (r) => r.refundedMinor,
  });
  yield table('app_engagement_daily', engagement, {
    app_id: (e) => e.app.id,
    day: (e) => e.day,
    active_users: (e) => e.activeUsers,
    sessions: (e) => e.sessions,
    minutes: (e) => e.minutes,
  });
}

/** Written apart from the rest, because a store without a demo has them too. */
export const categoryRows = categories.map((category, position) => ({
  slug: category.slug,
  name: category.name,
  parent_slug: category.parentSlug,
  icon: category.icon,
  hue: category.hue,
  position,
}));
