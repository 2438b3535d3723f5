import { beforeEach, describe, expect, test } from 'vitest';
import { booksOf } from '@/tests/books';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { codeOf } from '@/tests/purchases';
import { verifyLedger } from '../ledger/verify-ledger';
import { makePayouts } from './make-payouts';
import { monthlyPayouts } from './monthly-job';

const database = testDatabase();
const { sell, giveBack, product } = booksOf(database);
const system = { kind: 'system', job: 'test' } as const;
const day = (month: number, date = 15) => new Date(Date.UTC(2025, month - 1, date));
const ctx = (now: Date) => database.ctx({ actor: system, now });
const rates = { tax: 0, commission: 0 };

/** An organisation that sells in dollars, unless told otherwise, and what became of its payouts. */
async function seller() {
  const app = await product(2000);
  const organizationId = app.app.organizationId;
  const sale = (amountMinor: number, at: Date, currency = 'USD') => sell(app, { amountMinor, at, currency, rates });
  const payouts = async () => {
    const rows = await database.sql`
      select month, currency, amount_minor::int as amount, status from payouts
      where organization_id = ${organizationId} order by month, currency`;
    return rows.map(({ month, currency, amount, status }) => `${month} ${currency} ${amount} ${status}`);
  };
  const payable = async () => {
    const [row] = await database.sql`
      select coalesce(-sum(amount_minor), 0)::int as owed from ledger_entries
      where account = ${`organization:${organizationId}:payable`} and currency = 'USD'`;
    return row?.owed;
  };
  return { sale, payouts, payable };
}

const soundness = async () => (await verifyLedger(ctx(day(12)))).findings;

beforeEach(async () => {
  // Each test has the months of the year to itself.
  await database.sql`alter table ledger_entries disable trigger ledger_entries_append_only`;
  await database.sql`truncate payouts, refunds, purchases, sandbox.charges, ledger_entries cascade`;
  await database.sql`alter table ledger_entries enable trigger ledger_entries_append_only`;
});

describe('payouts', () => {
  test('take out what each organisation is owed at the end of the month, in each currency', async () => {
    const [one, other] = [await seller(), await seller()];
    await one.sale(1500, day(3));
    await one.sale(700, day(4));
    await one.sale(4000, day(4), 'EUR');
    await one.sale(9999, day(5, 1));
    await other.sale(2500, new Date(Date.UTC(2025, 4, 1) - 1));
    expect(await makePayouts(ctx(day(5, 2)), '2025-04')).toEqual({ made: 3 });
    expect(await one.payouts()).toEqual(['2025-04 EUR 4000 pending', '2025-04 USD 2200 pending']);
    expect(await other.payouts()).toEqual(['2025-04 USD 2500 pending']);
    expect([await one.payable(), await other.payable()]).toEqual([9999, 0]);
    expect(await soundness()).toEqual([]);
  });

  test('are made once, however often and by however many at once', async () => {
    const { sale, payouts, payable } = await seller();
    await sale(5000, day(3));
    const all = await Promise.all(Array.from({ length: 10 }, () => makePayouts(ctx(day(4, 2)), '2025-03')));
    expect(all.reduce((sum, { made }) => sum + made, 0)).toBe(1);
    expect(await makePayouts(ctx(day(4, 2)), '2025-03')).toEqual({ made: 0 });
    expect(await payouts()).toEqual(['2025-03 USD 5000 pending']);
    expect(await payable()).toBe(0);
    expect(await soundness()).toEqual([]);
  });

  test('of several months at once pay no sale twice', async () => {
    const { sale, payouts, payable } = await seller();
    await sale(5000, day(2));
    await sale(3000, day(3));
    const months = ['2025-02', '2025-03', '2025-04', '2025-05'];
    await Promise.all([...months, ...months].map((month) => makePayouts(ctx(day(6, 2)), month)));
    expect(await payable()).toBe(0);
    const paid = (await payouts()).map((text) => Number(text.split(' ')[2]));
    expect(paid.reduce((sum, amount) => sum + amount, 0)).toBe(8000);
    expect(await soundness()).toEqual([]);
  });

  test('made late, one month after the other, are as if made in time', async () => {
    const { sale, payouts } = await seller();
    await sale(5000, day(2));
    await sale(3000, day(3));
    await makePayouts(ctx(day(6, 2)), '2025-02');
    await makePayouts(ctx(day(6, 2)), '2025-03');
    expect(await payouts()).toEqual(['2025-02 USD 5000 pending', '2025-03 USD 3000 pending']);
  });

  test('wait below the threshold and come together with the next month', async () => {
    const { sale, payouts } = await seller();
    await sale(999, day(2));
    await makePayouts(ctx(day(3, 2)), '2025-02');
    expect(await payouts()).toEqual([]);
    await sale(1, day(3));
    await makePayouts(ctx(day(4, 2)), '2025-03');
    expect(await payouts()).toEqual(['2025-03 USD 1000 pending']);
  });

  test('in a currency without a threshold are made from the first minor unit', async () => {
    const { sale, payouts } = await seller();
    await sale(1, day(2), 'KWD');
    await makePayouts(ctx(day(3, 2)), '2025-02');
    expect(await payouts()).toEqual(['2025-02 KWD 1 pending']);
  });

  test('carry over what was refunded after it was paid out', async () => {
    const { sale, payouts, payable } = await seller();
    const bought = await sale(5000, day(2));
    await makePayouts(ctx(day(3, 2)), '2025-02');
    await giveBack(bought, day(3));
    await sale(2000, day(3));
    await makePayouts(ctx(day(4, 2)), '2025-03');
    expect([await payouts(), await payable()]).toEqual([['2025-02 USD 5000 pending'], -3000]);
    await sale(4500, day(4));
    await makePayouts(ctx(day(5, 2)), '2025-04');
    expect(await payouts()).toEqual(['2025-02 USD 5000 pending', '2025-04 USD 1500 pending']);
    expect(await payable()).toBe(0);
    expect(await soundness()).toEqual([]);
  });

  test('are refused for a month that is not over, or that is none', async () => {
    const { sale, payouts } = await seller();
    await sale(5000, day(3));
    expect(await codeOf(makePayouts(ctx(day(3, 31)), '2025-03'))).toBe('409 month_not_over');
    expect(await codeOf(makePayouts(ctx(new Date(Date.UTC(2025, 3, 1) - 1)), '2025-03'))).toBe('409 month_not_over');
    for (const month of ['2025-13', '2025-00', '2025-3', 'March', '', "2025-03'"]) {
      expect(await codeOf(makePayouts(ctx(day(12)), month))).toBe('400 invalid_month');
    }
    expect(await payouts()).toEqual([]);
    expect(await makePayouts(ctx(new Date(Date.UTC(2025, 3, 1))), '2025-03')).toEqual({ made: 1 });
  });

  test('are made by the system and admins only', async () => {
    const { sale, payouts } = await seller();
    await sale(5000, day(3));
    const as = async (roles: string[]) =>
      codeOf(makePayouts(database.ctx({ actor: await createActor(database.db, { roles }) }), '2025-03'));
    expect(await codeOf(makePayouts(database.ctx(), '2025-03'))).toBe('401 not_signed_in');
    expect(await as([])).toBe('403 role_required');
    expect(await as(['moderator'])).toBe('403 role_required');
    expect(await payouts()).toEqual([]);
    expect(await as(['admin'])).toBe('no refusal');
    expect(await payouts()).toHaveLength(1);
  });

  test('come round on the second of each month, for the month before', async () => {
    const { sale, payouts } = await seller();
    await sale(5000, new Date(Date.UTC(2024, 11, 20)));
    const { signal } = new AbortController();
    expect(await monthlyPayouts.run(ctx(day(1, 2)), signal)).toBe('1 payouts made for 2024-12');
    expect(await monthlyPayouts.run(ctx(day(1, 2)), signal)).toBe('0 payouts made for 2024-12');
    expect(await payouts()).toEqual(['2024-12 USD 5000 pending']);
  });
});
