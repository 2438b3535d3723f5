import { Readable } from 'node:stream';
import sharp from 'sharp';
import type { Ctx } from '@/lib/context';
import { getSettings } from '@/lib/settings';
import { storage } from '@/lib/storage/storage';
import { inTurn } from '../artwork/render';
import { listCards } from '../cards';
import { getCollection } from '../collections';
import { listPopular } from '../list-apps';
import { readLogo } from '../logo';
import { readMedia } from '../media';
import { findAppId } from '../queries';
import {
  appShareFile,
  type ShareApp,
  shareSize,
  shownIcons,
  shownRating,
  storeShareFile,
  storyShareFile,
} from './share-address';
import { appPoster, mosaicPoster, storyPoster } from './share-art';
import type { StoreArt } from './share-pieces';

/** A poster for links to this store, 1200 x 630 JPEG, and the file that it is at now. */
export type SharePicture = { file: string; read: () => Promise<{ image: Buffer; isPassing: boolean }> };

const jpeg = { quality: 86, chromaSubsampling: '4:4:4', mozjpeg: true } as const;
const iconsInWall = 20;
const enoughIcons = 6;

/** The poster of a listed app, or null. */
export async function appSharePicture(ctx: Ctx, slug: string): Promise<SharePicture | null> {
  const settings = await getSettings(ctx);
  const id = await findAppId(ctx, slug);
  const app = id ? (await listCards(ctx, [id], settings.defaultCountry)).get(id) : undefined;
  if (!app?.isListed) return null;
  const file = appShareFile(app, settings);
  return picture(`og/apps/${app.id}/${file}`, file, async () => drawApp(ctx, app));
}

/** The poster of a story or a list in force, or null. */
export async function storySharePicture(ctx: Ctx, slug: string): Promise<SharePicture | null> {
  const settings = await getSettings(ctx);
  const story = await getCollection(ctx, slug, settings.defaultCountry);
  if (!story) return null;
  const file = storyShareFile(story, settings);
  return picture(`og/stories/${story.slug}/${file}`, file, async () => {
    const store = await storeArt(ctx);
    const { title, subtitle } = story;
    const art = story.artUrl ? await mediaPicture(ctx, story.artUrl, 1600, shareSize) : null;
    if (art) return { svg: storyPoster({ title, subtitle, picture: art, store }) };
    const icons = await iconPictures(ctx, shownIcons(story));
    return { svg: mosaicPoster({ title, subtitle, icons, isStore: false, store }) };
  });
}

/** The poster of the store itself. */
export async function storeSharePicture(ctx: Ctx): Promise<SharePicture> {
  const settings = await getSettings(ctx);
  const file = storeShareFile(settings, ctx.now);
  return picture(`og/store/${file}`, file, async () => {
    const popular = await listPopular(ctx, settings.defaultCountry, iconsInWall);
    const icons = await iconPictures(
      ctx,
      popular.flatMap(({ iconUrl }) => iconUrl ?? []),
    );
    const art = { title: settings.storeName, subtitle: settings.tagline, icons, isStore: true };
    // A store that is being filled has a better picture tomorrow.
    return { svg: mosaicPoster({ ...art, store: await storeArt(ctx) }), isPassing: icons.length < enoughIcons };
  });
}

/** A passing one is drawn anew each time. */
type Drawing = { svg: string; isPassing?: boolean };
type Drawn = { image: Buffer; isPassing: boolean };

const running = new Map<string, Promise<Drawn>>();

function picture(key: string, file: string, draw: () => Promise<Drawing>): SharePicture {
  const read = async () => {
    const kept = await storage().open(key);
    if (kept) return { image: Buffer.from(await new Response(kept).arrayBuffer()), isPassing: false };
    const drawn = running.get(key) ?? drawAndKeep(key, draw).finally(() => running.delete(key));
    running.set(key, drawn);
    return drawn;
  };
  return { file, read };
}

async function drawAndKeep(key: string, draw: () => Promise<Drawing>): Promise<Drawn> {
  const { svg, isPassing = false } = await draw();
  const image = await inTurn(() => sharp(Buffer.from(svg)).flatten().jpeg(jpeg).toBuffer());
  if (!isPassing) await storage().put(key, Readable.from([image]));
  return { image, isPassing };
}

async function drawApp(ctx: Ctx, app: ShareApp): Promise<Drawing> {
  const icon = app.iconUrl ? await readPicture(ctx, app.iconUrl, 512) : null;
  const svg = appPoster({
    name: app.name,
    subtitle: app.subtitle,
    developer: app.developer.name,
    color: icon ? await liveliestColor(icon, app.color) : app.color,
    icon: icon && dataUrl('png', await sharp(icon).resize({ width: 400 }).png().toBuffer()),
    ground: icon && dataUrl('jpeg', await softGround(icon)),
    rating: shownRating(app),
    store: await storeArt(ctx),
  });
  return { svg };
}

const softGround = (icon: Buffer) =>
  sharp(icon)
    .resize({ width: shareSize.width / 2, height: shareSize.height / 2, fit: 'cover' })
    .blur(36)
    .modulate({ saturation: 1.7, brightness: 0.85 })
    .jpeg({ quality: 80 })
    .toBuffer();

/** The average of an icon's pixels, each counting as much as it is coloured: #rrggbb. */
async function liveliestColor(icon: Buffer, plain: string): Promise<string> {
  const pixels = await sharp(icon).resize({ width: 24, height: 24, fit: 'cover' }).removeAlpha().raw().toBuffer();
  const sums = [0, 0, 0];
  let weights = 0;
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const rgb = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
    const weight = ((Math.max(...rgb) - Math.min(...rgb)) / 255) ** 2;
    weights += weight;
    rgb.forEach((value, channel) => {
      sums[channel] = (sums[channel] ?? 0) + value * weight;
    });
  }
  if (weights < 4) return plain;
  return `#${sums
    .map((sum) =>
      Math.round(sum / weights)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

async function storeArt(ctx: Ctx): Promise<StoreArt> {
  const { storeName, accentHue, logoId } = await getSettings(ctx);
  const logo = logoId ? await readLogo(logoId, '512.png') : null;
  return { name: storeName, hue: accentHue, logo: logo && dataUrl('png', logo.image) };
}

const mediaPattern = /^\/media\/([0-9a-f-]{36})\//;

async function readPicture(ctx: Ctx, url: string, width: number): Promise<Buffer | null> {
  const id = mediaPattern.exec(url)?.[1];
  try {
    return id ? await readMedia(ctx, id, `${width}.webp`) : null;
  } catch (error) {
    ctx.log.warn({ err: error, mediaId: id }, 'a picture for a poster cannot be read');
    return null;
  }
}

async function mediaPicture(ctx: Ctx, url: string, width: number, size: { width: number; height: number }) {
  const bytes = await readPicture(ctx, url, width);
  return (
    bytes &&
    dataUrl(
      'jpeg',
      await sharp(bytes)
        .resize({ ...size, fit: 'cover' })
        .jpeg({ quality: 92 })
        .toBuffer(),
    )
  );
}

async function iconPictures(ctx: Ctx, urls: readonly string[]): Promise<string[]> {
  const icons: string[] = [];
  for (const url of urls) {
    const bytes = await readPicture(ctx, url, 256);
    if (bytes) icons.push(dataUrl('png', await sharp(bytes).resize({ width: 180 }).png().toBuffer()));
  }
  return icons;
}

const dataUrl = (type: 'png' | 'jpeg', bytes: Buffer) => `data:image/${type};base64,${bytes.toString('base64')}`;
