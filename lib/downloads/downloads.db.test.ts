import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Ctx } from '@/lib/context';
import { newId } from '@/lib/ids';
import { storage } from '@/lib/storage/storage';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createPurchase, createVersion } from '@/tests/factories';
import { openDownload } from './open-download';
import { requestDownload } from './request-download';

const database = testDatabase();

const content = 'the bytes of an app, one after the other';

async function scene(options: Parameters<typeof createApp>[1] = {}) {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const version = { sizeBytes: content.length, sha256, ...options?.version };
  const product = await createApp(database.db, { ...options, version });
  await storage().put(
    product.version.storageKey ?? '',
    (async function* () {
      yield new TextEncoder().encode(content);
    })(),
  );
  const actor = await createActor(database.db, { country: 'DE' });
  const purchase = await createPurchase(database.db, { user: { id: actor.userId }, ...product });
  const ctx = (overrides: Partial<Ctx> = {}) => database.ctx({ actor, ...overrides });
  return { ...product, actor, purchase, ctx, etag: `"${sha256}"` };
}

const tokenOf = ({ url }: { url: string }) => url.replace('/api/v1/downloads/', '');
const open = (token: string, headers: Record<string, string> = {}, method = 'GET', now = new Date()) =>
  openDownload(database.ctx({ now }), token, { method, headers: new Headers(headers) });
const text = (answer: { body: ReadableStream<Uint8Array> | null }) => new Response(answer.body).text();

describe('asking for a download', () => {
  test('gives an owner a signed URL, a delivery row and an event', async () => {
    const { app, version, actor, ctx } = await scene();
    const now = new Date();
    const download = await requestDownload(ctx({ now }), app.slug);
    expect(download).toMatchObject({
      version: '1.0.0',
      platform: 'linux',
      fileName: 'app.tar.gz',
      sizeBytes: content.length,
      sha256: version.sha256,
      expiresAt: new Date(now.getTime() + 600_000).toISOString(),
    });
    expect(download.url).toMatch(/^\/api\/v1\/downloads\/[\w-]{90,120}$/);
    const [delivery] =
      await database.sql`select id, app_id, version_id, country from deliveries where user_id = ${actor.userId}`;
    expect(delivery).toMatchObject({ app_id: app.id, version_id: version.id, country: 'DE' });
    const events =
      await database.sql`select from pgboss.job where name = 'app.downloaded' and data->'payload'->>'deliveryId' = ${delivery?.id}`;
    expect(events).toHaveLength(1);
  });

  test('is 404 for who does not own it, for what is unknown, and leaves no trace', async () => {
    const { app } = await scene();
    const other = await createActor(database.db);
    const refunded = await createPurchase(
      database.db,
      { user: { id: other.userId }, ...(await createApp(database.db)) },
      { status: 'refunded', refundedAt: new Date() },
    );
    for (const ref of [app.id, app.slug, app.bundleId, refunded.appId, newId(), 'no-such-app', '../x']) {
      await expect(requestDownload(database.ctx({ actor: other }), ref)).rejects.toMatchObject({
        status: 404,
        code: 'not_found',
      });
    }
    await expect(requestDownload(database.ctx(), app.id)).rejects.toMatchObject({ status: 401 });
    expect(await database.sql`select from deliveries where user_id = ${other.userId}`).toHaveLength(0);
  });

  test('works for the owner of a hidden app', async () => {
    const { app, ctx } = await scene();
    await database.sql`update apps set status = 'hidden' where id = ${app.id}`;
    expect((await requestDownload(ctx(), app.id)).version).toBe('1.0.0');
  });

  test('of an app that was taken down is refused, of old versions and signed URLs too', async () => {
    const { app, ctx } = await scene();
    await createVersion(database.db, app, { version: '0.9.0', state: 'superseded' });
    const token = tokenOf(await requestDownload(ctx(), app.id));
    await database.sql`update apps set status = 'removed' where id = ${app.id}`;
    const refusal = { status: 409, code: 'app_removed' };
    await expect(requestDownload(ctx(), app.id)).rejects.toMatchObject(refusal);
    await expect(requestDownload(ctx(), app.id, { version: '0.9.0' })).rejects.toMatchObject(refusal);
    await expect(open(token)).rejects.toMatchObject(refusal);
    await expect(
      requestDownload(database.ctx({ actor: await createActor(database.db) }), app.id),
    ).rejects.toMatchObject({
      status: 404,
    });
  });

  test('gives the newest released version, of the platform that is asked for', async () => {
    const { app, ctx } = await scene();
    await createVersion(database.db, app, { version: '1.9.0', state: 'superseded', releasedAt: new Date() });
    await createVersion(database.db, app, { version: '1.10.0', releasedAt: new Date(0) });
    await createVersion(database.db, app, { version: '3.0.0', state: 'approved', releasedAt: null });
    await createVersion(database.db, app, { version: '2.0.0', platform: 'android' });
    expect(await requestDownload(ctx(), app.id)).toMatchObject({ version: '2.0.0', platform: 'android' });
    expect((await requestDownload(ctx(), app.id, { platform: 'linux' })).version).toBe('1.10.0');
    expect((await requestDownload(ctx(), app.id, { version: '1.9.0' })).version).toBe('1.9.0');
    for (const wish of [{ version: '3.0.0' }, { platform: 'ios' as const }, { version: '9.9.9' }]) {
      await expect(requestDownload(ctx(), app.id, wish)).rejects.toMatchObject({
        status: 404,
        code: 'version_not_found',
      });
    }
  });

  const withoutFile = { sha256: null, storageKey: null, fileName: null, contentType: null };

  test('is 409 for a version that is listed without a file, and leaves no trace', async () => {
    const { app, actor, version, ctx } = await scene();
    await database.sql`update app_versions set ${database.sql({ sha256: null, storage_key: null, file_name: null, content_type: null })} where id = ${version.id}`;
    for (const wish of [{}, { version: '1.0.0' }, { platform: 'linux' as const }]) {
      await expect(requestDownload(ctx(), app.id, wish)).rejects.toMatchObject({ status: 409, code: 'no_file' });
    }
    expect(await database.sql`select from deliveries where user_id = ${actor.userId}`).toHaveLength(0);
  });

  test('gives the newest version that has a file, even where a newer one has none', async () => {
    const { app, ctx } = await scene();
    await createVersion(database.db, app, { version: '2.0.0', ...withoutFile });
    expect((await requestDownload(ctx(), app.id)).version).toBe('1.0.0');
    await expect(requestDownload(ctx(), app.id, { version: '2.0.0' })).rejects.toMatchObject({ code: 'no_file' });
  });
});

describe('the file behind the URL', () => {
  test('comes whole, as an attachment that nothing may change', async () => {
    const { app, ctx, etag } = await scene({ version: { fileName: 'Größe "1".tar.gz' } });
    const answer = await open(tokenOf(await requestDownload(ctx(), app.id)));
    expect(answer.status).toBe(200);
    expect(await text(answer)).toBe(content);
    expect(answer.headers).toMatchObject({
      'Content-Type': 'application/gzip',
      'Content-Length': String(content.length),
      'Content-Disposition': `attachment; filename="Groe _1_.tar.gz"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.tar.gz`,
      'Accept-Ranges': 'bytes',
      'X-Content-Type-Options': 'nosniff',
      ETag: etag,
    });
    expect(answer.headers['Cache-Control']).toContain('no-transform');
  });

  test('comes in parts that make the whole', async () => {
    const { app, ctx, etag } = await scene();
    const token = tokenOf(await requestDownload(ctx(), app.id));
    const first = await open(token, { range: 'bytes=0-9' });
    expect(first.status).toBe(206);
    expect(first.headers).toMatchObject({ 'Content-Range': `bytes 0-9/${content.length}`, 'Content-Length': '10' });
    const rest = await open(token, { range: 'bytes=10-', 'if-range': etag });
    expect((await text(first)) + (await text(rest))).toBe(content);
  });

  test('answers conditions and HEAD without bytes', async () => {
    const { app, ctx, etag } = await scene();
    const token = tokenOf(await requestDownload(ctx(), app.id));
    expect(await open(token, { 'if-none-match': etag })).toMatchObject({
      status: 304,
      body: null,
      headers: { ETag: etag },
    });
    expect(await open(token, {}, 'HEAD')).toMatchObject({
      status: 200,
      body: null,
      headers: { 'Content-Length': String(content.length) },
    });
    await expect(open(token, { 'if-match': '"x"' })).rejects.toMatchObject({ status: 412 });
    await expect(open(token, { range: 'bytes=4000-' })).rejects.toMatchObject({
      status: 416,
      extras: { headers: { 'Content-Range': `bytes */${content.length}` } },
    });
  });

  test('is 404 for tokens that are foreign, changed or expired, and after the app was taken away', async () => {
    const { app, ctx, purchase } = await scene();
    const token = tokenOf(await requestDownload(ctx(), app.id));
    const late = new Date(Date.now() + 601_000);
    await expect(open(token, {}, 'GET', late)).rejects.toMatchObject({ status: 404 });
    const changed = token.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'));
    for (const other of [changed, 'x', newId()]) await expect(open(other)).rejects.toMatchObject({ status: 404 });
    await database.sql`update entitlements set is_active = false, revoked_at = now() where purchase_id = ${purchase.id}`;
    await expect(open(token)).rejects.toMatchObject({ status: 404 });
  });

  test('that is missing on the disk is 503, not a broken download', async () => {
    const product = await createApp(database.db);
    const actor = await createActor(database.db);
    await createPurchase(database.db, { user: { id: actor.userId }, ...product });
    const token = tokenOf(await requestDownload(database.ctx({ actor }), product.app.id));
    await expect(open(token)).rejects.toMatchObject({ status: 503, code: 'file_unavailable' });
  });
});
