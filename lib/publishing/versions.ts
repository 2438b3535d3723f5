import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { instant, isoOf, isoOrNull } from '@/lib/sql';
import { findNewestBuild } from './builds/queries';
import { problemsOfVersion } from './check-version';
import { placeInQueue } from './queue';
import { requireApp, requireVersion } from './require-app';
import { can, type VersionState, whatIsNext } from './rules';
import type { ConsoleVersion, ConsoleVersionDetail, Submission } from './schema';
import { submissionColumns, type SubmissionRow, submissionsAndAppeals, toSubmission } from './submissions';

type Row = {
  id: string;
  version: string;
  platform: ConsoleVersion['platform'];
  state: VersionState;
  release_notes: string;
  languages: string[];
  minimum_os: string | null;
  web_url: string | null;
  size_bytes: string;
  sha256: string | null;
  file_name: string | null;
  release_mode: ConsoleVersion['releaseMode'];
  release_at: string | null;
  released_at: string | null;
  created_at: string;
};

const columns = sql`
  id, version, platform, state, release_notes, languages, minimum_os, web_url, size_bytes, sha256, file_name, release_mode,
  ${instant(sql`release_at`)} as release_at, ${instant(sql`released_at`)} as released_at, ${instant(sql`created_at`)} as created_at`;

const toVersion = (row: Row): ConsoleVersion => ({
  id: row.id,
  version: row.version,
  platform: row.platform,
  state: row.state,
  next: whatIsNext[row.state],
  releaseNotes: row.release_notes,
  languages: row.languages,
  minimumOs: row.minimum_os,
  webUrl: row.web_url,
  sizeBytes: Number(row.size_bytes),
  sha256: row.sha256,
  fileName: row.file_name,
  releaseMode: row.release_mode,
  releaseAt: isoOrNull(row.release_at),
  releasedAt: isoOrNull(row.released_at),
  createdAt: isoOf(row.created_at),
});

/** All versions of an app of mine, the newest first. Throws as `requireApp`. */
export async function listConsoleVersions(ctx: Ctx, ref: string): Promise<{ items: ConsoleVersion[] }> {
  const { appId } = await requireApp(ctx, ref, 'read');
  const rows = await ctx.db.execute<Row>(
    sql`select ${columns} from app_versions where app_id = ${appId} order by app_versions.created_at desc, id desc`,
  );
  return { items: rows.map(toVersion) };
}

/** One version with its build, its history and its place in the queue. Throws as `requireVersion`. */
export async function getConsoleVersion(
  ctx: Ctx,
  refs: { id: string; version: string },
): Promise<ConsoleVersionDetail> {
  const { versionId } = await requireVersion(ctx, refs, 'read');
  return describeVersion(ctx, versionId);
}

/** The version as whoever was authorised for it sees it. */
export async function describeVersion(ctx: Ctx, versionId: string): Promise<ConsoleVersionDetail> {
  const [row] = await ctx.db.execute<Row & { app_id: string; review_notes: string; demo_account: string }>(
    sql`select ${columns}, app_id, review_notes, demo_account from app_versions where id = ${versionId}`,
  );
  if (!row) throw new Error(`version ${versionId} is gone`);
  const isOpen = can('submit', row.state) || row.state === 'processing' || row.state === 'invalid_binary';
  const [build, submissions, queue, problems] = await Promise.all([
    findNewestBuild(ctx, versionId),
    listSubmissions(ctx, versionId),
    placeInQueue(ctx, versionId),
    isOpen ? problemsOfVersion(ctx, row.app_id, versionId) : [],
  ]);
  return {
    ...toVersion(row),
    reviewNotes: row.review_notes,
    demoAccount: row.demo_account,
    build,
    submissions,
    queue,
    problems,
  };
}

async function listSubmissions(ctx: Ctx, versionId: string): Promise<Submission[]> {
  const rows = await ctx.db.execute<SubmissionRow>(sql`
    select ${submissionColumns} from ${submissionsAndAppeals}
    where s.version_id = ${versionId} order by s.submitted_at desc, s.id desc`);
  return rows.map(toSubmission);
}
