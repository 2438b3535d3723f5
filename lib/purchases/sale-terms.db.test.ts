import { beforeEach, describe, expect, test } from 'vitest';
import { settings } from '@/db/schema';
import { forgetSettings } from '@/lib/settings';
import { booksOf } from '@/tests/books';
import { testDatabase } from '@/tests/database';
import { createOrganization } from '@/tests/factories';
import { makePayouts } from './payouts/make-payouts';
import { saleTerms } from './sale-terms';

const database = testDatabase();
const { sell, giveBack, product } = booksOf(database);
const year = new Date().getUTCFullYear();
const inLastYear = new Date(Date.UTC(year - 1, 6, 1));
const rates = { tax: 0, commission: 0 };

/** Of a new app of the organisation, asked at a moment. */
async function commissionOf(organizationId: string, at = new Date()): Promise<number> {
  const { app } = await product(499, organizationId);
  return (await saleTerms(database.ctx({ now: at }), app.id, 'US')).commission;
}

async function earn(amountMinor: number, at = inLastYear, currency = 'USD') {
  const { id } = await createOrganization(database.db);
  const app = await product(amountMinor, id);
  const purchase = await sell(app, { amountMinor, currency, at, rates });
  return { id, app, purchase };
}

const million = 100_000_000;

beforeEach(async () => {
  await database.db.delete(settings);
  forgetSettings();
});

describe('the commission', () => {
  test('is reduced below a million dollars of proceeds in the last calendar year, and not at it', async () => {
    expect(await commissionOf((await createOrganization(database.db)).id)).toBe(0.15);
    expect(await commissionOf((await earn(million - 1)).id)).toBe(0.15);
    expect(await commissionOf((await earn(million)).id)).toBe(0.3);
  });

  test('is the organisation’s, for each of its apps, and nobody else’s', async () => {
    const [large, small] = [await earn(million), await earn(100)];
    const at = (app: { id: string }) => saleTerms(database.ctx(), app.id, 'US');
    // In turns: what was remembered of one is not the other's.
    for (let i = 0; i < 2; i += 1) {
      expect((await at(large.app.app)).commission).toBe(0.3);
      expect((await at(small.app.app)).commission).toBe(0.15);
    }
    expect(await commissionOf(large.id)).toBe(0.3);
    expect(await commissionOf(small.id)).toBe(0.15);
  });

  test('follows an app to the organisation that it moves to', async () => {
    const [large, small] = [await earn(million), await earn(100)];
    const { app } = await product(499, small.id);
    expect((await saleTerms(database.ctx(), app.id, 'US')).commission).toBe(0.15);
    await database.sql`update apps set organization_id = ${large.id} where id = ${app.id}`;
    expect((await saleTerms(database.ctx(), app.id, 'US')).commission).toBe(0.3);
  });

  test('counts what was refunded in that year off, and what was paid out not', async () => {
    const refunded = await earn(million);
    await giveBack(refunded.purchase, new Date(Date.UTC(year - 1, 7, 1)));
    expect(await commissionOf(refunded.id)).toBe(0.15);

    const paid = await earn(million);
    await makePayouts(
      database.ctx({ actor: { kind: 'system', job: 'test' }, now: new Date(Date.UTC(year - 1, 8, 2)) }),
      `${year - 1}-08`,
    );
    expect(await commissionOf(paid.id)).toBe(0.3);
  });

  test('counts neither this year, nor the one before last, nor other currencies', async () => {
    const lastMoment = new Date(Date.UTC(year, 0, 1) - 1);
    expect(await commissionOf((await earn(million, new Date(Date.UTC(year, 0, 1)))).id)).toBe(0.15);
    expect(await commissionOf((await earn(million, new Date(Date.UTC(year - 1, 0, 1) - 1))).id)).toBe(0.15);
    expect(await commissionOf((await earn(million, lastMoment)).id)).toBe(0.3);
    expect(await commissionOf((await earn(million, inLastYear, 'JPY')).id)).toBe(0.15);
  });

  test('looks at another year when the next one begins', async () => {
    const { id } = await earn(million);
    expect(await commissionOf(id)).toBe(0.3);
    expect(await commissionOf(id, new Date(Date.UTC(year + 1, 0, 1)))).toBe(0.15);
  });
});
