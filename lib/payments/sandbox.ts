import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { sandboxCharges } from '@/db/schema';
import { newId } from '@/lib/ids';
import type { ChargeOutcome, PaymentProvider } from './provider';
import { isSandboxToken, sandboxCards } from './rules';

/** Money that is not real, booked in a ledger of its own, apart from every transaction of the store. */
export function sandboxProvider(db: Db): PaymentProvider {
  const findByKey = async (key: string) => {
    const [charge] = await db.select().from(sandboxCharges).where(eq(sandboxCharges.idempotencyKey, key));
    return charge ?? null;
  };
  const succeeded = (paymentId: string): ChargeOutcome => ({ outcome: 'succeeded', paymentId });

  return {
    name: 'sandbox',
    defaultToken: 'sandbox:ok',
    describe: (token) => (isSandboxToken(token) ? { label: sandboxCards[token].label } : null),

    async charge({ key, amountMinor, currency, token }) {
      if (!isSandboxToken(token)) throw new Error('the sandbox does not know this token');
      const { declineCode } = sandboxCards[token];
      if (declineCode === null) {
        const charge = {
          id: `ch_${newId()}`,
          idempotencyKey: key,
          amountMinor,
          currency,
          status: 'succeeded',
          createdAt: new Date(),
        };
        const [made] = await db.insert(sandboxCharges).values(charge).onConflictDoNothing().returning();
        if (made) return succeeded(made.id);
      }
      const earlier = await findByKey(key);
      if (earlier === null) return { outcome: 'declined', code: declineCode ?? 'card_declined' };
      if (earlier.amountMinor !== amountMinor || earlier.currency !== currency) {
        throw new Error('this key was used for another charge');
      }
      return succeeded(earlier.id);
    },

    async retrieveByKey(key) {
      const charge = await findByKey(key);
      return charge && succeeded(charge.id);
    },
  };
}
