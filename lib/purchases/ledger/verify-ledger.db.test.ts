import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createApp } from '@/tests/factories';
import { ledgerScene } from '@/tests/ledger-scene';
import { bodyFor, codeOf, paid, purchaseTests } from '@/tests/purchases';
import { requestRefund } from '../refunds/request-refund';
import { ledgerChecks } from './checks';
import { verifyLedgerJob } from './verify-job';
import { verifyLedger } from './verify-ledger';

const database = testDatabase();
const { ids, foundAfter, entry } = ledgerScene(database);
const system = { kind: 'system', job: 'test' } as const;
const { buyer } = purchaseTests(database);
const nobody = new AbortController().signal;

describe('the proof', () => {
  test('finds nothing in books that are in order, and says what it looked at', async () => {
    const { checks, findings, balances } = await verifyLedger(database.ctx({ actor: system }));
    expect(findings).toEqual([]);
    expect(checks.map(({ check }) => check)).toEqual(ledgerChecks.map(({ name }) => name));
    expect(Object.fromEntries(checks.map(({ check, looked }) => [check, looked]))).toMatchObject({
      transactions_balance: 14,
      sales_booked: 2,
      refunds_reversed: 1,
      payouts_booked: 1,
      no_orphans: 4,
      sandbox_charges: 2,
      sandbox_refunds: 1,
    });
    // 19.99 € with 19% in it: 3.19 tax, of 16.80 5.04 commission, 11.76 paid out.
    expect(balances.map(({ account, currency, balanceMinor }) => [account, currency, balanceMinor])).toEqual([
      ['organization:*:payable', 'EUR', 0n],
      ['payout:clearing', 'EUR', -1176n],
      ['provider:clearing', 'EUR', 1999n],
      ['store:commission', 'EUR', -504n],
      ['tax:payable:*', 'EUR', -319n],
    ]);
    expect(balances.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n)).toBe(0n);
  });

  test('finds nothing in what the commands leave behind: bought, declined, free and refunded', async () => {
    const [costly, free] = [await createApp(database.db, paid), await createApp(database.db)];
    const bought = await buyer();
    expect((await bought.buy(bodyFor(costly))).status).toBe(201);
    expect((await bought.buy(bodyFor(free))).status).toBe(201);
    const declined = await buyer();
    const body = bodyFor(costly, { paymentMethodId: 'sandbox:card_declined' });
    expect((await declined.buy(body)).status).toBe(402);
    const sorry = await buyer();
    const { purchase } = JSON.parse((await sorry.buy(bodyFor(costly))).body);
    const refund = await requestRefund(sorry.ctx(), { purchaseId: purchase.id, reason: 'OTHER' });
    expect(refund.body.refund.status).toBe('approved');
    const { checks, findings } = await verifyLedger(database.ctx({ actor: system }));
    expect(findings).toEqual([]);
    expect(checks.find(({ check }) => check === 'refunds_reversed')?.looked).toBe(2);
  });

  test('is for the system and admins', async () => {
    const as = async (roles: string[]) =>
      codeOf(verifyLedger(database.ctx({ actor: await createActor(database.db, { roles }) })));
    expect(await codeOf(verifyLedger(database.ctx()))).toBe('401 not_signed_in');
    expect(await as([])).toBe('403 role_required');
    expect(await as(['moderator'])).toBe('403 role_required');
    expect(await as(['admin'])).toBe('no refusal');
  });

  test('the nightly job is silent on books in order, and fails with what it found otherwise', async () => {
    expect(await verifyLedgerJob.run(database.ctx({ actor: system }), nobody)).toBe('11 checks, nothing amiss');
    const undo = new Error('undo');
    const run = database.db.transaction(async (tx) => {
      await tx.execute(
        sql`update entitlements set is_active = false, revoked_at = now() where purchase_id = ${ids.sale}`,
      );
      await expect(verifyLedgerJob.run(database.ctx({ actor: system, db: tx }), nobody)).rejects.toThrow(
        `entitlements_of_purchases: 1 (${ids.sale})`,
      );
      throw undo;
    });
    await expect(run).rejects.toBe(undo);
  });
});

describe('what it finds', () => {
  test('a transaction that does not balance', async () => {
    const found = await foundAfter(
      `update ledger_entries set amount_minor = amount_minor - 1 where transaction_id = '${ids.sale}' and account = 'store:commission'`,
    );
    expect(found).toEqual({ transactions_balance: [ids.sale] });
  });

  test('a transaction that balances over two currencies, but in neither', async () => {
    const found = await foundAfter(
      `update ledger_entries set currency = 'USD' where transaction_id = '${ids.sale}' and account = 'store:commission'`,
    );
    expect(found).toEqual({ transactions_balance: [ids.sale], sales_booked: [ids.sale] });
  });

  test.each([
    ['a paid purchase without entries', () => [`delete from ledger_entries where transaction_id = '${ids.sale}'`]],
    [
      'a sale of another amount than was paid',
      () => [`update ledger_entries set amount_minor = amount_minor * 2 where transaction_id = '${ids.sale}'`],
    ],
    [
      'a part on the wrong side',
      () => [
        `update ledger_entries set amount_minor = amount_minor - 2 * 504 where transaction_id = '${ids.sale}' and account like 'organization:%'`,
        `update ledger_entries set amount_minor = 504 where transaction_id = '${ids.sale}' and account = 'store:commission'`,
      ],
    ],
    [
      'a part on an account that no sale has',
      () => [
        `update ledger_entries set account = 'tax:payable:FR' where transaction_id = '${ids.sale}' and account = 'tax:payable:DE'`,
      ],
    ],
    [
      'a part that names no purchase',
      () => [
        `update ledger_entries set purchase_id = null where transaction_id = '${ids.sale}' and account = 'store:commission'`,
      ],
    ],
  ])('%s', async (_, statements) => {
    expect(await foundAfter(...statements())).toEqual({ sales_booked: [ids.sale] });
  });

  test('entries of what was free or failed', async () => {
    for (const id of [ids.free, ids.failed]) {
      const found = await foundAfter(entry(id, id, 'provider:clearing', 5), entry(id, id, 'store:commission', -5));
      expect(found).toEqual({ unsold_not_booked: [id] });
    }
  });

  test('entries of a purchase that is pending', async () => {
    const found = await foundAfter(
      `delete from entitlements where purchase_id = '${ids.sale}'`,
      `update purchases set status = 'pending', purchased_at = null where id = '${ids.sale}'`,
    );
    expect(found).toEqual({ unsold_not_booked: [ids.sale] });
  });

  test('a refund that was not booked, or not entry by entry', async () => {
    const none = await foundAfter(`delete from ledger_entries where transaction_id = '${ids.refund}'`);
    expect(none).toEqual({ refunds_reversed: [ids.refund] });
    const other = await foundAfter(
      `update ledger_entries set account = 'store:adjustment' where transaction_id = '${ids.refund}' and account = 'store:commission'`,
    );
    expect(other).toEqual({ refunds_reversed: [ids.refund] });
    const elsewhere = await foundAfter(
      `update ledger_entries set purchase_id = '${ids.sale}' where transaction_id = '${ids.refund}'`,
    );
    expect(elsewhere).toEqual({ refunds_reversed: [ids.refund] });
  });

  test('entries of a refund that is not finished, of a purchase that is refunded all the same', async () => {
    const found = await foundAfter(
      `update refunds set recovery_point = 'refunded', finished_at = null where id = '${ids.refund}'`,
    );
    expect(found).toEqual({ refunds_reversed: [ids.refund], refunds_of_purchases: [ids.refunded] });
  });

  test('a refunded purchase without a refund, and one whose refund is of another amount', async () => {
    const without = await foundAfter(
      `delete from ledger_entries where transaction_id = '${ids.refund}'`,
      `delete from refunds where id = '${ids.refund}'`,
    );
    expect(without).toEqual({ refunds_of_purchases: [ids.refunded], sandbox_refunds: [ids.refund] });
    const less = await foundAfter(`update refunds set amount_minor = 1000 where id = '${ids.refund}'`);
    expect(less).toEqual({ refunds_of_purchases: [ids.refunded], sandbox_refunds: [ids.refund] });
  });

  test('a finished refund of a purchase that is still completed', async () => {
    const found = await foundAfter(
      `update purchases set status = 'completed', refunded_at = null where id = '${ids.refunded}'`,
      `update entitlements set is_active = true, revoked_at = null where purchase_id = '${ids.refunded}'`,
    );
    expect(found).toEqual({ refunds_of_purchases: [ids.refunded], sandbox_charges: [ids.refunded] });
  });

  test('a payout without its pair, of another amount or from another account', async () => {
    const finding = { payouts_booked: [ids.payout] };
    expect(await foundAfter(`delete from ledger_entries where transaction_id = '${ids.payout}'`)).toEqual(finding);
    expect(await foundAfter(`update payouts set amount_minor = amount_minor + 1`)).toEqual(finding);
    expect(
      await foundAfter(
        `update ledger_entries set account = 'store:commission' where transaction_id = '${ids.payout}' and account = 'payout:clearing'`,
      ),
    ).toEqual(finding);
  });

  test('entries of a transaction that nobody knows', async () => {
    const id = newId();
    const found = await foundAfter(
      entry(id, null, 'provider:clearing', 100),
      entry(id, null, 'store:commission', -100),
    );
    expect(found).toEqual({ no_orphans: [id] });
  });

  test.each([
    ['who paid and does not own', () => [`delete from entitlements where purchase_id = '${ids.sale}'`], () => ids.sale],
    [
      'who paid and lost it',
      () => [`update entitlements set is_active = false, revoked_at = now() where purchase_id = '${ids.sale}'`],
      () => ids.sale,
    ],
    [
      'who got the money back and still owns',
      () => [`update entitlements set is_active = true, revoked_at = null where purchase_id = '${ids.refunded}'`],
      () => ids.refunded,
    ],
    [
      'who never paid and owns',
      () => [`update entitlements set purchase_id = '${ids.failed}' where purchase_id = '${ids.free}'`],
      () => ids.free,
    ],
    [
      'what was bought by somebody else',
      () => [`update entitlements set user_id = '${ids.user}' where purchase_id = '${ids.free}'`],
      () => ids.free,
    ],
  ])('%s', async (_, statements, id) => {
    const found = await foundAfter(...statements());
    expect(Object.keys(found)).toEqual(['entitlements_of_purchases']);
    expect(found.entitlements_of_purchases).toContain(id());
  });

  test('who owns an app twice', async () => {
    const found = await foundAfter(
      'drop index entitlements_one_active_key',
      `update entitlements e set user_id = s.user_id, app_id = s.app_id from entitlements s
        where e.purchase_id = '${ids.free}' and s.purchase_id = '${ids.sale}'`,
      `update purchases p set user_id = s.user_id, app_id = s.app_id from purchases s
        where p.id = '${ids.free}' and s.id = '${ids.sale}'`,
    );
    expect(Object.keys(found)).toEqual(['one_entitlement_each']);
  });
});
