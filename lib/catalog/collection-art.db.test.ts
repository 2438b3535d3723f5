import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { collections } from '@/db/schema';
import type { UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { setCollectionPicture, sketchStoryArt } from './collection-art';
import { createCollection } from './create-collection';
import { readMedia } from './media';
import { updateCollection } from './update-collection';

const database = testDatabase();
let admin: UserActor;

beforeAll(async () => {
  admin = await createActor(database.db, { roles: ['admin'] });
});

const asAdmin = () => database.ctx({ actor: admin });
const rowOf = async (id: string) => (await database.db.select().from(collections).where(eq(collections.id, id)))[0];
const make = () => createCollection(asAdmin(), { kind: 'story', title: 'Art', slug: `art-${newId().slice(-8)}` });
const artIdOf = (url: string | null) => url?.split('/')[2] ?? '';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#cc5533' } });

describe('uploading a picture', () => {
  test.each(['png', 'jpeg', 'webp'] as const)(
    'a %s is served in every width under an address of its own',
    async (format) => {
      const { id, version } = await make();
      const bytes = await plain(1600, 1000).toFormat(format).toBuffer();
      const changed = await setCollectionPicture(asAdmin(), { id, version, bytes });
      expect(changed).toMatchObject({ art: null, artUrl: expect.stringMatching(/^\/media\/.+\/1600\.webp$/) });
      const picture = await readMedia(database.ctx(), artIdOf(changed.artUrl), '800.webp');
      expect(await sharp(picture ?? Buffer.of()).metadata()).toMatchObject({ format: 'webp', width: 800, height: 500 });
      const again = await setCollectionPicture(asAdmin(), { id, version: changed.version, bytes });
      expect(again.artUrl).not.toBe(changed.artUrl);
    },
  );

  test('keeps no metadata, stands upright, and is no larger than pages need', async () => {
    const { id } = await make();
    const bytes = await plain(3000, 4000)
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Copyright: 'secret place' }, IFD3: { GPSLatitudeRef: 'N' } })
      .jpeg({ quality: 40 })
      .toBuffer();
    expect(bytes.includes('secret place')).toBe(true);
    const { artUrl } = await setCollectionPicture(asAdmin(), { id, version: null, bytes });
    const picture = (await readMedia(database.ctx(), artIdOf(artUrl), '1600.webp')) ?? Buffer.of();
    expect(await sharp(picture).metadata()).toMatchObject({ width: 1600, height: 1200 });
    expect(picture.includes('secret place')).toBe(false);
  });

  test('what hides behind a picture does not survive', async () => {
    const { id } = await make();
    const png = await plain(1200, 600).png().toBuffer();
    const bytes = Buffer.concat([png, Buffer.from('<script>alert(1)</script>PK\u0003\u0004')]);
    const { artUrl } = await setCollectionPicture(asAdmin(), { id, version: null, bytes });
    const picture = await readMedia(database.ctx(), artIdOf(artUrl), '800.webp');
    expect(picture?.includes('<script>')).toBe(false);
  });

  test('replaces drawn art, and drawing replaces it', async () => {
    const art = { scene: 'orbit', hue: 10, seed: 'x' } as const;
    const { id } = await make();
    await updateCollection(asAdmin(), { id, version: null, changes: { art } });
    await setCollectionPicture(asAdmin(), { id, version: null, bytes: await plain(1200, 600).png().toBuffer() });
    expect(await rowOf(id)).toMatchObject({ art: null, artStorageKey: expect.any(String) });
    await updateCollection(asAdmin(), { id, version: null, changes: { art } });
    expect(await rowOf(id)).toMatchObject({ art: { kind: 'story', ...art }, artStorageKey: null });
  });

  const hostile: [string, () => Promise<Buffer>, string][] = [
    ['nothing', async () => Buffer.of(), 'unsupported_picture'],
    ['text', async () => Buffer.from('hello'), 'unsupported_picture'],
    [
      'an SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000"/>'),
      'unsupported_picture',
    ],
    [
      'an SVG behind the signature of a PNG',
      async () =>
        Buffer.concat([
          Buffer.from('89504e470d0a1a0a', 'hex'),
          Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ]),
      'unsupported_picture',
    ],
    ['a GIF', () => plain(1600, 1000).gif().toBuffer(), 'unsupported_picture'],
    ['a TIFF', () => plain(1600, 1000).tiff().toBuffer(), 'unsupported_picture'],
    [
      'an animated WebP',
      async () => {
        const frames = await plain(1200, 1200).png().toBuffer();
        return sharp([frames, await plain(1200, 1200).negate().png().toBuffer()], { join: { animated: true } })
          .webp({ loop: 0, delay: [100, 100] })
          .toBuffer();
      },
      'unsupported_picture',
    ],
    ['half a JPEG', async () => (await plain(1600, 1000).jpeg().toBuffer()).subarray(0, 900), 'unsupported_picture'],
    [
      'a PNG that claims 60,000 × 60,000 pixels',
      async () => {
        const png = await plain(1600, 1000).png().toBuffer();
        png.writeUInt32BE(60_000, 16);
        png.writeUInt32BE(60_000, 20);
        return png;
      },
      'picture_too_large',
    ],
    ['more pixels than anybody needs', () => plain(9000, 5000).png().toBuffer(), 'picture_too_large'],
    ['a narrow one', () => plain(1199, 900).png().toBuffer(), 'picture_too_small'],
    ['a flat one', () => plain(1600, 599).png().toBuffer(), 'picture_too_small'],
  ];

  test.each(hostile)('%s is refused and changes nothing', async (_, bytesOf, code) => {
    const { id } = await make();
    const before = await rowOf(id);
    const bytes = await bytesOf();
    await expect(setCollectionPicture(asAdmin(), { id, version: null, bytes })).rejects.toMatchObject({
      kind: 'unprocessable',
      code,
    });
    expect(await rowOf(id)).toEqual(before);
  });

  test('is for admins, for collections that exist, and for those who saw the last change', async () => {
    const { id, version } = await make();
    const bytes = await plain(1200, 600).png().toBuffer();
    const moderator = await createActor(database.db, { roles: ['moderator'] });
    for (const ctx of [database.ctx(), database.ctx({ actor: moderator })]) {
      await expect(setCollectionPicture(ctx, { id, version, bytes })).rejects.toMatchObject({ name: 'AppError' });
      await expect(sketchStoryArt(ctx, { scene: 'hills', hue: 1, seed: 'x' })).rejects.toMatchObject({
        name: 'AppError',
      });
    }
    await expect(setCollectionPicture(asAdmin(), { id: newId(), version: null, bytes })).rejects.toMatchObject({
      code: 'not_found',
    });
    const results = await Promise.allSettled([1, 2].map(() => setCollectionPicture(asAdmin(), { id, version, bytes })));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

test('a sketch is small, and the same choices make the same one', async () => {
  const art = { scene: 'table', hue: 40, seed: 'bread' } as const;
  const sketch = await sketchStoryArt(asAdmin(), art);
  expect(await sharp(sketch).metadata()).toMatchObject({ format: 'webp', width: 480, height: 300 });
  expect(await sketchStoryArt(asAdmin(), art)).toEqual(sketch);
  expect(await sketchStoryArt(asAdmin(), { ...art, seed: 'cake' })).not.toEqual(sketch);
});
