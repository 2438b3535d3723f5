import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { GET as exportRoute } from '@/app/api/v1/purchases/export/route';
import { booksOf } from '@/tests/books';
import { testDatabase } from '@/tests/database';
import { createApp, createPaymentMethod, createPurchase, createUser, PASSWORD } from '@/tests/factories';
import { visitor } from '@/tests/visitor';

const database = testDatabase();
const { sell, giveBack } = booksOf(database);
const path = '/api/v1/purchases/export';

async function shopper() {
  const user = await createUser(database.db);
  const client = visitor();
  await client.signIn(user.email, PASSWORD);
  const read = async () => {
    const answer = await client.call(exportRoute, 'GET', path);
    expect(answer.status, await answer.clone().text()).toBe(200);
    const text = await answer.text();
    return { answer, text, rows: parse(text, { columns: true }) as Record<string, string>[] };
  };
  return { user, client, read };
}

const at = (minute: number) => new Date(Date.UTC(2025, 5, 1, 12, minute));

describe('my purchases as CSV', () => {
  test('are all of mine but failed ones, newest first, with tax, card and refund', async () => {
    const { user, read } = await shopper();
    await createPaymentMethod(database.db, user, { token: 'sandbox:ok', label: 'Blue card' });
    const named = await createApp(database.db, { name: '=1+1, "app"', prices: [{ amountMinor: 1999 }] });
    const rates = { tax: 0.19, commission: 0.3 };
    const taxed = await sell(named, { amountMinor: 1999, currency: 'EUR', country: 'DE', at: at(1), rates });
    const refunded = await sell(named, { amountMinor: 300, currency: 'JPY', country: 'JP', at: at(2), rates });
    await giveBack(refunded, at(5));
    const free = await createApp(database.db);
    const given = await createPurchase(database.db, { user, ...free }, { createdAt: at(3), purchasedAt: at(3) });
    await createPurchase(database.db, { user, ...named }, { status: 'failed', createdAt: at(4) });
    await database.sql`update purchases set user_id = ${user.id}, payment_token = 'sandbox:ok' where app_id = ${named.app.id}`;
    // Somebody else's.
    await sell(free);

    const { answer, text, rows } = await read();
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="purchases-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(text.split('\r\n')[0]).toBe(
      'id,date,app,bundle_id,status,amount,currency,tax,country,payment_method,refunded_at',
    );
    const common = { app: `'=1+1, "app"`, bundle_id: named.app.bundleId, payment_method: 'Blue card' };
    expect(rows).toEqual([
      {
        id: given.id,
        date: at(3).toISOString(),
        app: free.app.name,
        bundle_id: free.app.bundleId,
        status: 'completed',
        amount: '0.00',
        currency: 'USD',
        tax: '0.00',
        country: 'US',
        payment_method: '',
        refunded_at: '',
      },
      {
        ...common,
        id: refunded.id,
        date: at(2).toISOString(),
        status: 'refunded',
        amount: '300',
        currency: 'JPY',
        tax: '48',
        country: 'JP',
        refunded_at: at(5).toISOString(),
      },
      {
        ...common,
        id: taxed.id,
        date: at(1).toISOString(),
        status: 'completed',
        amount: '19.99',
        currency: 'EUR',
        tax: '3.19',
        country: 'DE',
        refunded_at: '',
      },
    ]);
  });

  test('come whole and in order where they are more than are read at a time', async () => {
    const { user, read } = await shopper();
    const { app, price } = await createApp(database.db);
    await database.sql`
      insert into purchases (id, user_id, app_id, price_id, amount_minor, currency, country, kind, status, created_at, purchased_at)
      select gen_random_uuid(), ${user.id}, ${app.id}, ${price.id}, 0, 'USD', 'US', 'one_time', 'completed', at, at
      from generate_series(1, 2100) n, lateral (select timestamptz '2025-01-01 00:00:00.000001Z' + (n / 3) * interval '1 microsecond' as at) t`;
    const { rows } = await read();
    const wanted = await database.sql`
      select id from purchases where user_id = ${user.id} order by created_at desc, id desc`;
    expect(rows.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
    expect(rows).toHaveLength(2100);
  });

  test('are the heads alone for who bought nothing', async () => {
    const { rows, text } = await (await shopper()).read();
    expect(rows).toEqual([]);
    expect(text.endsWith('refunded_at\r\n')).toBe(true);
  });

  test('are for who is signed in, five times an hour', async () => {
    const stranger = await visitor().call(exportRoute, 'GET', path);
    expect(stranger.status).toBe(401);
    const { client, read } = await shopper();
    for (let i = 0; i < 5; i += 1) await read();
    const answer = await client.call(exportRoute, 'GET', path);
    expect(answer.status).toBe(429);
    expect((await answer.json()).code).toBe('rate_limited');
    await (await shopper()).read();
  });
});
