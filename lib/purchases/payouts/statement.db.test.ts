import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '@/lib/catalog/artwork/random';
import type { UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { booksOf } from '@/tests/books';
import { testDatabase } from '@/tests/database';
import { createActor, createOrganization } from '@/tests/factories';
import { codeOf } from '@/tests/purchases';
import { verifyLedger } from '../ledger/verify-ledger';
import { makePayouts } from './make-payouts';
import { monthBounds } from './rules';
import type { StatementAmounts } from './schema';
import { getPayoutStatement, getStatement } from './statement';

const database = testDatabase();
const { sell, giveBack, product } = booksOf(database);
const system = { kind: 'system', job: 'test' } as const;
const months = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'];

let admin: UserActor;
beforeAll(async () => {
  admin = await createActor(database.db, { roles: ['admin'] });
});

const statementOf = (organizationId: string, month: string, currency = 'USD') =>
  getStatement(database.ctx({ actor: admin }), organizationId, month, currency);

const zero: StatementAmounts = { units: 0, grossMinor: 0, taxMinor: 0, commissionMinor: 0, developerMinor: 0 };

describe('a statement', () => {
  test('says what was sold, refunded, kept, taxed and paid out, app by app', async () => {
    const first = await product(1999);
    const organizationId = first.app.organizationId;
    const second = await product(1000, organizationId);
    const at = new Date('2025-03-10T12:00:00Z');
    const rates = { tax: 0.19, commission: 0.3 };
    const bought = await sell(first, { amountMinor: 1999, country: 'DE', at, rates });
    await sell(first, { amountMinor: 1999, country: 'DE', at, rates });
    await sell(second, { amountMinor: 1000, at });
    await giveBack(bought, new Date('2025-04-02T12:00:00Z'));
    for (const month of ['2025-03', '2025-04']) {
      await makePayouts(database.ctx({ actor: system, now: monthBounds(month).end }), month);
    }
    const once = { units: 1, grossMinor: 1999, taxMinor: 319, commissionMinor: 504, developerMinor: 1176 };
    const other = { units: 1, grossMinor: 1000, taxMinor: 0, commissionMinor: 300, developerMinor: 700 };
    expect(await statementOf(organizationId, '2025-03')).toMatchObject({
      organization: { id: organizationId },
      month: '2025-03',
      currency: 'USD',
      openingMinor: 0,
      sales: { units: 3, grossMinor: 4998, taxMinor: 638, commissionMinor: 1308, developerMinor: 3052 },
      refunds: zero,
      payoutMinor: 3052,
      closingMinor: 0,
      apps: expect.arrayContaining([
        {
          app: { id: first.app.id, name: first.app.name, bundleId: first.app.bundleId },
          sales: { units: 2, grossMinor: 3998, taxMinor: 638, commissionMinor: 1008, developerMinor: 2352 },
          refunds: zero,
        },
        { app: expect.objectContaining({ id: second.app.id }), sales: other, refunds: zero },
      ]),
    });
    expect(await statementOf(organizationId, '2025-04')).toMatchObject({
      openingMinor: 0,
      sales: zero,
      refunds: once,
      payoutMinor: 0,
      closingMinor: -1176,
      apps: [{ sales: zero, refunds: once }],
    });
    expect(await statementOf(organizationId, '2025-05')).toMatchObject({ openingMinor: -1176, closingMinor: -1176 });
    expect(await statementOf(organizationId, '2025-03', 'EUR')).toMatchObject({
      sales: zero,
      payoutMinor: 0,
      apps: [],
    });
  });

  test.each([1, 2, 3])(
    'agrees with the ledger to the last minor unit, whatever was sold and refunded (%i)',
    async (seed) => {
      const random = createRandom(`statement ${seed}`);
      const { id: organizationId } = await createOrganization(database.db);
      const apps = [await product(500, organizationId), await product(500, organizationId)];
      const stranger = await product(500);
      const within = (month: string) => {
        const { start, end } = monthBounds(month);
        // The first and the last moment of a month too.
        const at = random.chance(0.1) ? start.getTime() : random.chance(0.1) ? end.getTime() - 1 : null;
        return new Date(at ?? start.getTime() + random.next() * (end.getTime() - start.getTime()));
      };
      const refundsOf = new Map<string, (() => Promise<unknown>)[]>();
      for (const [index, month] of months.entries()) {
        for (let i = random.int(0, 6); i > 0; i -= 1) {
          const app = random.chance(0.15) ? stranger : apps[random.int(0, 1)];
          if (!app) throw new Error('no app');
          const purchase = await sell(app, {
            amountMinor: random.int(1, 3000),
            currency: random.chance(0.8) ? 'USD' : 'JPY',
            country: random.chance(0.5) ? 'US' : 'DE',
            at: within(month),
            rates: { tax: random.chance(0.5) ? 0 : 0.19, commission: random.chance(0.5) ? 0.15 : random.next() * 0.99 },
          });
          const later = months[index + random.int(0, 2)];
          if (!later || !random.chance(0.4)) continue;
          const at = new Date(Math.max(within(later).getTime(), purchase.createdAt.getTime()));
          refundsOf.set(later, [...(refundsOf.get(later) ?? []), () => giveBack(purchase, at)]);
        }
        for (const refund of refundsOf.get(month) ?? []) await refund();
        if (random.chance(0.8)) await makePayouts(database.ctx({ actor: system, now: monthBounds(month).end }), month);
      }

      for (const currency of ['USD', 'JPY']) {
        let carried = 0;
        for (const month of months) {
          const statement = await statementOf(organizationId, month, currency);
          const { openingMinor, sales, refunds, payoutMinor, closingMinor } = statement;
          expect(openingMinor).toBe(carried);
          expect(closingMinor).toBe(openingMinor + sales.developerMinor - refunds.developerMinor - payoutMinor);
          for (const { grossMinor, taxMinor, commissionMinor, developerMinor } of [
            sales,
            refunds,
            ...statement.apps.flatMap((line) => [line.sales, line.refunds]),
          ]) {
            expect(taxMinor + commissionMinor + developerMinor).toBe(grossMinor);
          }
          const sum = (pick: (line: (typeof statement.apps)[number]) => number) =>
            statement.apps.reduce((total, line) => total + pick(line), 0);
          expect(sum((line) => line.sales.developerMinor)).toBe(sales.developerMinor);
          expect(sum((line) => line.refunds.grossMinor)).toBe(refunds.grossMinor);
          const [ledger] = await database.sql`
          select coalesce(-sum(l.amount_minor) filter (where o.id is null and l.created_at < ${monthBounds(month).end.toISOString()}::timestamptz), 0)::int
            - coalesce(sum(l.amount_minor) filter (where o.month <= ${month}), 0)::int as balance
          from ledger_entries l left join payouts o on o.id = l.transaction_id
          where l.account = ${`organization:${organizationId}:payable`} and l.currency = ${currency}`;
          expect(closingMinor).toBe(ledger?.balance);
          carried = closingMinor;
        }
        const [whole] = await database.sql`
        select coalesce(-sum(amount_minor), 0)::int as balance from ledger_entries
        where account = ${`organization:${organizationId}:payable`} and currency = ${currency}
          and created_at <= '2025-07-01'`;
        expect(carried).toBe(whole?.balance);
      }
      expect((await verifyLedger(database.ctx({ actor: system }))).findings).toEqual([]);
    },
  );

  test('is for admins, of organisations and payouts that there are', async () => {
    const { id } = await createOrganization(database.db);
    const as = async (roles: string[]) => {
      const ctx = database.ctx({ actor: await createActor(database.db, { roles }) });
      return [await codeOf(getStatement(ctx, id, '2025-01', 'USD')), await codeOf(getPayoutStatement(ctx, newId()))];
    };
    expect(await as([])).toEqual(['403 role_required', '403 role_required']);
    expect(await as(['moderator'])).toEqual(['403 role_required', '403 role_required']);
    expect(await as(['admin'])).toEqual(['no refusal', '404 not_found']);
    expect(await codeOf(statementOf(newId(), '2025-01'))).toBe('404 not_found');
  });
});
