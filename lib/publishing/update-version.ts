import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { textArray } from '@/lib/sql';
import { withFreeNumber } from './create-version';
import { holdApp } from './drafts';
import { releaseOf } from './release-fields';
import { releaseIfAutomatic } from './release-version';
import { requireVersion } from './require-app';
import { editable, inFlight, stateNames, type VersionState } from './rules';
import type { ConsoleVersion, ConsoleVersionDetail, updateVersionBody } from './schema';
import { describeVersion } from './versions';

type Changes = z.output<typeof updateVersionBody>;

/** How it comes out may be changed until it is out; all else is what reviewers look at. */
const releaseFields: readonly string[] = ['releaseMode', 'releaseAt'];
/** What stands for the binary stays while text and pictures alone were refused. */
const binaryFields: readonly string[] = ['version', 'webUrl', 'minimumOs', 'languages'];

/**
 * Changes what is named. An approved version that is to come out by itself from now on comes out at once. For admins and
 * keys that may release; release notes are for marketers too. Throws as `requireVersion`, 409 `illegal_transition` where
 * the state allows no such change, 409 `build_present` for another number of a version with a build,
 * 409 `version_taken`, 422 `release_at_missing`.
 */
export async function updateVersion(
  ctx: Ctx,
  refs: { id: string; version: string },
  changes: Changes,
): Promise<ConsoleVersionDetail> {
  const named = Object.keys(changes);
  const isText = named.length > 0 && named.every((name) => name === 'releaseNotes');
  const app = await requireVersion(ctx, refs, isText ? 'listing' : 'release');
  const { appId, versionId } = app;
  await inTransaction(ctx, async (ctx) => {
    await holdApp(ctx, app);
    const before = await lockVersion(ctx, versionId);
    requireEditable(before.state, named);
    if (changes.version !== undefined && changes.version !== before.version && before.has_build) {
      throw new AppError('conflict', 'build_present', {
        detail: 'The build is of this version. Delete the version to begin another one.',
      });
    }
    const { releaseMode, releaseAt } = releaseOf(before, changes);
    const set = columnsOf({ ...changes, releaseMode, releaseAt });
    await withFreeNumber(changes.version, () =>
      ctx.db.execute(sql`update app_versions set ${sql.join(set, sql`, `)} where id = ${versionId}`),
    );
    await appendAudit(ctx, {
      action: 'version.updated',
      subjectType: 'version',
      subjectId: versionId,
      changes: { appId, fields: named, releaseMode, releaseAt },
    });
    if (releaseMode !== before.releaseMode || releaseAt !== before.releaseAt) await releaseIfAutomatic(ctx, versionId);
  });
  return describeVersion(ctx, versionId);
}

type Before = Pick<ConsoleVersion, 'releaseMode' | 'releaseAt'> & {
  state: VersionState;
  version: string;
  has_build: boolean;
};

async function lockVersion(ctx: Ctx & { db: Tx }, versionId: string): Promise<Before> {
  const [row] = await ctx.db.execute<Before>(sql`
    select state, version, release_mode as "releaseMode", to_json(release_at) #>> '{}' as "releaseAt",
      sha256 is not null or exists (
        select from builds b where b.version_id = v.id and b.state in ('uploading', 'processing')) as has_build
    from app_versions v where id = ${versionId} for no key update of v`);
  if (!row) throw new AppError('not_found', 'not_found');
  return row;
}

function requireEditable(state: VersionState, named: readonly string[]): void {
  const content = named.filter((name) => !releaseFields.includes(name));
  const binary = content.filter((name) => binaryFields.includes(name));
  const possible: readonly VersionState[] =
    content.length === 0
      ? inFlight
      : editable.filter((one) => binary.length === 0 || (one !== 'metadata_rejected' && one !== 'processing'));
  if (possible.includes(state)) return;
  const which = binary.length > 0 ? binary : content.length > 0 ? content : named;
  throw new AppError('conflict', 'illegal_transition', {
    detail: `${which.join(', ')} cannot be changed while the version is ${stateNames[state].toLowerCase()}.`,
    members: { action: 'edit', state, possibleFrom: possible },
  });
}

const columns: Record<Exclude<keyof Changes, 'languages'>, string> = {
  version: 'version',
  releaseNotes: 'release_notes',
  minimumOs: 'minimum_os',
  reviewNotes: 'review_notes',
  demoAccount: 'demo_account',
  releaseMode: 'release_mode',
  releaseAt: 'release_at',
  webUrl: 'web_url',
};

function columnsOf({ languages, ...rest }: Changes) {
  return [
    ...Object.entries(rest).map(
      ([name, value]) => sql`${sql.identifier(columns[name as keyof typeof rest])} = ${value}`,
    ),
    ...(languages === undefined ? [] : [sql`languages = ${textArray(languages)}`]),
  ];
}
