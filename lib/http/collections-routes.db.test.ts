import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { PUT as putArt } from '@/app/api/v1/ops/collections/[id]/art/route';
import { DELETE as remove, GET as read, PATCH as update } from '@/app/api/v1/ops/collections/[id]/route';
import { GET as findApps } from '@/app/api/v1/ops/collections/apps/route';
import { GET as sketch } from '@/app/api/v1/ops/collections/art/route';
import { PUT as reorder } from '@/app/api/v1/ops/collections/order/route';
import { GET as list, POST as create } from '@/app/api/v1/ops/collections/route';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createApp, createUser, PASSWORD } from '@/tests/factories';
import { visitor, type Visitor } from '@/tests/visitor';

const database = testDatabase();
const base = '/api/v1/ops/collections';
let admin: Visitor;

beforeAll(async () => {
  const { email } = await createUser(database.db, { roles: ['admin'] });
  admin = visitor();
  await admin.signIn(email, PASSWORD);
});

const post = (json: object) => admin.call(create, 'POST', base, { json });
const make = async () => (await post({ kind: 'story', title: 'Pears', slug: `pears-${newId().slice(-8)}` })).json();
const patch = (id: string, json: object, headers = {}) =>
  admin.call(update, 'PATCH', `${base}/${id}`, { json, headers, params: { id } });

async function expectProblem(response: Response, status: number, code: string) {
  expect(await response.json()).toMatchObject({ status, code });
  expect(response.status).toBe(status);
}

test('a collection is made, read, changed, listed, put in order and deleted', async () => {
  const made = await make();
  expect(made).toMatchObject({ title: 'Pears', state: 'draft', apps: [] });
  const { app } = await createApp(database.db, { name: 'Conference' });
  const found = await admin.call(findApps, 'GET', `${base}/apps?q=confer`);
  expect((await found.json()).items).toMatchObject([{ id: app.id }]);
  const changed = await patch(made.id, { apps: [app.id] }, { 'if-match': `"${made.version}"` });
  expect(changed.status).toBe(200);
  const again = await admin.call(read, 'GET', `${base}/${made.id}`, { params: { id: made.id } });
  expect(await again.json()).toEqual(await changed.json());
  const { items, version } = await (await admin.call(list, 'GET', base)).json();
  const json = { ids: items.map((item: { id: string }) => item.id) };
  const order = await admin.call(reorder, 'PUT', `${base}/order`, { json, headers: { 'if-match': version } });
  expect(await order.json()).toEqual({ version });
  const params = { id: made.id };
  expect((await admin.call(remove, 'DELETE', `${base}/${made.id}`, { params })).status).toBe(204);
  await expectProblem(await admin.call(remove, 'DELETE', `${base}/${made.id}`, { params }), 404, 'not_found');
});

test('a version that is not the present one answers 412 to every write', async () => {
  const { id, version } = await make();
  expect((await patch(id, { title: 'Quinces' })).status).toBe(200);
  const headers = { 'if-match': `"${version}"` };
  const params = { id };
  const body = new Uint8Array(
    await sharp({ create: { width: 1200, height: 600, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  );
  await expectProblem(await patch(id, { title: 'Medlars' }, headers), 412, 'changed_meanwhile');
  await expectProblem(
    await admin.call(putArt, 'PUT', `${base}/${id}/art`, { body, headers, params }),
    412,
    'changed_meanwhile',
  );
  await expectProblem(
    await admin.call(remove, 'DELETE', `${base}/${id}`, { headers, params }),
    412,
    'changed_meanwhile',
  );
  const wrong = { json: { ids: [id] }, headers: { 'if-match': 'long-ago' } };
  await expectProblem(await admin.call(reorder, 'PUT', `${base}/order`, wrong), 412, 'changed_meanwhile');
  expect((await patch(id, { title: 'Medlars' }, { 'if-match': '*' })).status).toBe(200);
});

test.each([
  ['no title', { title: ' ' }, 'title'],
  ['a slug with capitals', { slug: 'Pears' }, 'slug'],
  ['a slug that leaves its folder', { slug: '../pears' }, 'slug'],
  ['a kind that is none', { kind: 'poem' }, 'kind'],
  ['a date that is none', { startsAt: 'tomorrow' }, 'startsAt'],
  ['a scene that is none', { art: { scene: 'hell', hue: 1, seed: 'x' } }, 'art.scene'],
  ['a hue beyond the circle', { art: { scene: 'hills', hue: 360, seed: 'x' } }, 'art.hue'],
  ['61 apps', { apps: Array.from({ length: 61 }, () => newId()) }, 'apps'],
  ['one app twice', { apps: Array.from({ length: 2 }, () => '01890000-0000-7000-8000-000000000000') }, 'apps'],
  ['NUL in the text', { body: 'a\0b' }, 'body'],
  ['a text of a book', { body: 'x'.repeat(20_001) }, 'body'],
  ['what nobody knows', { position: 1 }, 'position'],
])('%s is 400 and says where', async (_, json, path) => {
  const { id } = await make();
  const answer = await patch(id, json);
  expect(answer.status).toBe(400);
  expect((await answer.json()).errors.map((error: { path: string }) => error.path)).toContain(path);
});

test('more than 1 MiB is 413, and what is no picture 422', async () => {
  const { id } = await make();
  const send = (body: BodyInit) => admin.call(putArt, 'PUT', `${base}/${id}/art`, { body, params: { id } });
  await expectProblem(await send(new Uint8Array(1024 * 1024 + 1)), 413, 'body_too_large');
  await expectProblem(await send('<svg xmlns="http://www.w3.org/2000/svg"/>'), 422, 'unsupported_picture');
});

test('a sketch is a small picture that the editor’s browser may keep', async () => {
  const answer = await admin.call(sketch, 'GET', `${base}/art?scene=city&hue=20&seed=x`);
  expect(answer.headers.get('content-type')).toBe('image/webp');
  expect(answer.headers.get('cache-control')).toMatch(/^private, max-age=/);
  expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ width: 480, format: 'webp' });
  await expectProblem(await admin.call(sketch, 'GET', `${base}/art?scene=city&hue=400&seed=x`), 400, 'invalid_request');
});
