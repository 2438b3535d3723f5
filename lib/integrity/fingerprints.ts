import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { bandsOf } from './minhash';
import { textHash, trigramsOf, trimmedBody } from './text';

export type WrittenText = {
  id: string;
  appId: string;
  userId: string;
  revision: number;
  body: string;
  /** When the revision was written, with all its digits. */
  at: string;
};

const waitingAtOnce = 500;

/** Writes what similar texts are found by, once for a revision; one without a text, or of a review that is gone, has none. */
export async function writeFingerprints({ db }: Ctx, texts: readonly WrittenText[]): Promise<void> {
  const rows = texts
    .filter(({ body }) => trimmedBody(body) !== '')
    .map(({ id, revision, appId, userId, body, at }) => ({
      id,
      revision,
      app: appId,
      author: userId,
      hash: textHash(body).toString('hex'),
      bands: `{${bandsOf(trigramsOf(body), appId).join(',')}}`,
      at,
    }));
  if (rows.length === 0) return;
  await db.execute(sql`
    insert into review_fingerprints (review_id, revision, app_id, user_id, text_hash, bands, created_at)
    select x.id, x.revision, x.app, x.author, decode(x.hash, 'hex'), x.bands::bigint[], x.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x (id uuid, revision int, app uuid, author uuid, hash text, bands text, at timestamptz)
    join reviews r on r.id = x.id and r.revision = x.revision and r.deleted_at is null
    order by x.id for key share of r
    on conflict (review_id, revision) do nothing`);
}

type Row = { id: string; app_id: string; user_id: string; revision: number; body: string; at: string };

const toText = ({ app_id, user_id, ...row }: Row): WrittenText => ({ ...row, appId: app_id, userId: user_id });

const columns = sql`r.id, r.app_id, r.user_id, r.revision, v.body, to_json(v.created_at) #>> '{}' as at`;
const hasNone = sql`not exists (
  select from review_fingerprints f where f.review_id = r.id and f.revision = r.revision)`;

/** For all that wait to be scored, so that a copy is seen whichever of the two is scored first. */
export async function fingerprintWaiting(ctx: Ctx): Promise<void> {
  const rows = await ctx.db.execute<Row>(sql`
    select ${columns} from reviews r join review_revisions v on v.review_id = r.id and v.revision = r.revision
    where r.status = 'pending' and r.deleted_at is null and v.body <> '' and ${hasNone}
    order by r.created_at, r.id limit ${waitingAtOnce}`);
  await writeFingerprints(ctx, rows.map(toText));
}

/** For those that never waited: written before there were fingerprints. Gives how many were looked at. */
export async function fingerprintMissing(ctx: Ctx, signal: AbortSignal): Promise<number> {
  let count = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  while (!signal.aborted) {
    const rows: Row[] = await ctx.db.execute<Row>(sql`
      select ${columns} from reviews r join review_revisions v on v.review_id = r.id and v.revision = r.revision
      where r.id > ${after}::uuid and r.deleted_at is null and v.body <> '' and ${hasNone}
      order by r.id limit ${waitingAtOnce}`);
    await writeFingerprints(ctx, rows.map(toText));
    count += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < waitingAtOnce) break;
    after = last.id;
  }
  return count;
}
