import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { auditLog } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { newId } from '@/lib/ids';
import { getSettings } from '@/lib/settings';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { readLogo, readStoreIcon } from './logo';
import { removeLogo, setLogo } from './set-logo';

const database = testDatabase();

const asAdmin = async (): Promise<Ctx> => database.ctx({ actor: await createActor(database.db, { roles: ['admin'] }) });

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 60, alpha: 1 } } });

const png = (width: number, height: number) => picture(width, height).png().toBuffer();

async function sizeOf(id: string, name: string) {
  const file = await readLogo(id, name);
  const { width, height, format, exif, xmp, icc } = await sharp(file?.image).metadata();
  return { width, height, format, hasMetadata: Boolean(exif ?? xmp ?? icc), type: file?.contentType };
}

describe('a logo', () => {
  test('is there in every size, square, and at a new address when another takes its place', async () => {
    const ctx = await asAdmin();
    const { logoId } = await setLogo(ctx, await png(600, 300));
    expect((await getSettings(ctx)).logoId).toBe(logoId);
    for (const size of [64, 128, 256, 512]) {
      const expected = { width: size, height: size, format: 'webp', hasMetadata: false, type: 'image/webp' };
      expect(await sizeOf(logoId, `${size}.webp`)).toEqual(expected);
    }
    for (const size of [48, 180, 512]) {
      const expected = { width: size, height: size, format: 'png', hasMetadata: false, type: 'image/png' };
      expect(await sizeOf(logoId, `${size}.png`)).toEqual(expected);
    }
    const corner = await sharp((await readLogo(logoId, '512.png'))?.image)
      .raw()
      .toBuffer();
    expect(corner[3]).toBe(0);
    const other = await setLogo(ctx, await png(64, 64));
    expect(other.logoId).not.toBe(logoId);
    expect((await readStoreIcon(ctx, 48)).image).toEqual((await readLogo(other.logoId, '48.png'))?.image);
    // Who still shows the old page still sees its picture.
    expect(await readLogo(logoId, '64.webp')).not.toBeNull();
  });

  test('comes from PNG, WebP and JPEG alike, the right way up and without what else was in the file', async () => {
    const ctx = await asAdmin();
    const tall = picture(100, 200).withExif({ IFD0: { Copyright: 'a secret place' } });
    const sources = [
      await tall.clone().jpeg().withMetadata({ orientation: 6 }).toBuffer(),
      await tall.clone().webp().toBuffer(),
      await tall.clone().png().toBuffer(),
    ];
    for (const bytes of sources) {
      const { logoId } = await setLogo(ctx, bytes);
      expect(await sizeOf(logoId, '512.png')).toMatchObject({ width: 512, height: 512, hasMetadata: false });
      expect((await readLogo(logoId, '512.webp'))?.image.includes('a secret place')).toBe(false);
    }
  });

  test('taken away leaves Pomona’s mark; both are on record', async () => {
    const ctx = await asAdmin();
    const { logoId } = await setLogo(ctx, await png(64, 64));
    await removeLogo(ctx);
    await removeLogo(ctx);
    expect((await getSettings(ctx)).logoId).toBeNull();
    const entries = await database.db.select().from(auditLog).orderBy(auditLog.sequence);
    expect(entries.slice(-2).map(({ changes }) => changes)).toMatchObject([
      { logoId: { to: logoId } },
      { logoId: { from: logoId, to: null } },
    ]);
    for (const size of [48, 180] as const) {
      const { image, contentType } = await readStoreIcon(ctx, size);
      expect(contentType).toBe('image/png');
      expect(await sharp(image).metadata()).toMatchObject({ format: 'png', width: size, height: size });
    }
  });

  const refused: [string, () => Promise<Buffer>, string][] = [
    [
      'an SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>'),
      'picture_type_unknown',
    ],
    ['a GIF', () => picture(64, 64).gif().toBuffer(), 'picture_type_unknown'],
    ['a TIFF', () => picture(64, 64).tiff().toBuffer(), 'picture_type_unknown'],
    ['nothing', async () => Buffer.alloc(0), 'picture_type_unknown'],
    ['a page', async () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'picture_type_unknown'],
    ['a PNG cut off', async () => (await png(200, 200)).subarray(0, 60), 'picture_unreadable'],
    ['a JPEG of three bytes', async () => Buffer.from([0xff, 0xd8, 0xff]), 'picture_unreadable'],
    ['a WebP in name', async () => Buffer.from('RIFF\x10\0\0\0WEBPVP8 nothing', 'latin1'), 'picture_unreadable'],
    ['a picture too small', () => png(63, 400), 'picture_size'],
    ['a picture too large', () => png(4097, 64), 'picture_size'],
  ];

  test.each(refused)('is not %s', async (_, make, code) => {
    const ctx = await asAdmin();
    await removeLogo(ctx);
    await expect(setLogo(ctx, await make())).rejects.toMatchObject({ code });
    expect((await getSettings(ctx)).logoId).toBeNull();
  });

  test('is an admin’s to choose', async () => {
    const moderator = database.ctx({ actor: await createActor(database.db, { roles: ['moderator'] }) });
    for (const [ctx, code] of [
      [moderator, 'role_required'],
      [database.ctx(), 'not_signed_in'],
    ] as const) {
      await expect(setLogo(ctx, await png(64, 64))).rejects.toMatchObject({ code });
      await expect(removeLogo(ctx)).rejects.toMatchObject({ code });
    }
  });

  test('that nobody uploaded, or a size nobody makes, is none', async () => {
    const { logoId } = await setLogo(await asAdmin(), await png(64, 64));
    const names = ['65.webp', '64.svg', '064.webp', '../../secret', '64.webp/..', '', '48.webp'];
    for (const name of names) expect(await readLogo(logoId, name)).toBeNull();
    for (const id of [newId(), '..', '', 'x']) expect(await readLogo(id, '64.webp')).toBeNull();
  });
});
