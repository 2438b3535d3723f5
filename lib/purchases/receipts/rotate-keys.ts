import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { forgetSigningKey, insertKey, readInUse, retireKey } from './keys';

/**
 * Retires the key in use and makes a new one, in one transaction with its line in the audit log. Receipts of the old one
 * stay valid: its public half is published for ever. For the operator of the machine. Throws 403 `role_required`, 409
 * `keys_changed` when somebody else does the same.
 */
export async function rotateKeys(ctx: Ctx): Promise<{ kid: string; retired: string | null }> {
  if (ctx.actor.kind !== 'system') {
    throw new AppError('forbidden', 'role_required', { detail: 'This is done on the machine: npm run keys:rotate.' });
  }
  const rotated = await inTransaction(ctx, async (tx) => {
    const old = await readInUse(tx);
    if (old) await retireKey(tx, old.id);
    const made = await insertKey(tx);
    if (!made) {
      throw new AppError('conflict', 'keys_changed', { detail: 'Somebody else is changing the keys. Try again.' });
    }
    const retired = old?.id ?? null;
    await appendAudit(tx, {
      action: 'receipt_key.rotated',
      subjectType: 'receipt_key',
      subjectId: made.kid,
      changes: { retired },
    });
    return { kid: made.kid, retired };
  });
  forgetSigningKey();
  return rotated;
}
