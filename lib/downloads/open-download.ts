import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { storage } from '@/lib/storage/storage';
import { contentDisposition, type Selection, select } from './conditions';
import { appRemoved } from './request-download';
import { readDownload } from './token';

/** An answer to a request for a file: status, headers, and the bytes where there are any. */
export type FileAnswer = {
  status: Selection['status'];
  headers: Record<string, string>;
  body: ReadableStream<Uint8Array> | null;
};

type FileRow = {
  storage_key: string;
  file_name: string;
  content_type: string;
  size_bytes: string;
  sha256: string;
  modified_at: string;
  is_removed: boolean;
};

/**
 * The file behind a signed URL, or the part of it that the headers ask for. Throws 404 `not_found` for a token that is
 * not ours, has expired, or whose owner no longer owns the app; 409 `app_removed`; 412 `precondition_failed`;
 * 416 `range_not_satisfiable`.
 */
export async function openDownload(
  ctx: Ctx,
  token: string,
  { method, headers }: { method: string; headers: Headers },
): Promise<FileAnswer> {
  const row = await findFile(ctx, token);
  if (!row) throw new AppError('not_found', 'not_found');
  if (row.is_removed) throw appRemoved();
  const sizeBytes = Number(row.size_bytes);
  const lastModified = new Date(row.modified_at);
  const etag = `"${row.sha256}"`;
  const selection = select(method, headers, { etag, lastModified, sizeBytes });
  const common = {
    ETag: etag,
    'Last-Modified': lastModified.toUTCString(),
    'Accept-Ranges': 'bytes',
    // no-transform: a compressed part would not be the part that was asked for.
    'Cache-Control': 'private, no-transform, max-age=0',
  };
  if (selection.status === 412) throw new AppError('precondition_failed', 'precondition_failed');
  if (selection.status === 416) {
    throw new AppError('range_not_satisfiable', 'range_not_satisfiable', {
      headers: { 'Content-Range': `bytes */${sizeBytes}` },
    });
  }
  if (selection.status === 304) return { status: 304, headers: common, body: null };
  const { start, end } = selection.status === 206 ? selection : { start: 0, end: sizeBytes - 1 };
  return {
    status: selection.status,
    headers: {
      ...common,
      'Content-Type': row.content_type,
      'Content-Length': String(end - start + 1),
      'Content-Disposition': contentDisposition(row.file_name),
      'X-Content-Type-Options': 'nosniff',
      ...(selection.status === 206 ? { 'Content-Range': `bytes ${start}-${end}/${sizeBytes}` } : {}),
    },
    body: method === 'HEAD' ? null : await openBytes(ctx, row.storage_key, sizeBytes, { start, end }),
  };
}

async function findFile(ctx: Ctx, token: string): Promise<FileRow | null> {
  const grant = readDownload(token, ctx.now);
  if (!grant) return null;
  const [row] = await ctx.db.execute<FileRow>(sql`
    select v.storage_key, v.file_name, v.content_type, v.size_bytes, v.sha256,
      to_json(coalesce(v.released_at, v.created_at)) #>> '{}' as modified_at, a.status = 'removed' as is_removed
    from deliveries d
    join app_versions v on v.id = d.version_id
    join apps a on a.id = v.app_id
    where d.id = ${grant.deliveryId} and v.id = ${grant.versionId}
      and exists (select from entitlements e where e.user_id = d.user_id and e.app_id = d.app_id and e.is_active)`);
  return row ?? null;
}

async function openBytes(ctx: Ctx, key: string, sizeBytes: number, range: { start: number; end: number }) {
  const file = await storage().stat(key);
  const bytes = file?.sizeBytes === sizeBytes ? await storage().open(key, range) : null;
  if (bytes) return bytes;
  ctx.log.error({ storageKey: key }, 'a released file is missing or has another size');
  throw new AppError('unavailable', 'file_unavailable', {
    detail: 'This file cannot be read right now.',
    retryAfterSeconds: 60,
  });
}
