import { expect, test } from 'vitest';
import { parseEnv } from './env';

const needed = {
  DATABASE_URL: 'postgres://store@127.0.0.1/store',
  POMONA_SECRET: 'a secret of at least 32 characters',
  PUBLIC_URL: 'https://store.example.org',
};

test('Stripe needs its key and the secret of its webhooks, or nothing of both', () => {
  const key = { STRIPE_SECRET_KEY: 'sk_test_1' };
  const secret = { STRIPE_WEBHOOK_SECRET: 'whsec_1' };
  expect(parseEnv(needed).STRIPE_SECRET_KEY).toBeUndefined();
  expect(parseEnv({ ...needed, ...key, ...secret })).toMatchObject({ ...key, ...secret });
  for (const half of [key, secret]) expect(() => parseEnv({ ...needed, ...half })).toThrow('go together');
  expect(() => parseEnv({ ...needed, ...secret, STRIPE_SECRET_KEY: 'pk_test_1' })).toThrow('STRIPE_SECRET_KEY');
});

test('S3 needs bucket and key together, and an endpoint needs a bucket', () => {
  const all = { S3_BUCKET: 'pomona', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
  expect(parseEnv(needed).S3_BUCKET).toBeUndefined();
  expect(parseEnv({ ...needed, ...all })).toMatchObject({ ...all, S3_REGION: 'us-east-1' });
  for (const name of Object.keys(all)) expect(() => parseEnv({ ...needed, ...all, [name]: '' })).toThrow('go together');
  expect(() => parseEnv({ ...needed, S3_ENDPOINT: 'http://127.0.0.1:9000' })).toThrow('S3_ENDPOINT needs S3_BUCKET');
});
