import { type KeyObject, verify } from 'node:crypto';
import { receiptType, decodeObject, splitReceipt } from './rules';
import { type Environment, type RefusalCode, type Transaction, transaction } from './schema';

type Expected = { bundleId?: string; environment?: Environment };

export type Checked = { transaction: Transaction } | { refusal: RefusalCode };

const allowedHeader = new Set(['alg', 'kid', 'typ']);
const thumbprint = /^[A-Za-z0-9_-]{43}$/;
const refused = (refusal: RefusalCode): Checked => ({ refusal });

/**
 * Whether a receipt was signed by one of the keys and is what somebody waits for. Null when it is no receipt at all: not
 * three base64url parts with a JSON header. The only key it can name is one that `findKey` knows.
 */
export async function checkReceipt(
  receipt: string,
  findKey: (kid: string) => Promise<KeyObject | null> | KeyObject | null,
  expected: Expected,
): Promise<Checked | null> {
  const parts = splitReceipt(receipt);
  if (!parts) return null;
  const { header, payload, signature, signed } = parts;
  if (header.alg !== 'ES256') return refused('algorithm_refused');
  if (Object.keys(header).some((name) => !allowedHeader.has(name))) return refused('header_refused');
  if (header.typ !== receiptType) return refused('type_refused');
  const key = typeof header.kid === 'string' && thumbprint.test(header.kid) ? await findKey(header.kid) : null;
  if (!key) return refused('unknown_receipt');
  if (!isSignedBy(key, signed, signature)) return refused('signature_invalid');
  const { success, data } = transaction.safeParse(decodeObject(payload));
  if (!success) return refused('claims_invalid');
  if (expected.bundleId !== undefined && data.bundleId !== expected.bundleId) return refused('bundle_mismatch');
  if (expected.environment !== undefined && data.environment !== expected.environment) {
    return refused('environment_mismatch');
  }
  return { transaction: data };
}

function isSignedBy(key: KeyObject, signed: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  // One spelling only: the last character of 64 bytes carries bits that nobody reads.
  if (bytes.length !== 64 || bytes.toString('base64url') !== signature) return false;
  return verify('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }, bytes);
}
