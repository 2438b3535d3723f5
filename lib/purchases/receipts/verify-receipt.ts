import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { checkReceipt } from './check-receipt';
import { claimsOf, readTransaction } from './claims';
import { findPublicKey } from './keys';
import { maxReceiptBytes, standingOf } from './rules';
import type { ReceiptVerdict, VerifyReceiptBody } from './schema';

/**
 * What a receipt is worth: the signature says that it is ours, the database how things stand now. Anybody may ask.
 * Throws 400 `receipt_malformed`, 413 `receipt_too_large`; everything else that is wrong is `valid: false` with a code.
 */
export async function verifyReceipt(
  ctx: Ctx,
  { receipt, bundleId, environment }: VerifyReceiptBody,
): Promise<ReceiptVerdict> {
  if (Buffer.byteLength(receipt) > maxReceiptBytes) {
    throw new AppError('too_large', 'receipt_too_large', { detail: 'A receipt has at most 16 KiB.' });
  }
  const checked = await checkReceipt(receipt, (kid) => findPublicKey(ctx, kid), { bundleId, environment });
  if (!checked) {
    throw new AppError('invalid', 'receipt_malformed', {
      detail: 'A receipt is three base64url parts with dots between them, the first a JSON object.',
    });
  }
  if ('refusal' in checked) return { valid: false, code: checked.refusal };
  const signed = checked.transaction;
  const row = await readTransaction(ctx, signed.transactionId);
  if (!row) return { valid: false, code: 'unknown_receipt' };
  const isRefunded = row.status === 'refunded';
  // Free ones name no provider: what was signed as a sandbox's stays one.
  const transaction = { ...claimsOf(row, signed), environment: signed.environment };
  return { valid: true, code: 'ok', ...standingOf({ ...row, isRefunded }, ctx.now), transaction };
}
