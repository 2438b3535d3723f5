import { generateKeyPairSync } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { connect } from '@/db/client';
import { auditLog, receiptKeys } from '@/db/schema';
import { inTransaction, systemContext } from '@/lib/context';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createPurchase } from '@/tests/factories';
import { bodyFor, paid, purchaseTests, refusal } from '@/tests/purchases';
import { findPublicKey, forgetSigningKey, publicKeySet, signingKey } from './keys';
import { rotateKeys } from './rotate-keys';
import { seal, unseal } from './seal';
import { signReceipt } from './sign-receipt';
import { verifyReceipt } from './verify-receipt';

const database = testDatabase();
const { buyer } = purchaseTests(database);
const operator = () => systemContext('keys-rotate', { db: database.db });
const rows = () => database.db.select().from(receiptKeys).orderBy(asc(receiptKeys.createdAt));

beforeEach(async () => {
  await database.db.delete(receiptKeys);
  forgetSigningKey();
});

async function sold() {
  const product = await createApp(database.db, paid);
  const actor = await createActor(database.db);
  const { id } = await createPurchase(database.db, { user: { id: actor.userId }, ...product });
  const sign = async () => (await signReceipt(database.ctx(), id)) ?? '';
  const ask = (receipt: string) =>
    verifyReceipt(database.ctx(), { receipt, bundleId: product.app.bundleId, environment: 'Sandbox' });
  return { sign, ask };
}

const kidOf = (receipt: string) => JSON.parse(Buffer.from(receipt.split('.')[0] ?? '', 'base64url').toString()).kid;

test('20 that need the first key at once make one key', async () => {
  const needs = Array.from({ length: 20 }, () => inTransaction(database.ctx(), signingKey));
  const kids = new Set((await Promise.all(needs)).map(({ kid }) => kid));
  expect([...kids]).toEqual((await rows()).map(({ id }) => id));
  expect(kids.size).toBe(1);
});

test('20 first purchases at once all have a receipt of the one key', async () => {
  const product = await createApp(database.db, paid);
  const people = await Promise.all(Array.from({ length: 20 }, () => buyer()));
  const answers = await Promise.all(people.map(({ buy }) => buy(bodyFor(product))));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
  const kids = new Set(answers.map(({ body }) => kidOf(JSON.parse(body).receipt)));
  expect([...kids]).toEqual((await rows()).map(({ id }) => id));
});

test('a key of a transaction that is rolled back signs nothing afterwards', async () => {
  const { sign, ask } = await sold();
  const undone = inTransaction(database.ctx(), async (tx) => {
    const { kid } = await signingKey(tx);
    expect((await signingKey(tx)).kid).toBe(kid);
    throw new Error('no');
  });
  await expect(undone).rejects.toThrow('no');
  expect(await rows()).toEqual([]);
  expect(await ask(await sign())).toMatchObject({ valid: true });
});

test('the first receipt is signed on the only connection there is, inside of the purchase', async () => {
  const product = await createApp(database.db);
  const { buy } = await buyer();
  const db = connect(database.url, { max: 1 });
  try {
    const { body } = await buy(bodyFor(product), undefined, { db });
    expect(JSON.parse(body).receipt).toBeTypeOf('string');
  } finally {
    await db.close();
  }
});

test('rotation makes a new key, keeps the old one published and its receipts valid, and says so in the audit log', async () => {
  const { sign, ask } = await sold();
  const before = await sign();
  const { kid, retired } = await rotateKeys(operator());
  expect(retired).toBe(kidOf(before));
  const after = await sign();
  expect(kidOf(after)).toBe(kid);
  for (const receipt of [before, after]) expect(await ask(receipt)).toMatchObject({ valid: true, entitled: true });
  const { keys } = await publicKeySet(database.ctx());
  expect(keys.map((key) => key.kid).sort()).toEqual([kid, retired].sort());
  const [entry] = await database.db.select().from(auditLog).where(eq(auditLog.subjectId, kid));
  expect(entry).toMatchObject({ action: 'receipt_key.rotated', actorKind: 'system', changes: { retired } });
});

test('rotated by two at once, the store has one key in use', async () => {
  await signingKey(database.ctx());
  const results = await Promise.allSettled([rotateKeys(operator()), rotateKeys(operator()), rotateKeys(operator())]);
  for (const result of results) {
    if (result.status === 'rejected')
      expect(await refusal(Promise.reject(result.reason))).toMatchObject({ code: 'keys_changed' });
  }
  expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect((await rows()).filter(({ retiredAt }) => retiredAt === null)).toHaveLength(1);
});

test('nobody rotates keys over the network, an admin neither', async () => {
  const actor = await createActor(database.db, { roles: ['admin'] });
  expect(await refusal(rotateKeys(database.ctx({ actor })))).toMatchObject({ status: 403, code: 'role_required' });
  expect(await rows()).toEqual([]);
});

test('a key that this secret does not open is replaced: who has paid gets a receipt', async () => {
  const { sign, ask } = await sold();
  const old = await sign();
  await database.db.update(receiptKeys).set({ encryptedPrivateKey: seal(Buffer.from('key'), 'another name') });
  forgetSigningKey();
  const anew = await sign();
  expect(kidOf(anew)).not.toBe(kidOf(old));
  for (const receipt of [old, anew]) expect(await ask(receipt)).toMatchObject({ valid: true });
  expect((await rows()).map(({ retiredAt }) => retiredAt === null)).toEqual([false, true]);
});

test('the first key is published before it is used, and only its public half', async () => {
  const { keys } = await publicKeySet(database.ctx());
  expect(keys).toHaveLength(1);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { d } = privateKey.export({ format: 'jwk' });
  const [row] = await rows();
  await database.db.update(receiptKeys).set({ publicJwk: { ...(row?.publicJwk as object), d } });
  expect(JSON.stringify(await publicKeySet(database.ctx()))).not.toContain(d);
  expect(await findPublicKey(database.ctx(), keys[0]?.kid ?? '')).toMatchObject({ type: 'public' });
});

test('what is sealed opens under its own name and unchanged only', () => {
  const sealed = seal(Buffer.from('private'), 'kid');
  expect(unseal(sealed, 'kid').toString()).toBe('private');
  expect(seal(Buffer.from('private'), 'kid')).not.toBe(sealed);
  expect(Buffer.from(sealed, 'base64').includes('private')).toBe(false);
  expect(() => unseal(sealed, 'other')).toThrow();
  for (const at of [0, 14, -1]) {
    const bytes = Buffer.from(sealed, 'base64');
    bytes[at < 0 ? bytes.length + at : at]! ^= 1;
    expect(() => unseal(bytes.toString('base64'), 'kid')).toThrow();
  }
  expect(() => unseal('', 'kid')).toThrow();
});
