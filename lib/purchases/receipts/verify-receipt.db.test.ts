import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { POST as postVerify } from '@/app/api/v1/receipts/verify/route';
import { GET as getKeys } from '@/app/.well-known/jwks.json/route';
import { settings } from '@/db/schema';
import { newId } from '@/lib/ids';
import { forgetSettings } from '@/lib/settings';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createPurchase } from '@/tests/factories';
import { paid } from '@/tests/purchases';
import { visitor } from '@/tests/visitor';
import { publicKeySet, signingKey } from './keys';
import { signReceipt } from './sign-receipt';

const database = testDatabase();
const path = '/api/v1/receipts/verify';

type Json = Record<string, unknown>;
let receipt = '';
let bundleId = '';
let jwk: Json = {};
let ours: KeyObject;
const environment = 'Sandbox';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part = ''): Json => JSON.parse(Buffer.from(part, 'base64url').toString());
const parts = () => receipt.split('.') as [string, string, string];
const header = () => decode(parts()[0]);
const claims = () => decode(parts()[1]);

/** Signed rightly, with any header, claims and key. */
function made(head: Json = header(), payload: unknown = claims(), privateKey: KeyObject = ours): string {
  const text = `${encode(head)}.${encode(payload)}`;
  return `${text}.${sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

const post = (json: Json) => visitor().call(postVerify, 'POST', path, { json });

async function ask(text: string, more: Json = {}) {
  const answer = await post({ receipt: text, bundleId, environment, ...more });
  return { status: answer.status, body: await answer.json() };
}

beforeAll(async () => {
  const product = await createApp(database.db, paid);
  const { userId } = await createActor(database.db);
  const { id } = await createPurchase(database.db, { user: { id: userId }, ...product });
  bundleId = product.app.bundleId;
  receipt = (await signReceipt(database.ctx(), id)) ?? '';
  ours = (await signingKey(database.ctx())).privateKey;
  jwk = (await publicKeySet(database.ctx())).keys[0] as Json;
});

test('a good receipt is valid for whoever asks, without signing in', async () => {
  const body = { valid: true, code: 'ok', status: 'active', entitled: true, transaction: claims() };
  expect(await ask(receipt)).toEqual({ status: 200, body });
  expect(await ask(made())).toEqual({ status: 200, body });
});

describe('refused, with 200 and a code', () => {
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const flip = (part: string, at: number) => {
    const bytes = Buffer.from(part, 'base64url');
    bytes[at]! ^= 1;
    return bytes.toString('base64url');
  };
  const hmac = (secret: string) => {
    const text = `${encode({ ...header(), alg: 'HS256' })}.${parts()[1]}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const pem = () => createPublicKey(ours).export({ format: 'pem', type: 'spki' }).toString();
  const cases: [string, string, () => string][] = [
    ['a changed price', 'signature_invalid', () => `${parts()[0]}.${encode({ ...claims(), price: 0 })}.${parts()[2]}`],
    ['one bit of the signature', 'signature_invalid', () => `${parts()[0]}.${parts()[1]}.${flip(parts()[2], 63)}`],
    ['another spelling of the signature', 'signature_invalid', () => respelled(receipt)],
    ['cut short', 'signature_invalid', () => receipt.slice(0, -1)],
    ['cut in the middle of the signature', 'signature_invalid', () => receipt.slice(0, -40)],
    ['without a signature', 'signature_invalid', () => `${parts()[0]}.${parts()[1]}.`],
    [
      'zeros for a signature',
      'signature_invalid',
      () => `${parts()[0]}.${parts()[1]}.${Buffer.alloc(64).toString('base64url')}`,
    ],
    ['signed in DER', 'signature_invalid', () => inDer()],
    ['our kid over the signature of another key', 'signature_invalid', () => made(header(), claims(), other)],
    ['alg none', 'algorithm_refused', () => `${encode({ ...header(), alg: 'none' })}.${parts()[1]}.`],
    ['alg None with a signature', 'algorithm_refused', () => made({ ...header(), alg: 'None' })],
    ['no alg', 'algorithm_refused', () => made({ kid: header().kid, typ: header().typ })],
    ['alg as a list', 'algorithm_refused', () => made({ ...header(), alg: ['ES256'] })],
    ['HS256 with the public key as its secret', 'algorithm_refused', () => hmac(pem())],
    ['HS256 with the JWK as its secret', 'algorithm_refused', () => hmac(JSON.stringify(jwk))],
    ['ES384', 'algorithm_refused', () => made({ ...header(), alg: 'ES384' })],
    [
      'a key that it brings itself',
      'header_refused',
      () => made({ ...header(), jwk: createPublicKey(other).export({ format: 'jwk' }) }, claims(), other),
    ],
    ['a place to fetch a key from', 'header_refused', () => made({ ...header(), jku: 'https://example.com/keys' })],
    ['certificates', 'header_refused', () => made({ ...header(), x5c: ['MIIB'] })],
    ['a place to fetch certificates from', 'header_refused', () => made({ ...header(), x5u: 'https://example.com' })],
    ['something critical', 'header_refused', () => made({ ...header(), crit: ['exp'], exp: 1 })],
    ['an unencoded payload', 'header_refused', () => made({ ...header(), b64: false })],
    ['typ JWT', 'type_refused', () => made({ ...header(), typ: 'JWT' })],
    ['no typ', 'type_refused', () => made({ alg: 'ES256', kid: header().kid })],
    ['a kid that nobody knows', 'unknown_receipt', () => made({ ...header(), kid: 'x'.repeat(43) }, claims(), other)],
    ['no kid', 'unknown_receipt', () => made({ alg: 'ES256', typ: header().typ })],
    ['a kid that is no name', 'unknown_receipt', () => made({ ...header(), kid: "' or true --" })],
    [
      'a purchase that is not in this store',
      'unknown_receipt',
      () => made(header(), { ...claims(), transactionId: newId() }),
    ],
    ['claims that are none', 'claims_invalid', () => made(header(), 'text')],
    ['claims without a price', 'claims_invalid', () => made(header(), { ...claims(), price: undefined })],
  ];
  test.each(cases)('%s: %s', async (_, code, forge) => {
    expect(await ask(forge())).toEqual({ status: 200, body: { valid: false, code } });
  });

  const inDer = () => {
    const text = `${parts()[0]}.${parts()[1]}`;
    return `${text}.${sign('sha256', Buffer.from(text), ours).toString('base64url')}`;
  };

  test('of another app, or another environment', async () => {
    expect((await ask(receipt, { bundleId: 'com.example.other' })).body).toEqual({
      valid: false,
      code: 'bundle_mismatch',
    });
    expect((await ask(receipt, { bundleId: bundleId.toUpperCase() })).body).toMatchObject({ valid: false });
    const answer = await ask(receipt, { environment: 'Production' });
    expect(answer.body).toEqual({ valid: false, code: 'environment_mismatch' });
  });
});

/** The last character of a signature carries four bits that nobody reads. */
function respelled(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(text.at(-1) ?? '');
  const spelled = `${text.slice(0, -1)}${alphabet[last ^ 1]}`;
  expect(Buffer.from(spelled.split('.')[2] ?? '', 'base64url')).toEqual(
    Buffer.from(text.split('.')[2] ?? '', 'base64url'),
  );
  return spelled;
}

test.each(['', 'a', 'a.b', 'a.b.c', 'W10.e30.c2ln', 'a.b.c.d', 'näh.e30.c2ln'])(
  '%j is no receipt: 400',
  async (text) => {
    expect(await ask(text)).toMatchObject({ status: 400, body: { code: 'receipt_malformed' } });
  },
);

test('more than 16 KiB is 413, as much is read', async () => {
  const head = `${parts()[0]}.`;
  const long = (length: number) => `${head}${'A'.repeat(length - head.length - 1)}.`;
  expect(await ask(long(16 * 1024))).toMatchObject({ status: 200, body: { code: 'signature_invalid' } });
  expect(await ask(long(16 * 1024 + 1))).toMatchObject({ status: 413, body: { code: 'receipt_too_large' } });
});

test.each([{ environment: 'Test' }, { bundleId: '' }, { receipt: 7 }, { jwks: [] }])(
  'a body with %j is 400',
  async (more) => {
    expect(await ask(receipt, more)).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  },
);

test('checks have a limit of their own for each address', async () => {
  const limits = { receiptChecks: { points: 2, seconds: 60 } };
  await database.db.insert(settings).values({ key: 'limits', value: limits, updatedAt: new Date() });
  forgetSettings();
  const client = visitor();
  const statuses: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const json = { receipt, bundleId, environment };
    statuses.push((await client.call(postVerify, 'POST', path, { json })).status);
  }
  expect(statuses).toEqual([200, 200, 429]);
  await database.db.delete(settings);
  forgetSettings();
});

describe('the published keys', () => {
  const get = (headers = {}) => visitor().call(getKeys, 'GET', '/.well-known/jwks.json', { headers });

  test('are cached by everybody for minutes, and have no private half', async () => {
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/jwk-set+json');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    const text = await answer.text();
    expect(JSON.parse(text)).toEqual({ keys: [jwk] });
    const { d } = createPrivateKey(ours.export({ format: 'pem', type: 'pkcs8' })).export({ format: 'jwk' });
    expect(text).not.toContain(d);
    const again = await get({ 'if-none-match': answer.headers.get('etag') });
    expect(again.status).toBe(304);
  });

  test('are there for strangers in a store for members only, and so is the check', async () => {
    await database.db.insert(settings).values({ key: 'access', value: 'members', updatedAt: new Date() });
    forgetSettings();
    expect((await get()).status).toBe(200);
    expect(await ask(receipt)).toMatchObject({ status: 200, body: { valid: true } });
  });
});
