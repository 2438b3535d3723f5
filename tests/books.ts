import { eq } from 'drizzle-orm';
import * as schema from '@/db/schema';
import { newId } from '@/lib/ids';
import { type SaleRates, saleEntries } from '@/lib/purchases/rules';
import type { TestDatabase } from './database';
import { type CreatedApp, createApp, createPurchase, createUser } from './factories';

type Sale = { amountMinor: number; currency: string; country: string; at: Date; rates: SaleRates };
type Purchase = typeof schema.purchases.$inferSelect;

const usual: Omit<Sale, 'at'> = {
  amountMinor: 499,
  currency: 'USD',
  country: 'US',
  rates: { tax: 0, commission: 0.3 },
};

/** Sales and refunds with their entries, at any moment: what the commands would have left behind. */
export function booksOf(database: TestDatabase) {
  const entryOf = (purchase: Purchase, organizationId: string, transactionId: string, createdAt: Date) => ({
    transactionId,
    purchaseId: purchase.id,
    organizationId,
    currency: purchase.currency,
    createdAt,
  });

  async function sell({ app, price }: CreatedApp, sale: Partial<Sale> = {}): Promise<Purchase> {
    const { amountMinor, currency, country, at, rates } = { at: new Date(), ...usual, ...sale };
    const user = await createUser(database.db, { country });
    const values = { amountMinor, currency, country, createdAt: at, purchasedAt: at };
    const purchase = await createPurchase(database.db, { user, app, price }, values);
    const entries =
      amountMinor > 0 ? saleEntries({ amountMinor, country, organizationId: app.organizationId }, rates) : [];
    if (entries.length > 0) {
      const common = entryOf(purchase, app.organizationId, purchase.id, at);
      await database.db
        .insert(schema.ledgerEntries)
        .values(entries.map((entry) => ({ ...common, ...entry, id: newId() })));
    }
    return purchase;
  }

  async function giveBack(purchase: Purchase, at = new Date()): Promise<string> {
    const { db } = database;
    const id = newId();
    const { id: purchaseId, userId, amountMinor, currency } = purchase;
    await db.insert(schema.refunds).values({
      id,
      purchaseId,
      userId,
      amountMinor,
      currency,
      reason: 'OTHER',
      status: 'approved',
      recoveryPoint: 'finished',
      providerRefundId: `re_${id}`,
      createdAt: at,
      decidedAt: at,
      finishedAt: at,
    });
    const [charge] = await db
      .update(schema.sandboxCharges)
      .set({ status: 'refunded' })
      .where(eq(schema.sandboxCharges.idempotencyKey, purchaseId))
      .returning();
    if (!charge) throw new Error('only what was charged goes back');
    await db
      .insert(schema.sandboxRefunds)
      .values({ id: `re_${id}`, idempotencyKey: id, chargeId: charge.id, amountMinor, createdAt: at });
    await db
      .update(schema.purchases)
      .set({ status: 'refunded', refundedAt: at })
      .where(eq(schema.purchases.id, purchaseId));
    await db
      .update(schema.entitlements)
      .set({ isActive: false, revokedAt: at })
      .where(eq(schema.entitlements.purchaseId, purchaseId));
    const sold = await db.select().from(schema.ledgerEntries).where(eq(schema.ledgerEntries.transactionId, purchaseId));
    await db.insert(schema.ledgerEntries).values(
      sold.map((entry) => ({
        ...entry,
        id: newId(),
        transactionId: id,
        amountMinor: -entry.amountMinor,
        createdAt: at,
      })),
    );
    return id;
  }

  const product = (amountMinor = 499, organizationId?: string) =>
    createApp(database.db, {
      prices: [{ amountMinor, currency: 'USD' }],
      ...(organizationId ? { organizationId } : {}),
    });

  return { sell, giveBack, product };
}
