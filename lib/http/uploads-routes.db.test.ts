import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import * as mediaRoute from '@/app/api/v1/console/apps/[id]/media/route';
import * as uploadsRoute from '@/app/api/v1/console/apps/[id]/versions/[version]/uploads/route';
import * as uploadRoute from '@/app/api/v1/console/apps/[id]/versions/[version]/uploads/[upload]/route';
import { GET as pictureGet } from '@/app/media/[id]/[file]/route';
import { sha256 } from '@/tests/builds';
import { testDatabase } from '@/tests/database';
import { createUser, PASSWORD } from '@/tests/factories';
import { pieceOf, uploadScene } from '@/tests/uploads';
import { visitor } from '@/tests/visitor';

const database = testDatabase();

async function developer() {
  const one = await uploadScene(database);
  const [user] = await database.sql`select email from users where id = ${one.owner.userId}`;
  const person = visitor();
  await person.signIn(user?.email, PASSWORD);
  return { ...one, person };
}

describe('the routes of uploads', () => {
  test('carry a file that was cut off twice through to its end', async () => {
    const { person, refs, build } = await developer();
    const bytes = build(20_000);
    const begin = () =>
      person.call(uploadsRoute.POST, 'POST', '/api/v1/console/apps/x/versions/y/uploads', {
        params: refs,
        json: { fileName: 'app.apk', sizeBytes: bytes.length, sha256: sha256(bytes) },
      });
    const first = await begin();
    expect(first.status).toBe(201);
    const upload = (await first.json()).id;
    const params = { ...refs, upload };
    const path = '/api/v1/console/apps/x/versions/y/uploads/z';
    const put = (start: number, end: number, sent = end) =>
      person.call(uploadRoute.PUT, 'PUT', path, {
        params,
        body: new Uint8Array(bytes.subarray(start, sent)),
        headers: { 'content-range': pieceOf(bytes, start, end).contentRange },
      });
    for (const start of [0, 6000]) {
      const cut = await put(start, start + 6000, start + 2500);
      expect(cut.status).toBe(400);
      expect(await cut.json()).toMatchObject({ code: 'chunk_cut_off' });
      const again = await begin();
      expect(again.status).toBe(200);
      expect(await again.json()).toMatchObject({ id: upload, receivedBytes: start, chunkMaxBytes: 8_388_608 });
      expect(await (await put(start, start + 6000)).json()).toMatchObject({ receivedBytes: start + 6000 });
    }
    const wrong = await put(18_000, 19_000);
    expect(wrong.status).toBe(409);
    expect(await wrong.json()).toMatchObject({ code: 'upload_offset', receivedBytes: 12_000 });
    expect(await (await put(12_000, bytes.length)).json()).toMatchObject({ state: 'processing' });
    const seen = await person.call(uploadRoute.GET, 'GET', path, { params });
    expect(await seen.json()).toMatchObject({ id: upload, state: 'processing', receivedBytes: bytes.length });
    const late = await person.call(uploadRoute.DELETE, 'DELETE', path, { params });
    expect(late.status).toBe(409);
  });

  test('give an upload up', async () => {
    const { person, refs, begin, build } = await developer();
    const upload = await begin(build());
    const params = { ...refs, upload: upload.id };
    expect((await person.call(uploadRoute.DELETE, 'DELETE', '/api/v1/x', { params })).status).toBe(204);
  });

  test('are 401 for strangers and 404 for other people', async () => {
    const { refs, begin, build } = await developer();
    const upload = await begin(build());
    const other = visitor();
    await other.signIn((await createUser(database.db)).email, PASSWORD);
    const params = { ...refs, upload: upload.id };
    for (const [who, status] of [
      [visitor(), 401],
      [other, 404],
    ] as const) {
      expect((await who.call(uploadRoute.GET, 'GET', '/api/v1/x', { params })).status).toBe(status);
      expect((await who.call(uploadRoute.DELETE, 'DELETE', '/api/v1/x', { params })).status).toBe(status);
      expect((await who.call(uploadRoute.PUT, 'PUT', '/api/v1/x', { params, body: 'x' })).status).toBe(status);
      const media = { params: { id: refs.id }, body: 'x' };
      expect((await who.call(mediaRoute.POST, 'POST', '/api/v1/x?kind=icon', media)).status).toBe(status);
    }
  });
});

test('a picture is taken and shown before its listing is released', async () => {
  const { person, refs } = await developer();
  const body = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#804020' } })
    .png()
    .toBuffer();
  const answer = await person.call(mediaRoute.POST, 'POST', '/api/v1/console/apps/x/media?kind=icon', {
    params: { id: refs.id },
    body: new Uint8Array(body),
    headers: { 'content-type': 'image/png' },
  });
  expect(answer.status).toBe(201);
  const media = await answer.json();
  const [, , id = '', file = ''] = media.url.split('/');
  const shown = await person.call(pictureGet, 'GET', media.url, { params: { id, file } });
  expect(shown.status).toBe(200);
  expect(shown.headers.get('content-type')).toBe('image/webp');
});
