import { describe, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { sha256 } from '@/tests/builds';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { pieceOf, uploadScene } from '@/tests/uploads';
import { cancelUpload } from './cancel-upload';
import { createUpload } from './create-upload';
import { findNewestBuild, getUpload } from './queries';
import { receiveChunk } from './receive-chunk';

const database = testDatabase();
const scene = (version?: Parameters<typeof uploadScene>[1]) => uploadScene(database, version);

const input = (bytes: Uint8Array, fileName = 'app.apk') => ({
  fileName,
  sizeBytes: bytes.length,
  sha256: sha256(bytes),
});

/** A connection that breaks after these bytes. */
const breaking = (bytes: Uint8Array) =>
  new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(bytes)),
    pull: (controller) => controller.error(new Error('ECONNRESET')),
  });

describe('beginning an upload', () => {
  test('gives a new one, and the same one again for the same file', async () => {
    const { ctx, refs, build, versionId } = await scene();
    const bytes = build();
    const first = await createUpload(ctx, refs, input(bytes));
    expect(first).toMatchObject({
      isNew: true,
      build: { state: 'uploading', receivedBytes: 0, fileName: 'app.apk', sizeBytes: bytes.length, problem: null },
    });
    const again = await createUpload(ctx, { ...refs, version: '1.1.0' }, input(bytes));
    expect(again).toMatchObject({ isNew: false, build: { id: first.build.id } });
    expect(await findNewestBuild(ctx, versionId)).toMatchObject({ id: first.build.id });
  });

  test('of another file gives the unfinished one up, with its pieces', async () => {
    const { ctx, refs, build, begin, send, state, files } = await scene();
    const bytes = build();
    const old = await begin(bytes);
    await send(old, bytes, 0, 100);
    expect(await files(old.id)).toHaveLength(1);
    const { build: other } = await createUpload(ctx, refs, input(build(500)));
    expect(other.id).not.toBe(old.id);
    expect((await state(old.id)).build.state).toBe('abandoned');
    expect(await files(old.id)).toEqual([]);
    await expect(send(old, bytes, 100)).rejects.toMatchObject({ status: 409, code: 'upload_closed' });
  });

  test('by many at once gives one', async () => {
    const { ctx, refs, build, versionId } = await scene();
    const bytes = build();
    const all = await Promise.all(Array.from({ length: 6 }, () => createUpload(ctx, refs, input(bytes))));
    expect(new Set(all.map((answer) => answer.build.id)).size).toBe(1);
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await database.sql`select from builds where version_id = ${versionId}`).toHaveLength(1);
  });

  test('is 422 for a kind of file that is unknown or of another platform', async () => {
    const { ctx, refs, build } = await scene();
    for (const fileName of ['app.exe', 'app', '.apk', 'app.apk.txt', 'page.html']) {
      await expect(createUpload(ctx, refs, input(build(), fileName))).rejects.toMatchObject({
        status: 422,
        code: 'file_type_unknown',
      });
    }
  });

  test.each(['waiting_for_review', 'in_review', 'metadata_rejected', 'approved'])('is 409 while %s', async (state) => {
    const { ctx, refs, build } = await scene({ state });
    await expect(createUpload(ctx, refs, input(build()))).rejects.toMatchObject({
      status: 409,
      code: 'illegal_transition',
      extras: { members: { state } },
    });
  });

  test('is 404 outside the organisation, and 403 for viewers, marketers and keys without the scope', async () => {
    const { ctx, refs, build, member, organization, begin } = await scene();
    const bytes = build();
    const upload = await begin(bytes);
    const stranger = database.ctx({ actor: await createActor(database.db) });
    const other = await scene();
    const key = (scopes: ('read' | 'release')[]) =>
      database.ctx({ actor: { kind: 'api_key', keyId: newId(), organizationId: organization.id, scopes } });
    const one = { ...refs, upload: upload.id };
    for (const [who, status] of [
      [stranger, 404],
      [other.ctx, 404],
      [database.ctx(), 401],
      [await member('viewer'), 403],
      [await member('marketer'), 403],
      [key(['read']), 403],
    ] as const) {
      await expect(createUpload(who, refs, input(bytes))).rejects.toMatchObject({ status });
      await expect(receiveChunk(who, one, pieceOf(bytes))).rejects.toMatchObject({ status });
      await expect(cancelUpload(who, one)).rejects.toMatchObject({ status });
    }
    await expect(getUpload(stranger, one)).rejects.toMatchObject({ status: 404 });
    expect(await getUpload(await member('viewer'), one)).toMatchObject({ state: 'uploading', receivedBytes: 0 });
    expect(await getUpload(key(['read']), one)).toMatchObject({ id: upload.id });
    expect((await createUpload(key(['release']), refs, input(bytes))).isNew).toBe(false);
    // Somebody else's upload under a version of one's own.
    await expect(receiveChunk(other.ctx, { ...other.refs, upload: upload.id }, pieceOf(bytes))).rejects.toMatchObject({
      status: 404,
    });
    expect(await getUpload(ctx, one)).toMatchObject({ receivedBytes: 0 });
  });
});

describe('a piece', () => {
  test('after the other makes the file, and the last one hands it to the check', async () => {
    const { ctx, refs, build, begin, send, state, versionId, files } = await scene();
    const bytes = build();
    const upload = await begin(bytes);
    expect(await send(upload, bytes, 0, 1000)).toMatchObject({ state: 'uploading', receivedBytes: 1000 });
    expect(await send(upload, bytes, 1000, 1500)).toMatchObject({ state: 'uploading', receivedBytes: 1500 });
    expect(await send(upload, bytes, 1500)).toMatchObject({ state: 'processing', receivedBytes: bytes.length });
    expect(await state(upload.id)).toMatchObject({ version: { state: 'processing', sha256: null } });
    expect(await files(upload.id)).toHaveLength(3);
    const events = await database.sql`
      select from pgboss.job where name = 'upload.completed' and data->'payload'->>'buildId' = ${upload.id}`;
    expect(events).toHaveLength(1);
    const [entry] = await database.sql`
      select action, changes from audit_log where subject_id = ${versionId} order by sequence desc limit 1`;
    expect(entry).toMatchObject({ action: 'version.upload', changes: { buildId: upload.id, sha256: sha256(bytes) } });
    // A version whose build is looked at takes no other one; the same is no other.
    await expect(createUpload(ctx, refs, input(build(10)))).rejects.toMatchObject({ code: 'illegal_transition' });
    expect(await createUpload(ctx, refs, input(bytes))).toMatchObject({ isNew: false, build: { id: upload.id } });
  });

  test('that is repeated answers as before and is kept once', async () => {
    const { build, begin, send, files } = await scene();
    const bytes = build();
    const upload = await begin(bytes);
    await send(upload, bytes, 0, 1000);
    expect(await send(upload, bytes, 0, 1000)).toMatchObject({ receivedBytes: 1000 });
    await send(upload, bytes, 1000, 1200);
    expect(await send(upload, bytes, 0, 1000)).toMatchObject({ receivedBytes: 1200 });
    expect(await files(upload.id)).toHaveLength(2);
    await send(upload, bytes, 1200);
    expect(await send(upload, bytes, 1200)).toMatchObject({ state: 'processing' });
    await expect(send(upload, bytes, 0, 1000)).rejects.toMatchObject({ code: 'upload_closed' });
  });

  test('that begins elsewhere is 409 with the byte to go on at', async () => {
    const { build, begin, send } = await scene();
    const bytes = build();
    const upload = await begin(bytes);
    await send(upload, bytes, 0, 1000);
    for (const [start, end] of [
      [0, 999],
      [500, 1000],
      [1001, 1200],
      [999, 1200],
    ] as const) {
      await expect(send(upload, bytes, start, end)).rejects.toMatchObject({
        status: 409,
        code: 'upload_offset',
        extras: { members: { receivedBytes: 1000 } },
      });
    }
  });

  test('that two send at once is kept once, and both hear that it has come', async () => {
    const { build, begin, send, files, state } = await scene();
    const bytes = build();
    const upload = await begin(bytes);
    const first = await Promise.all(Array.from({ length: 4 }, () => send(upload, bytes, 0, 1000)));
    expect(first.map(({ receivedBytes }) => receivedBytes)).toEqual([1000, 1000, 1000, 1000]);
    expect(await files(upload.id)).toHaveLength(1);
    const last = await Promise.all([send(upload, bytes, 1000), send(upload, bytes, 1000)]);
    expect(last.map((answer) => answer.state)).toEqual(['processing', 'processing']);
    expect(await files(upload.id)).toHaveLength(2);
    expect((await state(upload.id)).version.state).toBe('processing');
  });

  test('whose connection breaks, or that ends early, leaves nothing and can be sent again', async () => {
    const { ctx, refs, build, begin, send, files } = await scene();
    const bytes = build();
    const upload = await begin(bytes);
    await send(upload, bytes, 0, 500);
    const { contentRange } = pieceOf(bytes, 500, 1500);
    for (const body of [breaking(bytes.subarray(500, 700)), pieceOf(bytes, 500, 900).body, null]) {
      await expect(receiveChunk(ctx, { ...refs, upload: upload.id }, { contentRange, body })).rejects.toMatchObject({
        status: 400,
        code: 'chunk_cut_off',
      });
    }
    expect(await getUpload(ctx, { ...refs, upload: upload.id })).toMatchObject({ receivedBytes: 500 });
    expect(await files(upload.id)).toHaveLength(1);
    expect(await send(upload, bytes, 500)).toMatchObject({ state: 'processing' });
  });

  test('with a range that is no range, of another file or too long is refused before it is stored', async () => {
    const { ctx, refs, build, begin, files } = await scene();
    const bytes = build();
    const upload = await begin(bytes);
    const send = (contentRange: string | null, contentLength: string | null = null) =>
      receiveChunk(ctx, { ...refs, upload: upload.id }, { contentRange, contentLength, body: pieceOf(bytes).body });
    const size = bytes.length;
    for (const range of [
      null,
      '',
      'bytes */10',
      `bytes 5-4/${size}`,
      `bytes 0-${size}/${size}`,
      `bytes 0-9/${size + 1}`,
    ]) {
      await expect(send(range)).rejects.toMatchObject({ status: 400, code: 'bad_content_range' });
    }
    await expect(send(`bytes 0-99/${size}`, '98')).rejects.toMatchObject({ code: 'bad_content_range' });
    await expect(send(`bytes 0-99/${size}`)).rejects.toMatchObject({ code: 'bad_content_range' });
    await expect(send('bytes 0-8388608/9000000')).rejects.toMatchObject({ status: 413, code: 'chunk_too_large' });
    expect(await files(upload.id)).toEqual([]);
  });

  test('of a version that went on meanwhile is refused, and the version stays where it is', async () => {
    const { build, begin, send, state, versionId, files } = await scene();
    const bytes = build();
    const upload = await begin(bytes);
    await database.sql`update app_versions set state = 'waiting_for_review' where id = ${versionId}`;
    await expect(send(upload, bytes)).rejects.toMatchObject({ status: 409, code: 'illegal_transition' });
    expect((await state(upload.id)).version.state).toBe('waiting_for_review');
    expect(await files(upload.id)).toEqual([]);
  });
});

describe('giving an upload up', () => {
  test('deletes its pieces, and may be repeated', async () => {
    const { ctx, refs, build, begin, send, files, state } = await scene();
    const bytes = build();
    const upload = await begin(bytes);
    await send(upload, bytes, 0, 1000);
    await cancelUpload(ctx, { ...refs, upload: upload.id });
    await cancelUpload(ctx, { ...refs, upload: upload.id });
    expect(await files(upload.id)).toEqual([]);
    expect((await state(upload.id)).build.state).toBe('abandoned');
    expect((await begin(bytes)).id).not.toBe(upload.id);
  });

  test('is 409 once the whole file has come, and 404 for one that is not there', async () => {
    const { ctx, refs, build, begin, send } = await scene();
    const bytes = build();
    const upload = await begin(bytes);
    await send(upload, bytes);
    await expect(cancelUpload(ctx, { ...refs, upload: upload.id })).rejects.toMatchObject({ code: 'upload_closed' });
    await expect(cancelUpload(ctx, { ...refs, upload: newId() })).rejects.toMatchObject({ status: 404 });
  });
});
