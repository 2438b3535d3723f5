import { and, eq, sql } from 'drizzle-orm';
import { appVersions, apps, builds } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { storage } from '@/lib/storage/storage';
import { type BuildFacts, buildFacts } from '@/lib/publishing/builds/schema';
import { buildFile } from './inspect/build-file';
import { inspectBuild } from './inspect/inspect';
import { BuildProblem } from './inspect/problem';
import { buildKey, kindOfName } from './kinds';
import { deletePieces, joinPieces, PieceMissing, tidy } from './pieces';
import { scanBuild } from './scan';
import { settleBuild } from './settle-build';

/** A worker that checks a build says so this often; one that was killed is followed by another after `leaseSeconds`. */
const renewMs = 5_000;
const leaseSeconds = 25;

/**
 * Puts the pieces of an upload together, looks into the file and settles what it is: then the version is a draft with this
 * build, or `invalid_binary` with words why. May be called again at any time, and by several at once: one of them checks,
 * and one settles. Throws when storage or the scanner fails; the build is `processing` still. For workers.
 */
export async function checkBuild(ctx: Ctx, buildId: string): Promise<void> {
  if (!(await takeLease(ctx, buildId))) return;
  const renewing = setInterval(() => {
    extendLease(ctx, buildId).catch((error: unknown) => ctx.log.warn({ err: error }, 'a lease could not be renewed'));
  }, renewMs);
  try {
    await checkAndSettle(ctx, buildId);
  } catch (error) {
    clearInterval(renewing);
    await tidy(ctx, () => giveLeaseBack(ctx, buildId));
    throw error;
  } finally {
    clearInterval(renewing);
  }
}

// While a build is `processing`, `updated_at` is when somebody else may check it.
const leaseEnd = sql`now() + make_interval(secs => ${leaseSeconds})`;
const isProcessing = (buildId: string) => and(eq(builds.id, buildId), eq(builds.state, 'processing'));

async function takeLease({ db }: Ctx, buildId: string): Promise<boolean> {
  const taken = await db
    .update(builds)
    .set({ updatedAt: leaseEnd })
    .where(and(isProcessing(buildId), sql`${builds.updatedAt} <= now()`))
    .returning({ id: builds.id });
  return taken.length > 0;
}

async function extendLease({ db }: Ctx, buildId: string): Promise<void> {
  await db.update(builds).set({ updatedAt: leaseEnd }).where(isProcessing(buildId));
}

async function giveLeaseBack({ db }: Ctx, buildId: string): Promise<void> {
  await db.update(builds).set({ updatedAt: sql`now()` }).where(isProcessing(buildId));
}

type BuildInCheck = NonNullable<Awaited<ReturnType<typeof findBuild>>>;

async function findBuild({ db }: Ctx, buildId: string) {
  const [row] = await db
    .select({
      id: builds.id,
      appId: builds.appId,
      versionId: builds.versionId,
      fileName: builds.fileName,
      sizeBytes: builds.sizeBytes,
      sha256: builds.sha256,
      bundleId: apps.bundleId,
      version: appVersions.version,
      platform: appVersions.platform,
    })
    .from(builds)
    .innerJoin(appVersions, eq(appVersions.id, builds.versionId))
    .innerJoin(apps, eq(apps.id, builds.appId))
    .where(isProcessing(buildId));
  return row ?? null;
}

async function checkAndSettle(ctx: Ctx, buildId: string): Promise<void> {
  const build = await findBuild(ctx, buildId);
  if (!build) return;
  const kind = kindOfName(build.fileName);
  if (kind === null) throw new Error('an upload was begun under a name of no kind');
  const key = buildKey(build.appId, build.id, kind);
  const result = await check(ctx, build, key);
  const outcome = await settleBuild(ctx, build, result.facts ? { facts: result.facts, kind, key } : result);
  await tidy(ctx, async () => {
    if (outcome.isMine && !result.facts) await storage().delete(key);
    if (outcome.replacedKey !== null && outcome.replacedKey !== key) await storage().delete(outcome.replacedKey);
    await deletePieces(ctx, build.id);
  });
}

type Checked = { facts: BuildFacts; problem?: never } | { problem: string; facts?: never };

async function check(ctx: Ctx, build: BuildInCheck, key: string): Promise<Checked> {
  try {
    const written = await storage().put(key, joinPieces(ctx, build));
    if (written.sizeBytes !== build.sizeBytes || written.sha256 !== build.sha256) {
      throw new BuildProblem(
        `What came is another file than was announced: its SHA-256 is ${written.sha256}, not ${build.sha256}.`,
      );
    }
    const facts = buildFacts.parse(await inspectBuild(buildFile(storage(), key, written.sizeBytes), build));
    await scanBuild(key, build.fileName);
    return { facts };
  } catch (error) {
    if (error instanceof BuildProblem) return { problem: error.message };
    if (error instanceof PieceMissing) return { problem: 'A piece of it was lost in storage. Upload it again.' };
    if (error instanceof AppError) throw new Error('looking into a build must not answer as a request does');
    throw error;
  }
}
