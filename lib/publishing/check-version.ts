import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import type { FieldError } from '@/lib/errors';
import { shelfErrors } from './categories';
import { problemsOf } from './check-listing';
import { getDraft } from './drafts';
import { mediaErrors } from './listing';
import { readLiveListing } from './live-listing';
import type { Problem } from './schema';

type Row = { platform: string; web_url: string | null; has_file: boolean; release_notes: string; is_known: boolean };

/** What keeps a version from being submitted, or should be looked at: of the listing, and of the version itself. */
export async function problemsOfVersion(ctx: Ctx, appId: string, versionId: string): Promise<Problem[]> {
  const [{ listing }, live, [version]] = await Promise.all([
    getDraft(ctx, appId),
    readLiveListing(ctx, appId),
    ctx.db.execute<Row>(sql`
      select platform, web_url, sha256 is not null as has_file, release_notes,
        exists (select from app_versions o where o.app_id = v.app_id and o.platform = v.platform
          and o.state in ('released', 'superseded')) as is_known
      from app_versions v where v.id = ${versionId}`),
  ]);
  if (!version) throw new Error(`version ${versionId} is gone`);
  const missing = [...(await shelfErrors(ctx, listing)), ...(await mediaErrors(ctx, appId, listing))];
  return [
    ...ofVersion(version),
    ...problemsOf(listing, { isFirst: !live.isReleased }),
    ...missing.filter(({ path }) => path !== 'category' || listing.category !== '').map(toProblem),
  ];
}

const toProblem = ({ path, message }: FieldError): Problem => ({ path, message, code: 'unknown', severity: 'error' });

function ofVersion({ platform, web_url, has_file, release_notes, is_known }: Row): Problem[] {
  const isThere = has_file || (platform === 'web' && web_url !== null);
  const path = platform === 'web' ? 'webUrl' : 'build';
  const message = platform === 'web' ? 'Say where the web app is, or upload a build.' : 'Upload a build.';
  return [
    ...(isThere ? [] : [{ path, code: 'missing', message, severity: 'error' as const }]),
    ...(is_known && release_notes === ''
      ? [{ path: 'releaseNotes', code: 'missing', message: 'Say what is new.', severity: 'warning' as const }]
      : []),
  ];
}
