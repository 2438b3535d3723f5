import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { guidelines } from '@/lib/moderation/rules';
import { findNewestBuild } from './builds/queries';
import { problemsOfVersion } from './check-version';
import { placeInQueue } from './queue';
import { requireApp, requireVersion } from './require-app';
import { can, type VersionState, whatIsNext } from './rules';
import type { ConsoleVersion, ConsoleVersionDetail, Submission } from './schema';

const instant = (column: SQL) => sql`to_json(${column}) #>> '{}'`;
const iso = (value: string) => new Date(value).toISOString();
const isoOrNull = (value: string | null) => (value === null ? null : iso(value));

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
  createdAt: iso(row.created_at),
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

type SubmissionRow = {
  id: string;
  message: string;
  submitted_at: string;
  outcome: Submission['outcome'];
  decided_at: string | null;
  guideline_ids: string[];
  evidence: string;
  note: string;
  appeal_text: string | null;
  appealed_at: string;
  appeal_outcome: 'upheld' | 'overturned' | null;
  appeal_note: string;
  appeal_decided_at: string | null;
};

const titles = new Map<string, string>(guidelines.map(({ id, title }) => [id, title]));

async function listSubmissions(ctx: Ctx, versionId: string): Promise<Submission[]> {
  const rows = await ctx.db.execute<SubmissionRow>(sql`
    select s.id, s.message, ${instant(sql`s.submitted_at`)} as submitted_at, s.outcome, ${instant(sql`s.decided_at`)} as decided_at,
      s.guideline_ids, s.evidence, s.note, a.text as appeal_text, ${instant(sql`a.created_at`)} as appealed_at,
      a.outcome as appeal_outcome, a.note as appeal_note, ${instant(sql`a.decided_at`)} as appeal_decided_at
    from submissions s left join appeals a on a.submission_id = s.id
    where s.version_id = ${versionId} order by s.submitted_at desc, s.id desc`);
  return rows.map((row) => ({
    id: row.id,
    message: row.message,
    submittedAt: iso(row.submitted_at),
    outcome: row.outcome,
    decidedAt: isoOrNull(row.decided_at),
    guidelines: row.guideline_ids.map((id) => ({ id, title: titles.get(id) ?? id })),
    evidence: row.evidence,
    note: row.note,
    appeal:
      row.appeal_text === null
        ? null
        : {
            text: row.appeal_text,
            createdAt: iso(row.appealed_at),
            outcome: row.appeal_outcome,
            note: row.appeal_note,
            decidedAt: isoOrNull(row.appeal_decided_at),
          },
  }));
}
