import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { readLiveListing } from './live-listing';
import type { Listing, Snapshot } from './schema';
import type { BuildFacts } from '@/lib/publishing/builds/schema';

type Row = {
  version: string;
  platform: string;
  release_notes: string;
  languages: string[];
  minimum_os: string | null;
  web_url: string | null;
  file_name: string | null;
  size_bytes: string;
  sha256: string | null;
  facts: BuildFacts | null;
};

/** A version and its file as they are now, to be kept with a listing. */
export async function takeSnapshot(
  ctx: Ctx,
  versionId: string,
  { listing, ageRating }: { listing: Listing; ageRating: number },
): Promise<Snapshot> {
  const [row] = await ctx.db.execute<Row>(sql`
    select v.version, v.platform, v.release_notes, v.languages, v.minimum_os, v.web_url, v.file_name, v.size_bytes, v.sha256,
      (select b.facts from builds b where b.version_id = v.id and b.state = 'valid' and b.sha256 = v.sha256
        order by b.created_at desc limit 1) as facts
    from app_versions v where v.id = ${versionId}`);
  if (!row) throw new Error(`version ${versionId} is gone`);
  const { version, platform, languages } = row;
  return {
    listing,
    ageRating,
    version: {
      version,
      platform,
      releaseNotes: row.release_notes,
      languages,
      minimumOs: row.minimum_os,
      webUrl: row.web_url,
    },
    build:
      row.sha256 === null || row.file_name === null
        ? null
        : { fileName: row.file_name, sizeBytes: Number(row.size_bytes), sha256: row.sha256, facts: row.facts },
  };
}

/**
 * What an app's submission of that moment is compared with: what was approved last before it, at once or on appeal; of an
 * app that was out before anything was ever handed in, what is out. Null for a first submission.
 */
export async function snapshotBefore(ctx: Ctx, appId: string, submittedAt: Date): Promise<Snapshot | null> {
  const at = sql`${submittedAt.toISOString()}::timestamptz`;
  const [approved] = await ctx.db.execute<{ snapshot: Snapshot }>(sql`
    select s.snapshot from submissions s left join appeals a on a.submission_id = s.id and a.outcome = 'overturned'
    where s.app_id = ${appId} and (s.outcome = 'approved' or a.id is not null)
      and coalesce(a.decided_at, s.decided_at) <= ${at}
    order by coalesce(a.decided_at, s.decided_at) desc limit 1`);
  if (approved) return approved.snapshot;
  const [released] = await ctx.db.execute<{ id: string }>(sql`
    select v.id from app_versions v
    where v.app_id = ${appId} and v.state in ('released', 'superseded', 'removed') and v.released_at <= ${at}
    order by v.state = 'released' desc, v.released_at desc limit 1`);
  if (!released) return null;
  const { listing, ageRating } = await readLiveListing(ctx, appId);
  return takeSnapshot(ctx, released.id, { listing, ageRating });
}
