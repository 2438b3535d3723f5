import { sql } from 'drizzle-orm';
import { beforeAll, expect } from 'vitest';
import type { Tx } from '@/db/client';
import { newId } from '@/lib/ids';
import { type LedgerProof, verifyLedger } from '@/lib/purchases/ledger/verify-ledger';
import { makePayouts } from '@/lib/purchases/payouts/make-payouts';
import { booksOf } from './books';
import type { TestDatabase } from './database';
import { createApp, createPurchase, createUser } from './factories';

/** Books in order, with one of each kind of transaction, and what is found in them once something was broken. */
export function ledgerScene(database: TestDatabase) {
  const { sell, giveBack, product } = booksOf(database);
  const system = { kind: 'system', job: 'test' } as const;
  const lastYear = new Date(Date.UTC(new Date().getUTCFullYear() - 1, 4, 10));
  const ids = { sale: '', refunded: '', refund: '', payout: '', free: '', failed: '', organization: '', user: '' };

  beforeAll(async () => {
    const app = await product(1999);
    const organizationId = app.app.organizationId;
    const rates = { tax: 0.19, commission: 0.3 };
    const sale = await sell(app, { amountMinor: 1999, country: 'DE', currency: 'EUR', at: lastYear, rates });
    const refunded = await sell(app, { amountMinor: 1999, country: 'DE', currency: 'EUR', at: lastYear, rates });
    const refund = await giveBack(refunded, new Date(lastYear.getTime() + 60_000));
    const free = await createApp(database.db);
    const given = await sell(free, { amountMinor: 0 });
    const failed = await createPurchase(
      database.db,
      { ...app, user: await createUser(database.db) },
      { status: 'failed' },
    );
    await makePayouts(database.ctx({ actor: system }), lastYear.toISOString().slice(0, 7));
    const [payout] = await database.sql`select id from payouts`;
    Object.assign(ids, {
      sale: sale.id,
      refunded: refunded.id,
      refund,
      payout: payout?.id,
      free: given.id,
      failed: failed.id,
      organization: organizationId,
      user: sale.userId,
    });
  });

  /** What is found once something was broken; the damage is undone. */
  async function foundAfter(...statements: string[]): Promise<Record<string, string[]>> {
    let proof: LedgerProof | undefined;
    const undo = new Error('undo');
    const broken = database.db.transaction(async (tx: Tx) => {
      await tx.execute(sql`alter table ledger_entries disable trigger user`);
      for (const statement of statements) await tx.execute(sql.raw(statement));
      proof = await verifyLedger(database.ctx({ actor: system, db: tx }));
      throw undo;
    });
    await expect(broken).rejects.toBe(undo);
    return Object.fromEntries((proof?.findings ?? []).map(({ check, examples }) => [check, examples]));
  }

  const entry = (transaction: string, purchase: string | null, account: string, amount: number, currency = 'EUR') =>
    `insert into ledger_entries (id, transaction_id, purchase_id, organization_id, account, amount_minor, currency, created_at)
   values ('${newId()}', '${transaction}', ${purchase ? `'${purchase}'` : 'null'}, '${ids.organization}', '${account}', ${amount}, '${currency}', now())`;

  return { ids, foundAfter, entry };
}
