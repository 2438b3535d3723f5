import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError, violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { findInFlight, holdApp } from './drafts';
import { releaseOf } from './release-fields';
import { requireApp } from './require-app';
import { stateNames } from './rules';
import type { ConsoleVersionDetail, createVersionBody } from './schema';
import { appRemoved } from './update-app';
import { describeVersion } from './versions';

/**
 * Begins a version; an app has one on its way at most. Languages and minimum system are those of the version before on
 * the same platform unless they are given. For admins and keys that may release. Throws as `requireApp`,
 * 409 `version_in_flight`, `version_taken` or `app_removed`, 422 `release_at_missing`.
 */
export async function createVersion(
  ctx: Ctx,
  ref: string,
  body: z.output<typeof createVersionBody>,
): Promise<ConsoleVersionDetail> {
  const app = await requireApp(ctx, ref, 'release');
  const { appId } = app;
  const { releaseMode, releaseAt } = releaseOf({ releaseMode: 'automatic', releaseAt: null }, body);
  const id = newId(ctx.now);
  await inTransaction(ctx, async (ctx) => {
    if ((await holdApp(ctx, app)).status === 'removed') throw appRemoved();
    const other = await findInFlight(ctx, appId);
    if (other) {
      throw new AppError('conflict', 'version_in_flight', {
        detail: `Version ${other.version} is on its way: ${stateNames[other.state].toLowerCase()}. Finish it or delete it first.`,
        members: { versionId: other.id, state: other.state },
      });
    }
    await withFreeNumber(body.version, () =>
      ctx.db.execute(sql`
        insert into app_versions (id, app_id, version, platform, languages, release_notes, minimum_os, web_url, size_bytes,
          review_notes, demo_account, release_mode, release_at, created_at)
        select ${id}::uuid, ${appId}::uuid, ${body.version}, ${body.platform},
          coalesce(${listOf(body.languages)}, before.languages, '{}'), ${body.releaseNotes ?? ''},
          ${body.minimumOs === undefined ? sql`before.minimum_os` : body.minimumOs}, ${body.webUrl === undefined ? sql`before.web_url` : body.webUrl}, 0,
          ${body.reviewNotes ?? sql`coalesce(before.review_notes, '')`}, ${body.demoAccount ?? sql`coalesce(before.demo_account, '')`},
          ${releaseMode}, ${releaseAt}::timestamptz, ${ctx.now.toISOString()}::timestamptz
        from (select) as one left join lateral (
          select languages, minimum_os, web_url, review_notes, demo_account from app_versions
          where app_id = ${appId} and platform = ${body.platform} and state in ('released', 'superseded')
          order by released_at desc limit 1
        ) before on true`),
    );
    await appendAudit(ctx, {
      action: 'version.created',
      subjectType: 'version',
      subjectId: id,
      changes: { appId, version: body.version, platform: body.platform },
    });
  });
  return describeVersion(ctx, id);
}

export const listOf = (values: readonly string[] | undefined) =>
  sql`(select array_agg(value) from jsonb_array_elements_text(${values ? JSON.stringify(values) : null}::jsonb))`;

/** Runs `write`; a number that another version of the app has is 409 `version_taken`. */
export async function withFreeNumber<T>(version: string | undefined, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!violates(error, 'app_versions_app_platform_version_key')) throw error;
    const message = `There is a version ${version} for this platform already.`;
    throw new AppError('conflict', 'version_taken', { detail: message, errors: [{ path: 'version', message }] });
  }
}
