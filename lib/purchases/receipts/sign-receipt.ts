import { sign } from 'node:crypto';
import type { Ctx } from '@/lib/context';
import { newId } from '@/lib/ids';
import { claimsOf, readTransaction } from './claims';
import { signingKey } from './keys';
import { receiptType } from './rules';

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * The receipt of a purchase as it stands, a compact JWS, signed anew at each call; null when it is neither completed nor
 * refunded. Whose purchase it is, the caller has checked. Reads from `ctx.db` alone, so it works in a transaction.
 */
export async function signReceipt(ctx: Ctx, purchaseId: string): Promise<string | null> {
  const row = await readTransaction(ctx, purchaseId);
  if (!row) return null;
  const { kid, privateKey } = await signingKey(ctx);
  const header = encode({ alg: 'ES256', kid, typ: receiptType });
  const signed = `${header}.${encode(claimsOf(row, { jti: newId(ctx.now), signedDate: ctx.now.getTime() }))}`;
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}
