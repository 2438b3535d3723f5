import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '@/lib/derive-key';

/** What a signed URL opens: one version, for the delivery it was made for, until a moment. */
export type DownloadGrant = { deliveryId: string; versionId: string; expiresAt: Date };

const idBytes = 16;
const timeBytes = 6;
const payloadBytes = 2 * idBytes + timeBytes;
const macBytes = 32;

const sign = (payload: Buffer) => createHmac('sha256', deriveKey('pomona download urls v1')).update(payload).digest();
const toBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');

function toId(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Payload and HMAC-SHA-256 as base64url. */
export function signDownload({ deliveryId, versionId, expiresAt }: DownloadGrant): string {
  const time = Buffer.alloc(timeBytes);
  time.writeUIntBE(expiresAt.getTime(), 0, timeBytes);
  const payload = Buffer.concat([toBytes(deliveryId), toBytes(versionId), time]);
  return Buffer.concat([payload, sign(payload)]).toString('base64url');
}

/** The grant in a token that this store signed and that has not expired; null for every other string. */
export function readDownload(token: string, now: Date): DownloadGrant | null {
  const bytes = Buffer.from(token, 'base64url');
  // One spelling only: base64url ignores what it does not know.
  if (bytes.length !== payloadBytes + macBytes || bytes.toString('base64url') !== token) return null;
  const payload = bytes.subarray(0, payloadBytes);
  if (!timingSafeEqual(bytes.subarray(payloadBytes), sign(payload))) return null;
  const expiresAt = new Date(payload.readUIntBE(2 * idBytes, timeBytes));
  if (expiresAt <= now) return null;
  return {
    deliveryId: toId(payload.subarray(0, idBytes)),
    versionId: toId(payload.subarray(idBytes, 2 * idBytes)),
    expiresAt,
  };
}
