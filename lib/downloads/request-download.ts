import { sql } from 'drizzle-orm';
import { deliveries } from '@/db/schema';
import { findAppId } from '@/lib/catalog/queries';
import type { Platform } from '@/lib/catalog/schema';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import type { Download } from '@/lib/purchases/schema';
import { signDownload } from './token';
import { newestFirst } from './versions';

const validMs = 10 * 60_000;

type Wish = { platform?: Platform; version?: string };

type VersionRow = {
  id: string;
  version: string;
  platform: string;
  web_url: string | null;
  size_bytes: string;
  /** The file's columns are null together. */
  file_name: string | null;
  sha256: string | null;
};

/**
 * A signed URL, good for 10 minutes, for the newest released version of an app I own, or for the one I name; also when
 * the app is no longer listed. Publishes `app.downloaded`. Throws 404 `not_found` for what is not mine or not there,
 * 404 `version_not_found`, 409 `app_removed` of one that the store took down, 409 `no_file` where the store lists the
 * version but does not hold it.
 */
export async function requestDownload(ctx: Ctx, appRef: string, wish: Wish = {}): Promise<Download> {
  const { userId } = requireUser(ctx);
  return inTransaction(ctx, async (tx) => {
    const appId = await findAppId(tx, appRef);
    const [owner] = appId
      ? await tx.db.execute<{ country: string; is_removed: boolean }>(sql`
          select u.country, a.status = 'removed' as is_removed
          from entitlements e join users u on u.id = e.user_id join apps a on a.id = e.app_id
          where e.user_id = ${userId} and e.app_id = ${appId} and e.is_active`)
      : [];
    if (!appId || !owner) throw new AppError('not_found', 'not_found');
    if (owner.is_removed) throw appRemoved();
    const version = await findVersion(tx, appId, wish);
    if (!version)
      throw new AppError('not_found', 'version_not_found', { detail: 'There is no such version to download.' });
    if (version.sha256 === null && version.web_url === null) {
      throw new AppError('conflict', 'no_file', {
        detail: `Version ${version.version} is listed without a file: this store does not hold it, so it cannot be downloaded here.`,
      });
    }
    const deliveryId = newId(ctx.now);
    await tx.db
      .insert(deliveries)
      .values({ id: deliveryId, userId, appId, versionId: version.id, country: owner.country, createdAt: ctx.now });
    await publish(tx, { type: 'app.downloaded', payload: { deliveryId } });
    const expiresAt = new Date(ctx.now.getTime() + validMs);
    return {
      url: version.web_url ?? `/api/v1/downloads/${signDownload({ deliveryId, versionId: version.id, expiresAt })}`,
      expiresAt: expiresAt.toISOString(),
      version: version.version,
      platform: version.platform,
      fileName: version.file_name,
      sizeBytes: Number(version.size_bytes),
      sha256: version.sha256,
    };
  });
}

/** Also of what was signed before it was taken down. */
export const appRemoved = () =>
  new AppError('conflict', 'app_removed', {
    detail: 'The store has taken this app down: no version of it can be downloaded.',
  });

/** The newest version that has a file, or the newest where none has. */
async function findVersion(ctx: Ctx, appId: string, { platform, version }: Wish): Promise<VersionRow | null> {
  const [row] = await ctx.db.execute<VersionRow>(sql`
    select id, version, platform, web_url, file_name, size_bytes, sha256 from app_versions v
    where app_id = ${appId}
      and ${version === undefined ? sql`state = 'released'` : sql`state in ('released', 'superseded') and version = ${version}`}
      ${platform === undefined ? sql`` : sql`and platform = ${platform}`}
    order by sha256 is null and web_url is null, ${newestFirst(sql`v.version`)}, released_at desc, id limit 1`);
  return row ?? null;
}
