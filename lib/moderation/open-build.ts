import { sql } from 'drizzle-orm';
import { type Ctx, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { storage } from '@/lib/storage/storage';

export type BuildFile = { fileName: string; sizeBytes: number; body: ReadableStream<Uint8Array> };

type Row = { file_name: string | null; size_bytes: string; storage_key: string | null };

/**
 * The file as it was handed in, whatever was uploaded since. For moderators: throws 401, 403 `role_required`,
 * 404 `not_found`, 409 `no_file` of a web app, 503 `file_unavailable`.
 */
export async function openBuild(ctx: Ctx, submissionId: string): Promise<BuildFile> {
  requireRole(ctx, 'moderator');
  const [row] = await ctx.db.execute<Row>(sql`
    select coalesce(b.file_name, v.file_name) as file_name, coalesce(b.size_bytes, v.size_bytes) as size_bytes,
      coalesce(b.storage_key, v.storage_key) as storage_key
    from submissions s
    left join lateral (
      select file_name, size_bytes, storage_key from builds
      where version_id = s.version_id and sha256 = s.snapshot #>> '{build,sha256}' and storage_key is not null
      order by created_at desc limit 1
    ) b on true
    left join app_versions v on v.id = s.version_id and v.sha256 = s.snapshot #>> '{build,sha256}'
    where s.id = ${submissionId}`);
  if (!row) throw new AppError('not_found', 'not_found');
  if (row.storage_key === null || row.file_name === null) {
    throw new AppError('conflict', 'no_file', { detail: 'No file was handed in.' });
  }
  const sizeBytes = Number(row.size_bytes);
  const file = await storage().stat(row.storage_key);
  const body = file?.sizeBytes === sizeBytes ? await storage().open(row.storage_key) : null;
  if (body) return { fileName: row.file_name, sizeBytes, body };
  ctx.log.error({ storageKey: row.storage_key }, 'a build is missing or has another size');
  throw new AppError('unavailable', 'file_unavailable', {
    detail: 'This file cannot be read right now.',
    retryAfterSeconds: 60,
  });
}
