import sharp from 'sharp';
import type { Ctx } from '@/lib/context';
import { isId } from '@/lib/ids';
import { getSettings } from '@/lib/settings';
import { storage } from '@/lib/storage/storage';
import { mark } from './artwork/mark-data';

/** Every file of a logo: for pages as WebP, for browsers' own places (tabs, home screens, previews) as PNG. */
export const logoSizes = { webp: [64, 128, 256, 512], png: [48, 180, 512] } as const;

const contentTypes = { webp: 'image/webp', png: 'image/png' };

export type LogoFormat = keyof typeof logoSizes;

export const logoKey = (id: string, name: string) => `logo/${id}/${name}`;

export type LogoFile = { image: Buffer; contentType: string };

/** A file of a logo, `{size}.webp` or `{size}.png`; null when there is no such picture or size. Anyone may call it. */
export async function readLogo(id: string, name: string): Promise<LogoFile | null> {
  const [, size = '', format = ''] = /^(\d{2,3})\.(webp|png)$/.exec(name) ?? [];
  if (!isId(id) || !(format in logoSizes) || !logoSizes[format as LogoFormat].some((known) => known === Number(size)))
    return null;
  const stream = await storage().open(logoKey(id.toLowerCase(), name));
  if (!stream) return null;
  const image = Buffer.from(await new Response(stream).arrayBuffer());
  return { image, contentType: contentTypes[format as LogoFormat] };
}

const drawn = new Map<number, Promise<Buffer>>();

/** What stands for the store in tabs and on home screens: its logo, else Pomona's mark. Anyone may call it. */
export async function readStoreIcon(ctx: Ctx, size: (typeof logoSizes.png)[number]): Promise<LogoFile> {
  const { logoId } = await getSettings(ctx);
  const logo = logoId ? await readLogo(logoId, `${size}.png`) : null;
  if (logo) return logo;
  const image =
    drawn.get(size) ??
    sharp(Buffer.from(mark), { density: 72 * (size / 32) })
      .png()
      .toBuffer();
  drawn.set(size, image);
  return { image: await image, contentType: contentTypes.png };
}
