import { sql } from 'drizzle-orm';
import * as schema from '@/db/schema';
import type { Ctx, UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { DAY, type Plan, type PlannedApp, type PlannedPerson, type PlannedReview } from './plan';

/** Ids of what a plan names. */
export type Stage = { apps: ReadonlyMap<PlannedApp, string>; people: ReadonlyMap<string, string> };

/** Puts the apps and the people of a plan into an empty store; accounts are as old as the plan says. */
export async function setStage({ db }: Ctx, { apps, reviews }: Plan): Promise<Stage> {
  const first = Math.min(...reviews.map(({ at, person }) => Math.min(at, person.createdAt))) - 400 * DAY;
  const createdAt = new Date(first);
  const organizationId = newId(createdAt);
  await db
    .insert(schema.categories)
    .values({ slug: 'tools', name: 'Tools', icon: 'wrench', hue: 200, position: 1 })
    .onConflictDoNothing();
  await db
    .insert(schema.organizations)
    .values({ id: organizationId, slug: 'makers', name: 'Makers', country: 'US', createdAt });
  const ids = new Map(apps.map((app) => [app, newId(createdAt)]));
  const dates = { createdAt, updatedAt: createdAt, releasedAt: createdAt, lastReleasedAt: createdAt };
  for (const [app, id] of ids) {
    const { name, noun } = app.subject;
    const shown = { name, slug: app.key, bundleId: `com.example.${app.key}`, subtitle: `A ${noun}`, status: 'listed' };
    await db
      .insert(schema.apps)
      .values({ id, organizationId, categorySlug: 'tools', platforms: ['linux'], ...shown, ...dates });
    await db.insert(schema.appStats).values({ appId: id, categorySlug: 'tools' });
    await db.insert(schema.appPrices).values({
      id,
      appId: id,
      country: '*',
      currency: 'USD',
      amountMinor: app.isPaid ? 299 : 0,
      kind: 'one_time',
      validFrom: createdAt,
      createdAt,
    });
  }
  const people = new Map<string, PlannedPerson>(reviews.map(({ person }) => [person.key, person]));
  const accounts = [...people.values()].map((person) => {
    const joined = new Date(person.createdAt);
    return { key: person.key, id: newId(joined), createdAt: joined };
  });
  for (let i = 0; i < accounts.length; i += 500) {
    await db
      .insert(schema.users)
      .values(
        accounts
          .slice(i, i + 500)
          .map(({ id, key, createdAt }) => ({ id, email: `${key}@example.com`, name: key, country: 'US', createdAt })),
      );
  }
  return { apps: ids, people: new Map(accounts.map(({ key, id }) => [key, id])) };
}

/** The author of a planned review gets the app: half an hour before, unless the account is younger. */
export async function getApp(
  { db }: Ctx,
  { apps, people }: Stage,
  { at, person, app }: PlannedReview,
): Promise<UserActor> {
  const userId = people.get(person.key) ?? '';
  const appId = apps.get(app) ?? '';
  const grantedAt = new Date(Math.max(at - DAY / 48, person.createdAt));
  const id = newId(grantedAt);
  await db.insert(schema.purchases).values({
    id,
    userId,
    appId,
    priceId: appId,
    amountMinor: app.isPaid ? 299 : 0,
    currency: 'USD',
    country: 'US',
    kind: 'one_time',
    status: 'completed',
    provider: app.isPaid ? 'sandbox' : null,
    providerPaymentId: app.isPaid ? id : null,
    createdAt: grantedAt,
    purchasedAt: grantedAt,
  });
  await db.insert(schema.entitlements).values({ id, userId, appId, purchaseId: id, isActive: true, grantedAt });
  return { kind: 'user', userId, sessionId: id, roles: [], country: 'US' };
}

/** What visitors see of an app's ratings. */
export async function shownRating({ db }: Ctx, appId: string): Promise<number | null> {
  const [row] = await db.execute<{ average: number | null }>(sql`
    select rating_sum::float8 / nullif(rating_count, 0) as average from app_stats where app_id = ${appId}`);
  return row?.average ?? null;
}
