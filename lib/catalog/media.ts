import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import type { Ctx } from '@/lib/context';
import { isId } from '@/lib/ids';
import { storage } from '@/lib/storage/storage';
import { renderArt } from './artwork/render';
import { artSpecSchema } from './artwork/spec';

const widths: Record<string, readonly number[]> = {
  icon: [64, 128, 256, 512],
  screenshot: [320, 640, 1080, 1600],
  poster: [320, 640, 1080, 1600],
  story: [480, 800, 1200, 1600],
};

type MediaRow = { kind: string; storage_key: string | null; art: unknown };

const rendering = new Map<string, Promise<Buffer>>();

/**
 * A picture of an app or a collection as WebP, `file` being `{width}.webp`; null when there is no such picture or width.
 * One that waits for its app's next release is known by its id to who works on it. Drawn or resized on the first request
 * and kept.
 */
export async function readMedia(ctx: Ctx, id: string, file: string): Promise<Buffer | null> {
  const width = Number(/^(\d{2,4})\.webp$/.exec(file)?.[1]);
  if (!isId(id) || !width || !Object.values(widths).some((list) => list.includes(width))) return null;
  const key = `media/${id}/${width}.webp`;
  const kept = await readAll(key);
  if (kept) return kept;
  const [row] = await ctx.db.execute<MediaRow>(sql`
    select kind, storage_key, art from app_media where id = ${id}
    union all select kind, storage_key, null from staged_media where id = ${id}
    union all select 'story', art_storage_key, art from collections where art_id = ${id}`);
  if (!row || !widths[row.kind]?.includes(width)) return null;
  const running = rendering.get(key) ?? render(row, width, key).finally(() => rendering.delete(key));
  rendering.set(key, running);
  return running;
}

async function render(row: MediaRow, width: number, key: string): Promise<Buffer> {
  const original = row.storage_key ? await readAll(row.storage_key) : null;
  const image = original
    ? await sharp(original).resize({ width, withoutEnlargement: true }).webp({ quality: 82 }).toBuffer()
    : await renderArt(artSpecSchema.parse(row.art), { width, format: 'webp' });
  await storage().put(key, Readable.from([image]));
  return image;
}

async function readAll(key: string): Promise<Buffer | null> {
  const stream = await storage().open(key);
  if (!stream) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
