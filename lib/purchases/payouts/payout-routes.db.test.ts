import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { POST as markPaid } from '@/app/api/v1/ops/payouts/[id]/paid/route';
import { GET as readStatement } from '@/app/api/v1/ops/payouts/[id]/statement/route';
import { GET as exportRoute } from '@/app/api/v1/ops/payouts/export/route';
import { GET as listRoute } from '@/app/api/v1/ops/payouts/route';
import { newId } from '@/lib/ids';
import { booksOf } from '@/tests/books';
import { testDatabase } from '@/tests/database';
import { createOrganization, createUser, PASSWORD } from '@/tests/factories';
import { type Visitor, visitor } from '@/tests/visitor';
import { makePayouts } from './make-payouts';
import { listPayoutTotals } from './queries';
import type { Payout } from './schema';

const database = testDatabase();
const { sell, product } = booksOf(database);
const path = '/api/v1/ops/payouts';
const rates = { tax: 0, commission: 0 };

async function signedIn(roles: string[]): Promise<Visitor & { id: string }> {
  const { id, email } = await createUser(database.db, { roles });
  const client = visitor();
  await client.signIn(email, PASSWORD);
  return { ...client, id };
}

let admin: Awaited<ReturnType<typeof signedIn>>;

const list = async (query = ''): Promise<{ items: Payout[]; nextCursor: string | null }> => {
  const answer = await admin.call(listRoute, 'GET', `${path}${query}`);
  expect(answer.status).toBe(200);
  return answer.json();
};
const pay = (client: Visitor, id: string) => client.call(markPaid, 'POST', `${path}/${id}/paid`, { params: { id } });

beforeAll(async () => {
  admin = await signedIn(['admin']);
  const system = { kind: 'system', job: 'test' } as const;
  for (const [name, currency, amountMinor] of [
    ['=cmd|calc, "Ltd"', 'USD', 123_456],
    ['Orchard', 'USD', 2000],
    ['Orchard & Sons', 'JPY', 40_000],
    ['Dinar', 'KWD', 12_345],
  ] as const) {
    const { id } = await createOrganization(database.db, { name });
    const app = await product(amountMinor, id);
    await sell(app, { amountMinor, currency, at: new Date('2025-03-10T12:00:00Z'), rates });
    if (name === 'Orchard') await sell(app, { amountMinor: 3000, at: new Date('2025-04-10T12:00:00Z'), rates });
  }
  for (const [month, now] of [['2025-03', '2025-04-02'] as const, ['2025-04', '2025-05-02'] as const]) {
    await makePayouts(database.ctx({ actor: system, now: new Date(now) }), month);
  }
});

describe('the list', () => {
  test('has every payout, of the latest month first, then by organisation', async () => {
    const { items, nextCursor } = await list();
    const shown = items.map(({ month, organization, amountMinor }) => `${month} ${organization.name} ${amountMinor}`);
    expect(shown[0]).toBe('2025-04 Orchard 3000');
    expect(shown.slice(1).sort()).toEqual(
      [
        '2025-03 =cmd|calc, "Ltd" 123456',
        '2025-03 Dinar 12345',
        '2025-03 Orchard & Sons 40000',
        '2025-03 Orchard 2000',
      ].sort(),
    );
    expect(nextCursor).toBeNull();
  });

  test('is read page by page without a gap or a repeat, of all months or one', async () => {
    for (const query of ['limit=2', 'limit=1&month=2025-03']) {
      const whole = (await list(`?${query.replace(/limit=\d/, 'limit=100')}`)).items.map(({ id }) => id);
      const seen: string[] = [];
      let cursor = '';
      for (;;) {
        const page = await list(`?${query}${cursor}`);
        seen.push(...page.items.map(({ id }) => id));
        if (page.nextCursor === null) break;
        cursor = `&cursor=${page.nextCursor}`;
      }
      expect(seen).toEqual(whole);
    }
    expect((await list('?month=2024-01')).items).toEqual([]);
  });

  test('refuses months and cursors that are none', async () => {
    const { nextCursor } = await list('?limit=1');
    for (const query of ['?month=2025-13', '?month=March', '?cursor=x', `?month=2025-03&cursor=${nextCursor}`]) {
      expect((await admin.call(listRoute, 'GET', `${path}${query}`)).status).toBe(400);
    }
  });
});

describe('the file for the bank', () => {
  test('has the month’s payouts in major units, and no formula', async () => {
    const answer = await admin.call(exportRoute, 'GET', `${path}/export?month=2025-03`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="payouts-2025-03.csv"');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const text = await answer.text();
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    const amounts = Object.fromEntries(rows.map((row) => [row.organization, `${row.amount} ${row.currency}`]));
    expect(amounts).toEqual({
      '\'=cmd|calc, "Ltd"': '1234.56 USD',
      Orchard: '20.00 USD',
      'Orchard & Sons': '40000 JPY',
      Dinar: '12.345 KWD',
    });
    expect(text).toContain(`,"'=cmd|calc, ""Ltd""",`);
    expect(rows.map((row) => row.payout_id)).toEqual((await list('?month=2025-03')).items.map(({ id }) => id));
  });

  test('of a month without payouts has its heads only; without a month there is none', async () => {
    const empty = await admin.call(exportRoute, 'GET', `${path}/export?month=2024-01`);
    expect(await empty.text()).toBe('payout_id,month,organization_id,organization,amount,currency,status,paid_at\r\n');
    expect((await admin.call(exportRoute, 'GET', `${path}/export`)).status).toBe(400);
  });
});

describe('marking a payout as paid', () => {
  const audited = (id: string) => database.sql`
    select action, actor_id, changes from audit_log where subject_type = 'payout' and subject_id = ${id}`;

  test('is done and audited once, however often and by however many at once', async () => {
    const [payout] = (await list('?month=2025-04')).items;
    const id = payout?.id ?? '';
    const answers = await Promise.all(Array.from({ length: 5 }, () => pay(admin, id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(new Set(bodies.map(({ paidAt }) => paidAt)).size).toBe(1);
    expect(bodies[0]).toEqual({ ...payout, status: 'paid', paidAt: expect.any(String) });
    expect((await list('?month=2025-04')).items).toEqual([bodies[0]]);
    expect(await audited(id)).toMatchObject([
      {
        action: 'payout.paid',
        actor_id: admin.id,
        changes: { status: { from: 'pending', to: 'paid' }, month: '2025-04', amountMinor: 3000 },
      },
    ]);
    const totals = await listPayoutTotals(
      database.ctx({ actor: { kind: 'user', userId: admin.id, sessionId: newId(), roles: ['admin'], country: 'US' } }),
    );
    expect(
      totals.map(({ month, currency, amountMinor, pendingCount }) => [month, currency, amountMinor, pendingCount]),
    ).toEqual([
      ['2025-04', 'USD', 3000, 0],
      ['2025-03', 'JPY', 40_000, 1],
      ['2025-03', 'KWD', 12_345, 1],
      ['2025-03', 'USD', 125_456, 2],
    ]);
  });

  test('of nobody’s payout is 404', async () => {
    for (const id of [newId(), 'x']) expect((await pay(admin, id)).status).toBe(404);
  });
});

test('a statement comes with its payout', async () => {
  const [payout] = (await list('?month=2025-04')).items;
  const id = payout?.id ?? '';
  const call = (id: string) => admin.call(readStatement, 'GET', `${path}/${id}/statement`, { params: { id } });
  const answer = await call(id);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    payout: { id },
    organization: { name: 'Orchard' },
    month: '2025-04',
    openingMinor: 0,
    sales: { units: 1, developerMinor: 3000 },
    payoutMinor: 3000,
    closingMinor: 0,
  });
  expect((await call(newId())).status).toBe(404);
});

test('nobody but admins gets anything, and nothing changes', async () => {
  const [payout] = (await list('?month=2025-03')).items;
  const id = payout?.id ?? '';
  for (const [client, status] of [
    [visitor(), 401],
    [await signedIn([]), 403],
    [await signedIn(['moderator']), 403],
  ] as const) {
    expect((await client.call(listRoute, 'GET', path)).status).toBe(status);
    expect((await client.call(exportRoute, 'GET', `${path}/export?month=2025-03`)).status).toBe(status);
    expect((await client.call(readStatement, 'GET', `${path}/${id}/statement`, { params: { id } })).status).toBe(
      status,
    );
    expect((await pay(client, id)).status).toBe(status);
  }
  expect((await list('?month=2025-03')).items[0]).toEqual(payout);
});

describe('organisations of one name', () => {
  test('keep their payouts together, in the order of their currencies, in the list and in the file', async () => {
    const month = '2025-06';
    for (let twin = 0; twin < 2; twin += 1) {
      const { id } = await createOrganization(database.db, { name: 'Twins' });
      for (const currency of ['USD', 'EUR', 'GBP']) {
        const at = new Date('2025-06-10T12:00:00Z');
        await sell(await product(5000, id), { amountMinor: 5000, currency, at, rates });
      }
    }
    await makePayouts(database.ctx({ actor: { kind: 'system', job: 'test' }, now: new Date('2025-07-02') }), month);
    const shown: Payout[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { items, nextCursor } = await list(`?month=${month}&limit=1${cursor && `&cursor=${cursor}`}`);
      shown.push(...items);
      cursor = nextCursor;
    }
    const currencies = ['EUR', 'GBP', 'USD'];
    expect(shown.map(({ currency }) => currency)).toEqual([...currencies, ...currencies]);
    expect(new Set(shown.slice(0, 3).map(({ organization }) => organization.id)).size).toBe(1);
    const file = await (await admin.call(exportRoute, 'GET', `${path}/export?month=${month}`)).text();
    const rows = parse(file, { columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row.payout_id)).toEqual(shown.map(({ id }) => id));
  });
});
