import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readMedia } from '@/lib/catalog/media';
import { newId } from '@/lib/ids';
import { storage } from '@/lib/storage/storage';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { uploadScene } from '@/tests/uploads';
import { addMedia } from './add-media';
import { deleteUnusedMedia } from './delete-unused';

const database = testDatabase();

const picture = (width: number, height: number, background = '#3366cc') =>
  sharp({ create: { width, height, channels: 3, background } });
const png = (width: number, height: number) => picture(width, height).png().toBuffer();
const streamOf = (bytes: Uint8Array) => new Response(new Uint8Array(bytes)).body;

async function scene(version?: Parameters<typeof uploadScene>[1]) {
  const one = await uploadScene(database, version);
  return {
    ...one,
    add: (kind: 'icon' | 'screenshot', bytes: Uint8Array, ctx = one.ctx) =>
      addMedia(ctx, one.app.id, { kind, body: streamOf(bytes) }),
    async listing() {
      const [row] = await database.sql`select listing from app_drafts where app_id = ${one.app.id}`;
      return row?.listing ?? null;
    },
    rows: () => database.sql`select id, kind, storage_key from staged_media where app_id = ${one.app.id} order by id`,
  };
}

describe('a picture for the listing', () => {
  test('becomes the icon, redrawn, and is served in the sizes of icons', async () => {
    const { add, listing, rows, app } = await scene();
    const media = await add('icon', await png(2048, 2048));
    expect(media).toEqual({
      id: media.id,
      kind: 'icon',
      url: `/media/${media.id}/256.webp`,
      width: 1024,
      height: 1024,
      color: '#3366cc',
    });
    expect((await listing()).iconId).toBe(media.id);
    const [row] = await rows();
    expect(row?.storage_key).toMatch(new RegExp(`^pictures/${app.id}/${media.id}-[0-9a-f]{8}\\.png$`));
    const served = await readMedia(database.ctx(), media.id, '128.webp');
    expect(await sharp(served ?? undefined).metadata()).toMatchObject({ format: 'webp', width: 128, height: 128 });
    expect(await readMedia(database.ctx(), media.id, '320.webp')).toBeNull();
    // The listing that shoppers see has the old one.
    expect(await database.sql`select from app_media where id = ${media.id}`).toHaveLength(0);
  });

  test('becomes the last screenshot', async () => {
    const { add, listing } = await scene();
    const first = await add('screenshot', await picture(1080, 1920).jpeg().toBuffer());
    const second = await add('screenshot', await picture(800, 600).webp().toBuffer());
    expect((await listing()).screenshots).toEqual([
      { id: first.id, altText: '', platform: null },
      { id: second.id, altText: '', platform: null },
    ]);
    expect(first).toMatchObject({ width: 1080, height: 1920, url: `/media/${first.id}/640.webp` });
    const served = await readMedia(database.ctx(), first.id, '320.webp');
    expect(await sharp(served ?? undefined).metadata()).toMatchObject({ width: 320 });
  });

  test('keeps nothing of the file but what is seen: no place, no second file', async () => {
    const { add, rows } = await scene();
    const jpeg = await picture(400, 400)
      .withExif({ IFD0: { Copyright: 'a secret place' } })
      .jpeg()
      .toBuffer();
    expect(jpeg.includes('a secret place')).toBe(true);
    await add('screenshot', Buffer.concat([jpeg, Buffer.from('PK\x03\x04 <script>alert(1)</script>')]));
    const [row] = await rows();
    const kept = Buffer.from(await new Response(await storage().open(row?.storage_key)).arrayBuffer());
    expect(kept.includes('secret') || kept.includes('script')).toBe(false);
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
  });

  test.each<[string, 'icon' | 'screenshot', () => Promise<Uint8Array>, number, string]>([
    [
      'an SVG',
      'icon',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512"/>'),
      415,
      'picture_type_unknown',
    ],
    ['a GIF', 'icon', () => picture(512, 512).gif().toBuffer(), 415, 'picture_type_unknown'],
    ['nothing', 'icon', async () => new Uint8Array(), 415, 'picture_type_unknown'],
    [
      'a picture that is none',
      'icon',
      async () => Buffer.from('\x89PNG\r\n\x1a\n and then text', 'latin1'),
      422,
      'picture_unreadable',
    ],
    [
      'half a picture',
      'screenshot',
      async () =>
        (
          await sharp({
            create: {
              width: 900,
              height: 900,
              channels: 3,
              background: '#fff',
              noise: { type: 'gaussian', mean: 128, sigma: 40 },
            },
          })
            .png()
            .toBuffer()
        ).subarray(0, 50_000),
      422,
      'picture_unreadable',
    ],
    ['an icon that is not square', 'icon', () => png(512, 511), 422, 'picture_size'],
    ['a small icon', 'icon', () => png(255, 255), 422, 'picture_size'],
    ['a small screenshot', 'screenshot', () => png(319, 600), 422, 'picture_size'],
    ['a large screenshot', 'screenshot', () => png(4097, 2000), 422, 'picture_size'],
    ['a screenshot as a ribbon', 'screenshot', () => png(1000, 320), 422, 'picture_size'],
    ['20 MiB and more', 'screenshot', async () => new Uint8Array(20 * 1024 * 1024 + 1), 413, 'body_too_large'],
  ])('is refused when it is %s, and nothing is kept', async (_, kind, make, status, code) => {
    const { add, listing, rows, app } = await scene();
    await expect(add(kind, await make())).rejects.toMatchObject({ status, code });
    expect(await listing()).toBeNull();
    expect(await rows()).toHaveLength(0);
    for await (const file of storage().list(`pictures/${app.id}`)) throw new Error(`${file.key} was kept`);
  });

  test('that breaks off is 400', async () => {
    const { ctx, app } = await scene();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array([0x89])),
      pull: (controller) => controller.error(new Error('ECONNRESET')),
    });
    await expect(addMedia(ctx, app.id, { kind: 'icon', body })).rejects.toMatchObject({ status: 400 });
  });

  test('is the tenth at most, also when many come at once', async () => {
    const { add, listing, rows } = await scene();
    const bytes = await png(400, 400);
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => add('screenshot', bytes)));
    const refused = all.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(2);
    expect(refused[0]?.reason).toMatchObject({ status: 409, code: 'too_many_screenshots' });
    expect((await listing()).screenshots).toHaveLength(10);
    expect(await rows()).toHaveLength(10);
  });

  test('waits while the version is in review', async () => {
    const { add, rows } = await scene({ state: 'waiting_for_review' });
    await expect(add('icon', await png(512, 512))).rejects.toMatchObject({ status: 409, code: 'listing_locked' });
    expect(await rows()).toHaveLength(0);
  });

  test('may come from marketers and keys for listings, from nobody else', async () => {
    const { add, member, organization } = await scene();
    const bytes = await png(300, 300);
    const key = (scopes: ('listing' | 'release')[]) =>
      database.ctx({ actor: { kind: 'api_key', keyId: newId(), organizationId: organization.id, scopes } });
    await add('icon', bytes, await member('marketer'));
    await add('icon', bytes, key(['listing']));
    for (const [who, status] of [
      [await member('viewer'), 403],
      [key(['release']), 403],
      [database.ctx({ actor: await createActor(database.db) }), 404],
      [database.ctx(), 401],
    ] as const) {
      await expect(add('icon', bytes, who)).rejects.toMatchObject({ status });
    }
  });
});

test('a picture that no listing has had for a month is deleted, and no other', async () => {
  const { add, rows } = await scene();
  const bytes = await png(400, 400);
  const [replaced, shown, icon] = [await add('icon', bytes), await add('screenshot', bytes), await add('icon', bytes)];
  const sweep = () => deleteUnusedMedia(database.ctx(), new AbortController().signal);
  expect(await readMedia(database.ctx(), replaced.id, '64.webp')).not.toBeNull();
  expect(await sweep()).toBe(0);
  const old = (await rows()).find(({ id }) => id === replaced.id);
  await database.sql`update staged_media set created_at = now() - interval '31 days'`;
  await sweep();
  expect(new Set((await rows()).map(({ id }) => id))).toEqual(new Set([shown.id, icon.id]));
  expect(await storage().stat(old?.storage_key)).toBeNull();
  expect(await readMedia(database.ctx(), replaced.id, '64.webp')).toBeNull();
  expect(await readMedia(database.ctx(), icon.id, '64.webp')).not.toBeNull();
});
