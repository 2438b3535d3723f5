import { createHash } from 'node:crypto';
import { appeals, organizationMembers, submissions } from '@/db/schema';
import type { Db } from '@/db/client';
import { newId } from '@/lib/ids';
import type { Hold, Snapshot } from '@/lib/publishing/schema';
import { createApp, createOrganization, createUser, createVersion } from './factories';

export const holdOf = (what: string): Hold => ({
  key: createHash('sha256').update(what).digest('hex'),
  kind: 'permissions',
  sentence: `Look at ${what}.`,
});

type Options = {
  /** Draft unless given: it has never been out. */
  status?: string;
  organizationId?: string;
  holds?: Hold[];
  queuedAt?: Date;
  releaseMode?: 'manual' | 'automatic';
  ageRating?: number;
};

/** A version as it was handed in, waiting, by the owner of an organisation of its own unless told otherwise. */
export async function createSubmission(db: Db, options: Options = {}) {
  const { status = 'draft', holds = [holdOf('camera')], queuedAt = new Date(), releaseMode = 'manual' } = options;
  const owner = await createUser(db);
  const organizationId = options.organizationId ?? (await createOrganization(db, { ownerId: owner.id })).id;
  const isOut = status !== 'draft';
  const { app, version: first } = await createApp(db, {
    organizationId,
    status,
    ...(isOut ? {} : { releasedAt: null, lastReleasedAt: null, version: { state: 'draft', releasedAt: null } }),
  });
  const version = isOut
    ? await createVersion(db, app, { version: '2.0.0', state: 'waiting_for_review', releasedAt: null, releaseMode })
    : first;
  if (!isOut) {
    await db.$client`update app_versions set state = 'waiting_for_review', release_mode = ${releaseMode} where id = ${version.id}`;
  }
  const id = newId();
  await db.insert(submissions).values({
    id,
    versionId: version.id,
    appId: app.id,
    snapshot: snapshotOf({ ...version, name: app.name, categorySlug: app.categorySlug, ageRating: options.ageRating }),
    holds,
    diffHash: holdOf(version.id).key,
    submittedBy: owner.id,
    submittedAt: queuedAt,
    queuedAt,
  });
  return { id, app, version, organizationId, ownerId: owner.id };
}

type Version = Awaited<ReturnType<typeof createVersion>>;

function snapshotOf(
  version: Version & { name: string; categorySlug: string; ageRating?: number | undefined },
): Snapshot {
  return {
    listing: {
      name: version.name,
      subtitle: 'Does one thing well',
      category: version.categorySlug,
      subcategory: null,
      description: 'An app for a test.',
      promotionalText: '',
      keywords: [],
      supportUrl: null,
      privacyUrl: null,
      privacyLabel: { collected: [], linked: [], tracking: [] },
      accessibility: [],
      age: {},
      translations: {},
      iconId: null,
      screenshots: [],
    },
    ageRating: version.ageRating ?? 4,
    version: {
      version: version.version,
      platform: version.platform,
      releaseNotes: version.releaseNotes,
      languages: version.languages,
      minimumOs: version.minimumOs,
      webUrl: version.webUrl,
    },
    build:
      version.sha256 === null || version.fileName === null
        ? null
        : { fileName: version.fileName, sizeBytes: version.sizeBytes, sha256: version.sha256, facts: null },
  };
}

/** The rejection of a submission by that moderator, and its developer's appeal. */
export async function createAppeal(db: Db, options: Options & { rejectedBy: string }) {
  const submission = await createSubmission(db, options);
  const now = new Date();
  await db.$client`
    update submissions set outcome = 'rejected', decided_by = ${options.rejectedBy}, decided_at = ${now.toISOString()},
      guideline_ids = '{2.1}', evidence = 'It crashed.', note = 'Please mend it.' where id = ${submission.id}`;
  await db.$client`update app_versions set state = 'appealed' where id = ${submission.version.id}`;
  const appealId = newId();
  await db.insert(appeals).values({
    id: appealId,
    submissionId: submission.id,
    text: 'It does not crash here.',
    appealedBy: submission.ownerId,
    createdAt: now,
  });
  return { ...submission, appealId };
}

export const addMember = (db: Db, organizationId: string, userId: string) =>
  db.insert(organizationMembers).values({ organizationId, userId, role: 'viewer', createdAt: new Date() });
