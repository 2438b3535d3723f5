import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db, Tx } from '@/db/client';
import * as schema from '@/db/schema';
import type { UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';

// Plain rows, valid and unlike each other. Each call makes the tenant it needs, so that tests do not share one.

type Target = Db | Tx;
type Row<T extends { $inferSelect: unknown }> = T['$inferSelect'];
type New<T extends { $inferInsert: unknown }> = Partial<T['$inferInsert']>;

const DAY_MS = 86_400_000;
let serial = 0;

/** Unlike any other of this run. */
function unique(): string {
  serial += 1;
  return `${newId().slice(-6)}${serial}`;
}

/** Inserts one row and returns it as stored. */
async function insert<T extends PgTable>(db: Target, table: T, values: T['$inferInsert']): Promise<Row<T>> {
  const rows = db.insert(table as PgTable).values(values);
  return (await rows.returning())[0] as Row<T>;
}

export const PASSWORD = 'correct horse battery staple';
let passwordHash: Promise<string> | undefined;

/** A person who can sign in with PASSWORD. */
export async function createUser(db: Target, values: New<typeof schema.users> = {}): Promise<Row<typeof schema.users>> {
  // Cheaper than in production: the parameters travel with the hash.
  passwordHash ??= hash(PASSWORD, { memoryCost: 64, timeCost: 1 });
  const name = unique();
  return insert(db, schema.users, {
    id: newId(),
    email: `person-${name}@example.com`,
    name: `Person ${name}`,
    passwordHash: await passwordHash,
    country: 'US',
    createdAt: new Date(),
    ...values,
  });
}

export async function createSession(
  db: Target,
  user: { id: string },
  values: New<typeof schema.sessions> = {},
): Promise<Row<typeof schema.sessions>> {
  const now = new Date();
  return insert(db, schema.sessions, {
    id: newId(),
    userId: user.id,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: new Date(now.getTime() + 30 * DAY_MS),
    ...values,
  });
}

/** A signed-in person, as commands see them. */
export async function createActor(db: Target, values: New<typeof schema.users> = {}): Promise<UserActor> {
  const user = await createUser(db, values);
  const session = await createSession(db, user);
  const roles = user.roles as UserActor['roles'];
  return { kind: 'user', userId: user.id, sessionId: session.id, roles, country: user.country };
}

export async function createOrganization(
  db: Target,
  values: New<typeof schema.organizations> & { ownerId?: string } = {},
): Promise<Row<typeof schema.organizations>> {
  const { ownerId, ...columns } = values;
  const name = unique();
  const now = new Date();
  const organization = await insert(db, schema.organizations, {
    id: newId(),
    slug: `org-${name}`,
    name: `Organisation ${name}`,
    country: 'US',
    createdAt: now,
    ...columns,
  });
  const userId = ownerId ?? (await createUser(db)).id;
  await db
    .insert(schema.organizationMembers)
    .values({ organizationId: organization.id, userId, role: 'owner', createdAt: now });
  return organization;
}

export async function createCategory(
  db: Target,
  values: New<typeof schema.categories> = {},
): Promise<Row<typeof schema.categories>> {
  const row = { slug: 'productivity', name: 'Productivity', icon: 'list-checks', hue: 210, position: 1, ...values };
  // An update that changes nothing, so that a category that is there already is returned too.
  const upsert = { target: schema.categories.slug, set: { slug: row.slug } };
  const [category] = await db.insert(schema.categories).values(row).onConflictDoUpdate(upsert).returning();
  return category as Row<typeof schema.categories>;
}

type AppOptions = New<typeof schema.apps> & {
  /** Free in every country unless given; several rows where countries differ. */
  prices?: New<typeof schema.appPrices>[];
  stats?: New<typeof schema.appStats>;
  version?: New<typeof schema.appVersions>;
};

export type CreatedApp = {
  app: Row<typeof schema.apps>;
  prices: Row<typeof schema.appPrices>[];
  price: Row<typeof schema.appPrices>;
  version: Row<typeof schema.appVersions>;
  stats: Row<typeof schema.appStats>;
};

/** A listed app, free, released yesterday, with statistics, icon and one downloadable version. */
export async function createApp(db: Target, options: AppOptions = {}): Promise<CreatedApp> {
  const { prices = [{}], stats = {}, version = {}, ...columns } = options;
  const name = unique();
  const yesterday = new Date(Date.now() - DAY_MS);
  const organizationId = columns.organizationId ?? (await createOrganization(db)).id;
  const categorySlug = columns.categorySlug ?? (await createCategory(db)).slug;
  const app = await insert(db, schema.apps, {
    id: newId(),
    bundleId: `com.example.app-${name}`,
    slug: `app-${name}`,
    name: `App ${name}`,
    subtitle: 'Does one thing well',
    description: 'An app for a test.',
    platforms: ['linux'],
    status: 'listed',
    releasedAt: yesterday,
    lastReleasedAt: yesterday,
    createdAt: yesterday,
    updatedAt: yesterday,
    ...columns,
    organizationId,
    categorySlug,
  });
  const appId = app.id;
  const priceRows = await db
    .insert(schema.appPrices)
    .values(
      prices.map((price) => ({
        id: newId(),
        appId,
        country: '*',
        currency: 'USD',
        amountMinor: 0,
        kind: 'one_time',
        validFrom: yesterday,
        createdAt: yesterday,
        ...price,
      })),
    )
    .returning();
  const versionRow = await insert(db, schema.appVersions, newVersion(appId, version));
  const statsRow = await insert(db, schema.appStats, { appId, categorySlug, ...stats });
  await db.insert(schema.appMedia).values({
    id: newId(),
    appId,
    kind: 'icon',
    width: 512,
    height: 512,
    color: '#3366cc',
    storageKey: `icons/${appId}.png`,
    createdAt: yesterday,
  });
  return { app, prices: priceRows, price: priceRows[0]!, version: versionRow, stats: statsRow };
}

function newVersion(appId: string, values: New<typeof schema.appVersions>) {
  const yesterday = new Date(Date.now() - DAY_MS);
  return {
    id: newId(),
    appId,
    version: '1.0.0',
    platform: 'linux',
    languages: ['en'],
    sizeBytes: 5,
    sha256: createHash('sha256').update('hello').digest('hex'),
    storageKey: `binaries/${appId}`,
    fileName: 'app.tar.gz',
    contentType: 'application/gzip',
    state: 'released',
    releasedAt: yesterday,
    createdAt: yesterday,
    ...values,
  };
}

export async function createVersion(
  db: Target,
  app: { id: string },
  values: New<typeof schema.appVersions> = {},
): Promise<Row<typeof schema.appVersions>> {
  return insert(db, schema.appVersions, newVersion(app.id, values));
}

export async function createPaymentMethod(
  db: Target,
  user: { id: string },
  values: New<typeof schema.paymentMethods> = {},
): Promise<Row<typeof schema.paymentMethods>> {
  return insert(db, schema.paymentMethods, {
    id: newId(),
    userId: user.id,
    provider: 'sandbox',
    token: 'sandbox:ok',
    label: 'Test card',
    isDefault: true,
    createdAt: new Date(),
    ...values,
  });
}

/** A finished purchase with its entitlement and, where it cost something, the provider's charge. */
export async function createPurchase(
  db: Target,
  { user, app, price }: { user: { id: string }; app: { id: string }; price: Row<typeof schema.appPrices> },
  values: New<typeof schema.purchases> = {},
): Promise<Row<typeof schema.purchases>> {
  const now = new Date();
  const id = values.id ?? newId();
  const { amountMinor, currency, kind } = price;
  const { status = 'completed' } = values;
  const isSettled = status === 'completed' || status === 'refunded';
  const isCharged = isSettled && (values.amountMinor ?? amountMinor) > 0;
  const chargeId = `ch_${id}`;
  const purchase = await insert(db, schema.purchases, {
    userId: user.id,
    appId: app.id,
    priceId: price.id,
    amountMinor,
    currency,
    country: price.country === '*' ? 'US' : price.country,
    kind,
    status,
    provider: isCharged ? 'sandbox' : null,
    providerPaymentId: isCharged ? chargeId : null,
    createdAt: now,
    purchasedAt: isSettled ? now : null,
    refundedAt: status === 'refunded' ? now : null,
    ...values,
    id,
  });
  if (!isSettled) return purchase;
  if (isCharged) {
    await db.insert(schema.sandboxCharges).values({
      id: chargeId,
      idempotencyKey: id,
      amountMinor: purchase.amountMinor,
      currency: purchase.currency,
      status: status === 'refunded' ? 'refunded' : 'succeeded',
      createdAt: now,
    });
  }
  await db.insert(schema.entitlements).values({
    id: newId(),
    userId: user.id,
    appId: app.id,
    purchaseId: id,
    isActive: status === 'completed',
    grantedAt: now,
    revokedAt: status === 'completed' ? null : now,
  });
  return purchase;
}

/** A published review with the text of its newest revision; the app's statistics are left alone. */
export async function createReview(
  db: Target,
  { user, app }: { user?: { id: string }; app: { id: string } },
  values: New<typeof schema.reviews> = {},
): Promise<Row<typeof schema.reviews>> {
  const userId = user?.id ?? (await createUser(db)).id;
  const review = await insert(db, schema.reviews, {
    id: newId(),
    appId: app.id,
    userId,
    rating: 4,
    title: 'Good',
    body: 'Does what it says.',
    status: 'approved',
    isVisible: true,
    country: 'US',
    createdAt: new Date(),
    ...values,
  });
  if (review.deletedAt) return review;
  const { id: reviewId, revision, rating, title, body, appVersion, createdAt } = review;
  await db.insert(schema.reviewRevisions).values({ reviewId, revision, rating, title, body, appVersion, createdAt });
  return review;
}
