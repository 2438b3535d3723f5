import { hkdfSync } from 'node:crypto';
import { env } from './env';

const known = new Map<string, { secret: string; key: Buffer }>();

/** A key of 32 bytes for one purpose, always the same one, from POMONA_SECRET (HKDF-SHA-256, RFC 5869). */
export function deriveKey(purpose: string): Buffer {
  const secret = env().POMONA_SECRET;
  let derived = known.get(purpose);
  if (derived?.secret !== secret) {
    derived = { secret, key: Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)) };
    known.set(purpose, derived);
  }
  return derived.key;
}
