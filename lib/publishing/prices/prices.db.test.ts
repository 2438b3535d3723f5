import { describe, expect, test } from 'vitest';
import { priceInForce } from '@/lib/catalog/cards';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createPurchase } from '@/tests/factories';
import { createTeam, keyActor } from '@/tests/organizations';
import { publishing } from '@/tests/publishing';
import { getPrices } from './prices';
import { putPrices } from './put-prices';

const database = testDatabase();
const { as, auditOf } = publishing(database);

async function scene(
  prices?: Parameters<typeof createApp>[1] extends infer O ? (O extends { prices?: infer P } ? P : never) : never,
) {
  const team = await createTeam(database.db);
  const { app, price } = await createApp(database.db, { organizationId: team.id, ...(prices ? { prices } : {}) });
  const set = (currency: string, amountMinor: number, overrides: Record<string, number> = {}) =>
    putPrices(as(team.admin), app.id, { base: { currency, amountMinor }, overrides });
  const rows = () => database.sql`
    select country, currency, amount_minor::int as amount, valid_until is null as is_open from app_prices
    where app_id = ${app.id} order by valid_from, country, amount_minor`;
  const inForce = async (country: string) => {
    const found = await priceInForce(database.ctx({ now: new Date(Date.now() + 1_000) }), app.id, country);
    return found && [found.amountMinor, found.currency];
  };
  return { team, app, price, set, rows, inForce };
}

describe('a base price', () => {
  test('is what each country pays in its own money, with a friendly ending, and everybody else as it is', async () => {
    const { set, inForce } = await scene();
    const view = await set('USD', 499, { GB: 450 });
    expect(view).toEqual({
      base: { currency: 'USD', amountMinor: 499 },
      countries: [
        { country: 'US', currency: 'USD', amountMinor: 499, isOverride: false },
        { country: 'GB', currency: 'GBP', amountMinor: 450, isOverride: true },
        { country: 'DE', currency: 'EUR', amountMinor: 399, isOverride: false },
        { country: 'JP', currency: 'JPY', amountMinor: 760, isOverride: false },
        { country: 'BR', currency: 'BRL', amountMinor: 2699, isOverride: false },
        { country: '*', currency: 'USD', amountMinor: 499, isOverride: false },
      ],
    });
    expect(await inForce('JP')).toEqual([760, 'JPY']);
    expect(await inForce('ZW')).toEqual([499, 'USD']);
  });

  test('closes what differs and leaves the rest, so that history is kept', async () => {
    const { set, rows, inForce, app } = await scene();
    await set('USD', 499);
    const before = await rows();
    expect(before.filter(({ is_open }) => !is_open)).toMatchObject([{ country: '*', amount: 0 }]);
    await set('USD', 499);
    expect(await rows()).toEqual(before);
    await set('USD', 499, { DE: 599 });
    const open = (await rows()).filter(({ is_open }) => is_open);
    expect(open).toHaveLength(6);
    expect(await rows()).toHaveLength(before.length + 1);
    expect(await inForce('DE')).toEqual([599, 'EUR']);
    expect(await auditOf(app.id)).toEqual(['app.priced', 'app.priced']);
  });

  test('of a country that the store does not offer is kept for those who live there', async () => {
    const { set, inForce } = await scene();
    const view = await set('EUR', 299, { PL: 999 });
    expect(view.countries).toContainEqual({ country: 'PL', currency: 'PLN', amountMinor: 999, isOverride: true });
    expect(await inForce('PL')).toEqual([999, 'PLN']);
  });

  test('of two at once: one stands, whole', async () => {
    const { set, rows } = await scene();
    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => set('USD', n * 100 - 1)));
    const open = (await rows()).filter(({ is_open }) => is_open);
    expect(open.map(({ country }) => country).sort()).toEqual(['*', 'BR', 'DE', 'GB', 'JP', 'US']);
    expect(new Set(open.filter(({ currency }) => currency === 'USD').map(({ amount }) => amount)).size).toBe(1);
  });
});

describe('free and paid', () => {
  test('an app becomes paid and free again, and those who own it keep it', async () => {
    const { set, inForce, app, price } = await scene();
    const shopper = await createActor(database.db);
    await createPurchase(database.db, { user: { id: shopper.userId }, app, price });
    await set('USD', 999);
    expect(await inForce('US')).toEqual([999, 'USD']);
    expect(await database.sql`select is_active from entitlements where app_id = ${app.id}`).toEqual([
      { is_active: true },
    ]);
    const free = await set('JPY', 0);
    expect(free.countries.every(({ amountMinor }) => amountMinor === 0)).toBe(true);
    expect(await inForce('DE')).toEqual([0, 'EUR']);
  });

  test('subscriptions stay as they are', async () => {
    const { set, rows } = await scene([{ kind: 'subscription', period: 'P1M', amountMinor: 299 }]);
    await set('USD', 999);
    expect((await rows())[0]).toMatchObject({ country: '*', amount: 299, is_open: true });
  });
});

describe('what is refused', () => {
  test.each([
    ['XAU', 100, {}, 'unknown_currency'],
    ['USD', 5, {}, 'price_out_of_range'],
    ['USD', 1_000_001, {}, 'price_out_of_range'],
    ['JPY', 1, {}, 'price_out_of_range'],
    ['USD', 499, { DE: 2 }, 'price_out_of_range'],
  ] as const)('%s %d with %o', async (currency, amount, overrides, code) => {
    const { set, rows } = await scene();
    const before = await rows();
    await expect(set(currency, amount, overrides)).rejects.toMatchObject({ code, status: 422 });
    expect(await rows()).toEqual(before);
  });

  test('whoever may not set prices', async () => {
    const { team, app } = await scene();
    const body = { base: { currency: 'USD', amountMinor: 499 }, overrides: {} };
    for (const [actor, status] of [
      [team.marketer, 403],
      [team.viewer, 403],
      [keyActor(team.id, 'read', 'listing'), 403],
      [team.stranger, 404],
    ] as const) {
      await expect(putPrices(as(actor), app.id, body)).rejects.toMatchObject({ status });
    }
    await expect(getPrices(as(team.stranger), app.id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await getPrices(as(team.viewer), app.id)).base).toBeNull();
  });
});

test('prices that were never set here are shown as they are', async () => {
  const { team, app } = await scene([{ amountMinor: 299 }, { country: 'DE', currency: 'EUR', amountMinor: 199 }]);
  const { countries } = await getPrices(as(team.viewer), app.id);
  expect(countries).toContainEqual({ country: 'DE', currency: 'EUR', amountMinor: 199, isOverride: false });
  expect(countries).toContainEqual({ country: 'JP', currency: 'USD', amountMinor: 299, isOverride: false });
});
