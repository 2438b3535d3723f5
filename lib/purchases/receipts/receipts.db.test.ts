import { createHash, createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { purchases, receiptKeys, refunds } from '@/db/schema';
import { inTransaction } from '@/lib/context';
import { newId } from '@/lib/ids';
import { getPurchase } from '@/lib/purchases/resolve-purchase';
import { settlePurchase } from '@/lib/purchases/settle-purchase';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createPurchase } from '@/tests/factories';
import { bodyFor, codeOf, newKey, paid, purchaseTests, refusal } from '@/tests/purchases';
import { getReceipt } from './get-receipt';
import { publicKeySet } from './keys';
import { signReceipt } from './sign-receipt';
import { verifyReceipt } from './verify-receipt';

const database = testDatabase();
const { buyer, scene, good, lostAfter, lostBefore } = purchaseTests(database);

/** As somebody would write it who has RFC 7515 and the published keys, and nothing of ours. */
async function readByHand(receipt: string) {
  const [head = '', payload = '', signature = ''] = receipt.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString());
  const { keys } = await publicKeySet(database.ctx());
  const jwk = keys.find(({ kid }) => kid === header.kid);
  const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
  const bytes = Buffer.from(signature, 'base64url');
  const isGenuine = verify('sha256', Buffer.from(`${head}.${payload}`), { key, dsaEncoding: 'ieee-p1363' }, bytes);
  return { header, isGenuine, claims: JSON.parse(Buffer.from(payload, 'base64url').toString()) };
}

async function bought(options: Parameters<typeof createApp>[1] = paid) {
  const product = await createApp(database.db, options);
  const person = await buyer();
  const key = newKey();
  const answer = await person.buy(bodyFor(product), key);
  const { purchase, receipt } = JSON.parse(answer.body) as { purchase: { id: string }; receipt: string };
  return { product, person, key, answer, id: purchase.id, receipt };
}

async function sold(values: Parameters<typeof createPurchase>[2] = {}, price = { amountMinor: 499, currency: 'USD' }) {
  const product = await createApp(database.db, { prices: [price] });
  const actor = await createActor(database.db);
  const row = await createPurchase(database.db, { user: { id: actor.userId }, ...product }, values);
  const receipt = await signReceipt(database.ctx(), row.id);
  if (receipt === null) throw new Error('it has no receipt');
  const ask = (more: object = {}, text = receipt) =>
    verifyReceipt(database.ctx(), {
      receipt: text,
      bundleId: product.app.bundleId,
      environment: 'Sandbox',
      ...more,
    });
  return { product, actor, row, receipt, ask };
}

const claimsOf = async (receipt: string) => (await readByHand(receipt)).claims;

test('a receipt is a JWS that anybody can check, with exactly the claims of a transaction', async () => {
  const { product, person, id, receipt } = await bought();
  const { header, isGenuine, claims } = await readByHand(receipt);
  expect(header).toEqual({ alg: 'ES256', kid: expect.stringMatching(/^[\w-]{43}$/), typ: 'pomona-transaction+jwt' });
  expect(isGenuine).toBe(true);
  const [row] = await database.db.select().from(purchases).where(eq(purchases.id, id));
  expect(claims).toEqual({
    iss: 'http://localhost:3000',
    jti: expect.any(String),
    transactionId: id,
    originalTransactionId: id,
    bundleId: product.app.bundleId,
    productId: product.app.bundleId,
    type: 'App',
    purchaseDate: row?.purchasedAt?.getTime(),
    originalPurchaseDate: row?.purchasedAt?.getTime(),
    signedDate: expect.any(Number),
    price: 4990,
    currency: 'USD',
    storefront: row?.country,
    inAppOwnershipType: 'PURCHASED',
    appAccountToken: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
    environment: 'Sandbox',
    transactionReason: 'PURCHASE',
  });
  for (const secret of [person.actor.userId, '@', 'sandbox:', row?.providerPaymentId ?? '-']) {
    expect(JSON.stringify(claims)).not.toContain(secret);
  }
});

test('a JWT library that knows the published keys takes a receipt as it is', async () => {
  const { id, receipt } = await bought();
  const keys = createLocalJWKSet(await publicKeySet(database.ctx()));
  const expected = { algorithms: ['ES256'], typ: 'pomona-transaction+jwt', issuer: 'http://localhost:3000' };
  const { payload } = await jwtVerify(receipt, keys, expected);
  expect(payload.transactionId).toBe(id);
});

test('the key of a receipt is called after itself (RFC 7638), and is published without its private half', async () => {
  await bought();
  const { keys } = await publicKeySet(database.ctx());
  for (const key of keys) {
    expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    const canonical = `{"crv":"${key.crv}","kty":"${key.kty}","x":"${key.x}","y":"${key.y}"}`;
    expect(key.kid).toBe(createHash('sha256').update(canonical).digest('base64url'));
  }
});

test('the answer that is stored with the key has the receipt, byte for byte; looking again signs anew', async () => {
  const { product, person, key, answer, id, receipt } = await bought();
  const again = await person.buy(bodyFor(product), key);
  expect(again).toMatchObject({ status: 201, body: answer.body, isReplayed: true });
  const { receipt: looked } = await getPurchase(person.ctx(), id);
  expect(looked).not.toBe(receipt);
  const { jti: first, signedDate: then, ...claims } = await claimsOf(receipt);
  expect(await claimsOf(looked ?? '')).toEqual({ ...claims, jti: expect.any(String), signedDate: expect.any(Number) });
  expect((await claimsOf(looked ?? '')).jti).not.toBe(first);
  expect((await claimsOf(looked ?? '')).signedDate).toBeGreaterThanOrEqual(then);
});

test('whoever settles it again gets the bytes of the first, not a receipt signed anew', async () => {
  const { answer, id, person } = await bought();
  const again = () => inTransaction(person.ctx(), (tx) => settlePurchase(tx, id, null));
  expect(await again()).toEqual({ status: 201, body: answer.body });
  await database.sql`delete from idempotency_keys where user_id = ${person.actor.userId}`;
  expect(JSON.parse((await again()).body)).toMatchObject({ receipt: expect.any(String), purchase: { id } });
});

test('what is free has a receipt of 0, of the store’s own environment', async () => {
  const { receipt } = await bought({ prices: [{ amountMinor: 0, currency: 'EUR' }] });
  expect(await claimsOf(receipt)).toMatchObject({ price: 0, currency: 'EUR', environment: 'Sandbox' });
});

test.each([
  ['JPY', 300, 300_000],
  ['USD', 299, 2_990],
  ['KWD', 1_250, 1_250],
])('a price in %s is told in thousandths', async (currency, amountMinor, price) => {
  const { receipt } = await sold({}, { amountMinor, currency });
  expect(await claimsOf(receipt)).toMatchObject({ currency, price });
});

test('paid through another provider than the sandbox it is of Production', async () => {
  const { receipt } = await sold({ provider: 'stripe' });
  expect(await claimsOf(receipt)).toMatchObject({ environment: 'Production' });
});

test.each(['pending', 'failed'])('a purchase that is %s has no receipt', async (status) => {
  const product = await createApp(database.db, paid);
  const { userId } = await createActor(database.db);
  const row = await createPurchase(database.db, { user: { id: userId }, ...product }, { status });
  expect(await signReceipt(database.ctx(), row.id)).toBeNull();
  expect(await signReceipt(database.ctx(), newId())).toBeNull();
});

test('a developer knows a buyer again in all their apps; two developers cannot compare theirs', async () => {
  const first = await createApp(database.db, paid);
  const same = await createApp(database.db, { ...paid, organizationId: first.app.organizationId });
  const other = await createApp(database.db, paid);
  const tokenFor = async (userId: string, product: typeof first) => {
    const { id } = await createPurchase(database.db, { user: { id: userId }, ...product });
    return (await claimsOf((await signReceipt(database.ctx(), id)) ?? '')).appAccountToken;
  };
  const ada = (await createActor(database.db)).userId;
  const bob = (await createActor(database.db)).userId;
  const token = await tokenFor(ada, first);
  expect(await tokenFor(ada, same)).toBe(token);
  expect(await tokenFor(ada, other)).not.toBe(token);
  expect(await tokenFor(bob, first)).not.toBe(token);
});

test('a renewal names the purchase that it goes back to', async () => {
  const start = new Date('2026-01-31T10:00:00Z');
  const end = new Date('2026-02-28T10:00:00Z');
  const next = new Date('2026-03-31T10:00:00Z');
  const subscription = { kind: 'subscription', purchasedAt: start, expiresAt: end };
  const { product, actor, row, ask } = await sold(subscription);
  const [renewal] = await database.db
    .insert(purchases)
    .values({
      ...row,
      ...subscription,
      id: newId(),
      providerPaymentId: newId(),
      originalPurchaseId: row.id,
      periodNumber: 1,
      purchasedAt: end,
      expiresAt: next,
    })
    .returning();
  const receipt = await signReceipt(database.ctx({ actor }), renewal!.id);
  expect(await claimsOf(receipt ?? '')).toMatchObject({
    transactionId: renewal!.id,
    originalTransactionId: row.id,
    productId: product.price.id,
    type: 'Auto-Renewable Subscription',
    purchaseDate: end.getTime(),
    originalPurchaseDate: start.getTime(),
    expiresDate: next.getTime(),
    transactionReason: 'RENEWAL',
  });
  const at = (now: Date) => verifyReceipt(database.ctx({ now }), body);
  const body = { receipt: receipt ?? '', bundleId: product.app.bundleId, environment: 'Sandbox' as const };
  expect(await at(new Date('2026-03-01'))).toMatchObject({ valid: true, status: 'active', entitled: true });
  expect(await at(new Date('2026-04-01'))).toMatchObject({ valid: true, status: 'expired', entitled: false });
  expect(await ask()).toMatchObject({ valid: true, status: 'expired', entitled: false });
});

test('a refund flips the receipt: the old text is valid and entitles to nothing, a new one says when and why', async () => {
  const { row, actor, ask, receipt } = await sold();
  const before = await ask();
  expect(before).toEqual({
    valid: true,
    code: 'ok',
    status: 'active',
    entitled: true,
    transaction: await claimsOf(receipt),
  });
  const refundedAt = new Date();
  await database.db.update(purchases).set({ status: 'refunded', refundedAt }).where(eq(purchases.id, row.id));
  const refund = { id: newId(), purchaseId: row.id, userId: actor.userId, amountMinor: 499, currency: 'USD' };
  await database.db.insert(refunds).values([
    { ...refund, reason: 'OTHER', status: 'refused', createdAt: refundedAt, decidedAt: refundedAt },
    {
      ...refund,
      id: newId(),
      reason: 'FULFILLMENT_ISSUE',
      status: 'approved',
      createdAt: refundedAt,
      decidedAt: refundedAt,
    },
  ]);
  const revocation = { revocationDate: refundedAt.getTime(), revocationReason: 'FULFILLMENT_ISSUE' };
  expect(await ask()).toMatchObject({ valid: true, status: 'refunded', entitled: false, transaction: revocation });
  const { receipt: anew } = await getPurchase(database.ctx({ actor }), row.id);
  expect(await claimsOf(anew ?? '')).toMatchObject(revocation);
  expect(await ask({}, anew ?? '')).toMatchObject({ valid: true, status: 'refunded', entitled: false });
});

test('an entitlement that was taken away is revoked', async () => {
  const { row, ask } = await sold();
  await database.sql`update entitlements set is_active = false, revoked_at = now() where purchase_id = ${row.id}`;
  expect(await ask()).toMatchObject({ valid: true, status: 'revoked', entitled: false });
});

test('private keys are stored under lock, and only under their own name', async () => {
  await bought();
  const [row] = await database.db.select().from(receiptKeys);
  const stored = Buffer.from(row?.encryptedPrivateKey ?? '', 'base64');
  expect(() => createPublicKey({ key: stored, format: 'der', type: 'spki' })).toThrow();
  expect(JSON.stringify(row?.publicJwk)).not.toContain('"d"');
});

test('a receipt is had by its buyer alone, and only where something was bought', async () => {
  const { person, id } = await bought();
  const { claims, isGenuine } = await readByHand(await getReceipt(person.ctx(), id));
  expect([isGenuine, claims.transactionId]).toEqual([true, id]);
  const other = database.ctx({ actor: await createActor(database.db) });
  for (const purchaseId of [id, newId()]) expect(await codeOf(getReceipt(other, purchaseId))).toBe('404 not_found');
  expect(await codeOf(getReceipt(database.ctx(), id))).toBe('401 not_signed_in');

  const paying = await scene();
  await paying.buy(newKey(), lostBefore());
  const [row] = await database.sql`select id from purchases where user_id = ${paying.actor.userId}`;
  const refused = { status: 409, code: 'no_receipt' };
  expect(await refusal(getReceipt(paying.at(5), row?.id, lostBefore()))).toEqual({ ...refused, retryAfter: 1 });
  expect(await refusal(getReceipt(paying.at(120), row?.id, good()))).toEqual({ ...refused, retryAfter: undefined });

  const charged = await scene();
  await charged.buy(newKey(), lostAfter());
  const [lost] = await database.sql`select id from purchases where user_id = ${charged.actor.userId}`;
  expect((await claimsOf(await getReceipt(charged.at(40), lost?.id, good()))).transactionId).toBe(lost?.id);
});
