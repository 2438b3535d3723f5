import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { calculateJwkThumbprint } from 'jose';
import { z } from 'zod';
import { receiptKeys } from '@/db/schema';
import { afterCommit, type Ctx } from '@/lib/context';
import { seal, unseal } from './seal';

export type SigningKey = { kid: string; privateKey: KeyObject };

/** The public half of a P-256 key, and nothing else of what a JWK may hold. */
export const publicJwk = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() });

/** Another process may have changed keys: it is noticed after this. What an old one signs is valid all the same. */
const cacheMs = 30_000;

type Kept = {
  signing: { at: number; key: SigningKey } | null;
  /** They never change and never go. */
  publicKeys: Map<string, KeyObject>;
  /** Made in a transaction that may still be rolled back: nobody else's. */
  uncommitted: WeakMap<object, SigningKey>;
};

const store = globalThis as typeof globalThis & { pomonaReceiptKeys?: Kept };
store.pomonaReceiptKeys ??= { signing: null, publicKeys: new Map(), uncommitted: new WeakMap() };
const kept = store.pomonaReceiptKeys;

/** The key that receipts are signed with; made when there is none. Asks `ctx.db` alone, so it works in a transaction. */
export async function signingKey(ctx: Ctx): Promise<SigningKey> {
  const own = kept.uncommitted.get(ctx.db);
  if (own) return own;
  if (kept.signing && Date.now() - kept.signing.at < cacheMs) return kept.signing.key;
  const at = Date.now();
  const row = await readInUse(ctx);
  const key = row && openKey(ctx, row);
  if (!key) return replaceKey(ctx, row?.id ?? null);
  kept.signing = { at, key };
  return key;
}

/** Call it when a change of keys is committed: this process reads them anew. */
export function forgetSigningKey(): void {
  kept.signing = null;
}

/** The public key of that name, in use or retired; null for any other. */
export async function findPublicKey(ctx: Ctx, kid: string): Promise<KeyObject | null> {
  const known = kept.publicKeys.get(kid);
  if (known) return known;
  const [row] = await ctx.db.select({ jwk: receiptKeys.publicJwk }).from(receiptKeys).where(eq(receiptKeys.id, kid));
  if (!row) return null;
  const key = createPublicKey({ key: publicJwk.parse(row.jwk), format: 'jwk' });
  kept.publicKeys.set(kid, key);
  return key;
}

/** All public keys as a JWK set (RFC 7517), newest first, the one in use among them from the beginning. */
export async function publicKeySet(ctx: Ctx) {
  await signingKey(ctx);
  const rows = await ctx.db
    .select({ kid: receiptKeys.id, jwk: receiptKeys.publicJwk })
    .from(receiptKeys)
    .orderBy(desc(receiptKeys.createdAt), desc(receiptKeys.id));
  return { keys: rows.map(({ kid, jwk }) => ({ ...publicJwk.parse(jwk), kid, alg: 'ES256', use: 'sig' })) };
}

/** Inserts a new key as the one in use; null when there is one already. */
export async function insertKey(ctx: Ctx): Promise<SigningKey | null> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicJwk.parse(publicKey.export({ format: 'jwk' }));
  const kid = await calculateJwkThumbprint(jwk);
  const sealed = seal(privateKey.export({ format: 'der', type: 'pkcs8' }), kid);
  const inserted = await ctx.db
    .insert(receiptKeys)
    .values({ id: kid, publicJwk: jwk, encryptedPrivateKey: sealed, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: receiptKeys.id });
  return inserted.length > 0 ? { kid, privateKey } : null;
}

export async function readInUse(ctx: Ctx): Promise<{ id: string; sealed: string } | null> {
  const [row] = await ctx.db
    .select({ id: receiptKeys.id, sealed: receiptKeys.encryptedPrivateKey })
    .from(receiptKeys)
    .where(isNull(receiptKeys.retiredAt));
  return row ?? null;
}

export async function retireKey(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .update(receiptKeys)
    .set({ retiredAt: ctx.now })
    .where(and(eq(receiptKeys.id, id), isNull(receiptKeys.retiredAt)));
}

/** Null for one that POMONA_SECRET does not open. */
function openKey(ctx: Ctx, { id, sealed }: { id: string; sealed: string }): SigningKey | null {
  try {
    return { kid: id, privateKey: createPrivateKey({ key: unseal(sealed, id), format: 'der', type: 'pkcs8' }) };
  } catch {
    ctx.log.error({ kid: id }, 'this receipt key is not of this POMONA_SECRET: a new one takes its place');
    return null;
  }
}

/** The first key, or one for another that nobody can open: what is paid must be settled. Of many at once one is made. */
async function replaceKey(ctx: Ctx, unreadable: string | null): Promise<SigningKey> {
  if (unreadable) await retireKey(ctx, unreadable);
  const made = await insertKey(ctx);
  if (made) {
    keep(ctx, made);
    return made;
  }
  const row = await readInUse(ctx);
  const key = row && openKey(ctx, row);
  if (!key) throw new Error('there is no receipt key that can be used');
  return key;
}

function keep(ctx: Ctx, key: SigningKey): void {
  const remember = () => {
    kept.signing = { at: Date.now(), key };
  };
  if ('rollback' in ctx.db) {
    kept.uncommitted.set(ctx.db, key);
    afterCommit(ctx.db, remember);
  } else remember();
}
