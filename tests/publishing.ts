import { createHash } from 'node:crypto';
import { builds, stagedMedia } from '@/db/schema';
import type { Actor, Ctx } from '@/lib/context';
import { inTransaction } from '@/lib/context';
import { newId } from '@/lib/ids';
import { ageQuestions } from '@/lib/publishing/age';
import { createApp } from '@/lib/publishing/create-app';
import { createVersion } from '@/lib/publishing/create-version';
import { moveVersion } from '@/lib/publishing/move-version';
import type { VersionAction, VersionState } from '@/lib/publishing/rules';
import type { ConsoleVersionDetail, ListingPatch } from '@/lib/publishing/schema';
import { submitVersion } from '@/lib/publishing/submit-version';
import { updateListing } from '@/lib/publishing/update-listing';
import type { TestDatabase } from './database';
import { createCategory } from './factories';

// An app on its way through the store: each step as its people would take it, those of moderators in short.

type Version = Parameters<typeof createVersion>[2];
export type Refs = { id: string; version: string };

let serial = 0;

export const unlikeBundle = () => {
  serial += 1;
  return `org.example.p${newId().slice(-8)}${serial}`;
};

/** A listing that nothing is missing from, but pictures. */
export const finishedListing = (changes: ListingPatch = {}): ListingPatch => ({
  subtitle: 'Plans your days',
  description: 'It plans your days, one after the other.',
  age: Object.fromEntries(ageQuestions.map(({ id }) => [id, 'none'])),
  ...changes,
});

export function publishing(database: TestDatabase) {
  const as = (actor: Actor, overrides: Partial<Ctx> = {}) => database.ctx({ actor, ...overrides });

  async function stage(appId: string, kind: 'icon' | 'screenshot' = 'icon'): Promise<string> {
    const id = newId();
    await database.db.insert(stagedMedia).values({
      id,
      appId,
      kind,
      width: 1024,
      height: 1024,
      color: '#2255aa',
      storageKey: `staged/${id}.webp`,
      createdAt: new Date(),
    });
    return id;
  }

  /** The file of a version, as if it had been uploaded and found valid. */
  async function giveBuild(
    appId: string,
    versionId: string,
    { text = versionId, sizeBytes = 5, permissions = [] as string[] } = {},
  ): Promise<void> {
    const sha256 = createHash('sha256').update(text).digest('hex');
    await database.db.insert(builds).values({
      id: newId(),
      appId,
      versionId,
      state: 'valid',
      fileName: 'app.zip',
      sizeBytes,
      receivedBytes: sizeBytes,
      sha256,
      facts: {
        kind: 'zip',
        packageName: null,
        versionName: null,
        versionCode: null,
        minimumOs: null,
        permissions,
        entryCount: 1,
      },
      storageKey: `builds/${versionId}`,
      createdAt: new Date(),
      updatedAt: new Date(),
    });
    await database.sql`
      update app_versions set sha256 = ${sha256}, storage_key = ${`builds/${versionId}`}, file_name = 'app.zip',
        content_type = 'application/zip', size_bytes = ${sizeBytes} where id = ${versionId}`;
  }

  /** An app that nobody has seen yet. */
  async function draftApp(
    actor: Actor,
    organization: string,
    { name = `Days ${newId().slice(-6)}`, bundleId = unlikeBundle() } = {},
  ) {
    await createCategory(database.db);
    return createApp(as(actor), { organization, name, bundleId, category: 'productivity' });
  }

  async function beginVersion(actor: Actor, appId: string, version: Partial<Version> = {}): Promise<Refs> {
    const made = await createVersion(as(actor), appId, {
      version: '1.0.0',
      platform: 'linux',
      releaseMode: 'manual',
      ...version,
    });
    if ((version.platform ?? 'linux') !== 'web') await giveBuild(appId, made.id);
    return { id: appId, version: made.id };
  }

  /** An app with its first version, which could be submitted. */
  async function readyApp(actor: Actor, organization: string, version: Partial<Version> = {}): Promise<Refs> {
    const app = await draftApp(actor, organization);
    const [iconId, screenshot] = [await stage(app.id), await stage(app.id, 'screenshot')];
    await updateListing(
      as(actor),
      app.id,
      finishedListing({ iconId, screenshots: [{ id: screenshot, altText: 'A week at a glance', platform: null }] }),
    );
    return beginVersion(actor, app.id, version);
  }

  /** What others do to a version, by the table. */
  const move = (action: VersionAction, { version }: Refs, now = new Date()) =>
    inTransaction(database.ctx({ actor: { kind: 'system', job: 'test' }, now }), (ctx) =>
      moveVersion(ctx, action, version),
    );

  const outcomes = { approve: 'approved', reject: 'rejected', reject_metadata: 'metadata_rejected' } as const;

  /** The desk takes it and decides. */
  async function decide(refs: Refs, action: keyof typeof outcomes, { at = new Date() } = {}): Promise<void> {
    await move('claim', refs);
    await database.sql`
      update submissions set outcome = ${outcomes[action]}, decided_at = ${at.toISOString()}
      where version_id = ${refs.version} and outcome is null`;
    await move(action, refs);
  }

  async function approvedApp(actor: Actor, organization: string, version: Partial<Version> = {}): Promise<Refs> {
    const refs = await readyApp(actor, organization, version);
    await submitVersion(as(actor), refs);
    await decide(refs, 'approve');
    return refs;
  }

  const stateOf = async ({ version }: Refs): Promise<VersionState> => {
    const [row] = await database.sql`select state from app_versions where id = ${version}`;
    return row?.state;
  };

  /** Puts a version into a state, whatever the table says. */
  const force = ({ version }: Refs, state: VersionState) =>
    database.sql`
      update app_versions set state = ${state},
        released_at = case when ${state} in ('released', 'superseded', 'removed') then now() else released_at end
      where id = ${version}`;

  const appRow = async (appId: string) => (await database.sql`select * from apps where id = ${appId}`)[0]!;

  /** Everything that was said to have happened to a version, in order. */
  const auditOf = async (subjectId: string): Promise<string[]> =>
    (await database.sql`select action from audit_log where subject_id = ${subjectId} order by sequence`).map(
      ({ action }) => action as string,
    );

  return {
    as,
    stage,
    giveBuild,
    draftApp,
    beginVersion,
    readyApp,
    approvedApp,
    move,
    decide,
    stateOf,
    force,
    appRow,
    auditOf,
  };
}

export const problemPaths = ({ problems }: Pick<ConsoleVersionDetail, 'problems'>) => problems.map(({ path }) => path);
