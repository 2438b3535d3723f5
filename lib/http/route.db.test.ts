import { beforeAll, describe, expect, it } from 'vitest';
import { GET as listAppsRoute } from '@/app/api/v1/apps/route';
import { GET as listCategoriesRoute } from '@/app/api/v1/categories/route';
import { GET as getAppRoute } from '@/app/api/v1/apps/[id]/route';
import { GET as searchRoute } from '@/app/api/v1/search/route';
import { POST as signUpRoute } from '@/app/api/v1/accounts/route';
import { GET as meRoute } from '@/app/api/v1/me/route';
import { connect } from '@/db/client';
import { settings } from '@/db/schema';
import { closeDb } from '@/lib/database';
import { createApp } from '@/tests/factories';
import { testDatabase } from '@/tests/database';

const t = testDatabase();
const origin = 'http://localhost:3000';
const none = { params: Promise.resolve({}) };
let address = 0;

type Init = RequestInit & { duplex?: 'half' };

function request(path: string, init: Init = {}): Request {
  address += 1;
  const headers = new Headers(init.headers);
  headers.set('host', 'localhost:3000');
  if (!headers.has('x-forwarded-for')) headers.set('x-forwarded-for', `10.0.0.${address}`);
  return new Request(origin + path, { ...init, headers });
}

const list = (query: string, headers: HeadersInit = {}) =>
  listAppsRoute(request(`/api/v1/apps${query}`, { headers }), none);
const signUp = (init: Init) => signUpRoute(request('/api/v1/accounts', { method: 'POST', ...init }), none);
const json = { 'Content-Type': 'application/json' };

async function problem(response: Response | Promise<Response>) {
  const answer = await response;
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const body = (await answer.json()) as {
    status: number;
    code: string;
    requestId: string;
    errors?: { path: string }[];
  };
  expect(body.status).toBe(answer.status);
  expect(body.requestId).toBeTruthy();
  return body;
}

beforeAll(async () => {
  await createApp(t.db, { slug: 'tern', name: 'Tern' });
});

describe('every route', () => {
  it('refuses what it does not know, naming the field', async () => {
    for (const [query, path] of [
      ['?colour=red', 'colour'],
      ['?limit=0', 'limit'],
      ['?limit=101', 'limit'],
      ['?sort=best', 'sort'],
      ['?country=XX', 'country'],
      ['?limit=1&limit=2', 'limit'],
      ['?category=a%00b', 'category'],
      ['?category=nope', 'category'],
      ['?subcategory=nope', 'subcategory'],
    ] as const) {
      const body = await problem(list(query));
      expect(body).toMatchObject({ status: 400, code: 'invalid_request' });
      expect(body.errors?.map((error) => error.path)).toContain(path);
    }
    const search = searchRoute(request('/api/v1/search?category=nope'), { params: Promise.resolve({}) });
    expect(await problem(search)).toMatchObject({ code: 'invalid_request', errors: [{ path: 'category' }] });
  });

  it('answers 404 to a reference that no app could have', async () => {
    for (const id of ['nobody', '%00', '%', "'--", 'x'.repeat(300)]) {
      const answer = getAppRoute(request('/api/v1/apps/x'), { params: Promise.resolve({ id }) });
      expect(await problem(answer)).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  it('takes JSON in UTF-8 of at most 1 MiB and nothing else', async () => {
    expect(await problem(signUp({ body: '{', headers: json }))).toMatchObject({ status: 400, code: 'invalid_json' });
    expect(await problem(signUp({ body: new Uint8Array([0x22, 0xff, 0x22]), headers: json }))).toMatchObject({
      code: 'invalid_json',
    });
    expect(
      await problem(signUp({ body: 'a=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })),
    ).toMatchObject({ status: 415 });
    expect(await problem(signUp({ body: '[]', headers: json }))).toMatchObject({
      status: 400,
      code: 'invalid_request',
    });
    const large = `"${'x'.repeat(1024 * 1024)}"`;
    expect(await problem(signUp({ body: large, headers: json }))).toMatchObject({
      status: 413,
      code: 'body_too_large',
    });
    const half = JSON.stringify({
      email: 'a@example.com',
      password: 'a long enough one',
      name: 'a\ud800b',
      country: 'US',
    });
    expect((await problem(signUp({ body: half, headers: json }))).errors).toEqual([
      expect.objectContaining({ path: 'name' }),
    ]);
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
    expect(await problem(signUp({ body: endless, headers: json, duplex: 'half' }))).toMatchObject({ status: 413 });
  });

  it('lets a write with a cookie pass from its own origin only', async () => {
    const write = (headers: Record<string, string>) =>
      problem(signUp({ body: '{}', headers: { ...json, ...headers } }));
    expect(await write({ cookie: 'a=b' })).toMatchObject({ status: 403, code: 'bad_origin' });
    expect(await write({ cookie: 'a=b', origin: 'https://evil.example' })).toMatchObject({
      status: 403,
      code: 'bad_origin',
    });
    expect(await write({ cookie: 'a=b', origin: 'null' })).toMatchObject({ status: 403, code: 'bad_origin' });
    expect(await write({ cookie: 'a=b', origin })).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(await write({})).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it('that is mine asks who I am, and takes no garbage for an answer', async () => {
    expect(await problem(meRoute(request('/api/v1/me'), none))).toMatchObject({ status: 401, code: 'not_signed_in' });
    const headers = { cookie: 'next-auth.session-token=eyJhbGciOiJub25lIn0.e30.' };
    expect(await problem(meRoute(request('/api/v1/me', { headers }), none))).toMatchObject({ status: 401 });
  });

  it('limits an address, says when to come back, and leaves others alone', async () => {
    await t.db
      .insert(settings)
      .values({ key: 'limits', value: { requests: { points: 3, seconds: 60 } }, updatedAt: new Date() });
    await closeDb();
    const from = { 'x-forwarded-for': '192.0.2.7' };
    for (let i = 0; i < 3; i += 1) expect((await list('', from)).status).toBe(200);
    const refused = await list('', from);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit-policy')).toBe('"requests";q=3;w=60');
    expect((await list('', { 'x-forwarded-for': '192.0.2.8' })).status).toBe(200);
    await t.db.delete(settings);
    await closeDb();
  });
});

describe('catalogue reads', () => {
  it('carry an ETag and answer 304 to who has it', async () => {
    const first = await list('?country=US');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toMatch(/^public/);
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await list('?country=US', { 'if-none-match': known });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
    }
    expect((await list('?country=US', { 'if-none-match': '"x"' })).status).toBe(200);
  });

  it('are for shared caches only where the URL names the country, or where no country matters', async () => {
    expect((await list('')).headers.get('cache-control')).toBe('private, no-cache');
    const categories = await listCategoriesRoute(request('/api/v1/categories'), none);
    expect(categories.headers.get('cache-control')).toMatch(/^public/);
  });
});

describe('an app in another language', () => {
  const get = (query: string, headers: HeadersInit = {}) =>
    getAppRoute(request(`/api/v1/apps/gezeiten${query}`, { headers }), {
      params: Promise.resolve({ id: 'gezeiten' }),
    });

  beforeAll(async () => {
    const de = { subtitle: 'Gezeiten', description: '', promotionalText: 'Neu' };
    await createApp(t.db, { slug: 'gezeiten', subtitle: 'Tides', description: 'Knows.', translations: { de } });
  });

  it('is what the address asks for, for shared caches too where it names the country', async () => {
    const answer = await get('?country=US&lang=de-AT');
    expect(answer.headers.get('cache-control')).toMatch(/^public/);
    expect(await answer.json()).toMatchObject({
      subtitle: 'Gezeiten',
      description: 'Knows.',
      promotionalText: 'Neu',
      languages: ['de'],
      language: 'de',
      translated: ['subtitle', 'promotionalText'],
    });
    expect((await get('?lang=de')).headers.get('cache-control')).toBe('private, no-cache');
  });

  it('is its own words for everybody else, whatever their browser prefers', async () => {
    for (const query of ['?country=US', '?country=US&lang=fr', '?country=US&lang=en']) {
      const answer = await get(query, { 'accept-language': 'de' });
      expect(answer.headers.get('cache-control')).toMatch(/^public/);
      expect(await answer.json()).toMatchObject({ subtitle: 'Tides', language: null, translated: [] });
    }
  });

  it('is asked for by a tag of a language', async () => {
    for (const lang of ['german!', 'd', 'deutsch', `de${'-aa'.repeat(12)}`, '', '%00']) {
      expect(await problem(get(`?lang=${lang}`))).toMatchObject({ status: 400, errors: [{ path: 'lang' }] });
    }
  });
});

it('says 503 and nothing else while the database is away', async () => {
  await closeDb();
  const store = globalThis as typeof globalThis & { pomonaDb?: unknown };
  store.pomonaDb = connect('postgres://nobody:secret@127.0.0.1:9/none', { max: 1 });
  const body = await problem(list(''));
  expect(body).toMatchObject({ status: 503, code: 'database_unavailable' });
  expect(JSON.stringify(body)).not.toMatch(/secret|select|ECONN/i);
  await closeDb();
});
