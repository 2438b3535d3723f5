import { describe, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { ledgerScene } from '@/tests/ledger-scene';

const { ids, foundAfter } = ledgerScene(testDatabase());

describe('between the store and the sandbox, the proof finds', () => {
  test.each([
    ['a paid purchase that was never charged', `delete from sandbox.charges where idempotency_key = '$sale'`],
    [
      'a charge of another amount',
      `update sandbox.charges set amount_minor = amount_minor + 1 where idempotency_key = '$sale'`,
    ],
    ['a charge in another currency', `update sandbox.charges set currency = 'JPY' where idempotency_key = '$sale'`],
    [
      'money that went back for nothing',
      `update sandbox.charges set status = 'refunded' where idempotency_key = '$sale'`,
    ],
    [
      'another charge than the purchase knows',
      `update purchases set provider_payment_id = 'ch_other' where id = '$sale'`,
    ],
  ])('%s', async (_, statement) => {
    expect(await foundAfter(statement.replace('$sale', ids.sale))).toEqual({ sandbox_charges: [ids.sale] });
  });

  test('a charge of nobody’s purchase, and one of a purchase that failed', async () => {
    const charge = (key: string) =>
      `insert into sandbox.charges (id, idempotency_key, amount_minor, currency, status, created_at)
       values ('ch_extra', '${key}', 1999, 'USD', 'succeeded', now())`;
    const nobodys = newId();
    expect(await foundAfter(charge(nobodys))).toEqual({ sandbox_charges: [nobodys] });
    expect(await foundAfter(charge(ids.failed))).toEqual({ sandbox_charges: [ids.failed] });
  });

  test('a refund that the sandbox never made, one it made for nobody, and one of another amount', async () => {
    expect(await foundAfter('delete from sandbox.refunds')).toEqual({ sandbox_refunds: [ids.refund] });
    expect(await foundAfter('update sandbox.refunds set amount_minor = amount_minor - 1')).toEqual({
      sandbox_refunds: [ids.refund],
    });
    const extra = newId();
    const found = await foundAfter(
      `insert into sandbox.refunds (id, idempotency_key, charge_id, amount_minor, created_at)
       select 're_extra', '${extra}', id, amount_minor, now() from sandbox.charges where idempotency_key = '${ids.sale}'`,
    );
    expect(found).toEqual({ sandbox_refunds: [extra] });
  });
});

describe('what is under way is no finding', () => {
  test('a pending purchase that was charged already', async () => {
    const found = await foundAfter(
      `delete from ledger_entries where transaction_id = '${ids.sale}'`,
      `delete from entitlements where purchase_id = '${ids.sale}'`,
      `update purchases set status = 'pending', purchased_at = null, provider_payment_id = null where id = '${ids.sale}'`,
    );
    expect(found).toEqual({});
  });

  const approved = (purchase: string, point: string) =>
    `insert into refunds (id, purchase_id, user_id, amount_minor, currency, reason, status, recovery_point, created_at, decided_at)
     select '${newId()}', id, user_id, amount_minor, currency, 'OTHER', 'approved', '${point}', now(), now()
     from purchases where id = '${purchase}'`;
  const sentBack = (purchase: string) => [
    `update sandbox.charges set status = 'refunded' where idempotency_key = '${purchase}'`,
    `insert into sandbox.refunds (id, idempotency_key, charge_id, amount_minor, created_at)
     select 're_' || r.id, r.id::text, c.id, c.amount_minor, now()
     from refunds r join sandbox.charges c on c.idempotency_key = r.purchase_id::text where r.purchase_id = '${purchase}'`,
  ];

  test('an approved refund, whether the bank has heard of it or not', async () => {
    expect(await foundAfter(approved(ids.sale, 'requested'))).toEqual({});
    expect(await foundAfter(approved(ids.sale, 'requested'), ...sentBack(ids.sale))).toEqual({});
    expect(await foundAfter(approved(ids.sale, 'refunded'), ...sentBack(ids.sale))).toEqual({});
  });

  test('money on its way back, or back, of a purchase that failed after all', async () => {
    const stray = [
      `update purchases set provider = 'sandbox', provider_payment_id = 'ch_stray' where id = '${ids.failed}'`,
      `insert into sandbox.charges (id, idempotency_key, amount_minor, currency, status, created_at)
       select 'ch_stray', id::text, amount_minor, currency, 'succeeded', now() from purchases where id = '${ids.failed}'`,
      approved(ids.failed, 'requested'),
    ];
    expect(await foundAfter(...stray)).toEqual({});
    const done = `update refunds set recovery_point = 'finished', finished_at = now() where purchase_id = '${ids.failed}'`;
    expect(await foundAfter(...stray, ...sentBack(ids.failed), done)).toEqual({});
  });

  test('a subscription that has ended is paid for and owned no more; a renewal keeps a refunded first period owned', async () => {
    const ended = await foundAfter(
      `update purchases set kind = 'subscription' where id = '${ids.sale}'`,
      `update entitlements set is_active = false, revoked_at = now() where purchase_id = '${ids.sale}'`,
    );
    expect(ended).toEqual({});
    const renewed = await foundAfter(
      `update entitlements set is_active = true, revoked_at = null where purchase_id = '${ids.refunded}'`,
      `insert into purchases (id, user_id, app_id, price_id, amount_minor, currency, country, kind, status, original_purchase_id, period_number, created_at, purchased_at)
       select '${newId()}', user_id, app_id, price_id, 0, currency, country, 'subscription', 'completed', id, 1, now(), now()
       from purchases where id = '${ids.refunded}'`,
    );
    expect(renewed).toEqual({});
  });
});
