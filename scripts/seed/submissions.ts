import { createRandom, type Random } from '@/lib/catalog/artwork/random';
import { accessibilityFlags } from '@/lib/catalog/rules';
import { differencesOf, diffHashOf, holdsOf } from '@/lib/publishing/diff';
import type { Hold, Snapshot } from '@/lib/publishing/schema';
import type { SeedApp } from './apps';
import type { StoredBuild } from './files';
import type { SeedMedia } from './media';
import { HOUR_MS, seededId } from './numbers';
import type { Membership, Person } from './people/people';
import type { SeedVersion } from './versions';

/** A time a version was handed in, and what came of it. */
export interface SeedSubmission {
  id: string;
  version: SeedVersion;
  snapshot: Snapshot;
  holds: Hold[];
  diffHash: string;
  message: string;
  submittedBy: Person;
  submittedAt: Date;
  outcome: 'approved' | 'rejected' | 'metadata_rejected' | null;
  decidedBy: Person | null;
  decidedAt: Date | null;
  guidelineIds: string[];
  evidence: string;
  note: string;
}

const refusals = [
  {
    guidelineIds: ['2.1'],
    evidence: 'Started it on two devices. Both times it closed by itself within a minute of opening the second tab.',
    note: 'Please look at what happens when the second tab is opened before anything was saved. We are glad to try it again.',
  },
  {
    guidelineIds: ['4.2'],
    evidence: 'It asks for the microphone on the first start. Nothing that we found uses it.',
    note: 'Either say in the listing what the microphone is for, or do not ask for it.',
  },
  {
    guidelineIds: ['2.3'],
    evidence: 'The first screen asks for an account of a club. We have none, and the notes name none.',
    note: 'Send us an account to try it with, in the field for reviewers.',
  },
] as const;

const wrongPictures = {
  guidelineIds: ['3.1'],
  evidence: 'The third picture shows a tablet with a pen. This version is for phones and knows no pen.',
  note: 'Please take that picture out, or show what people will see. No new build is needed.',
};

type World = {
  now: Date;
  versions: readonly SeedVersion[];
  media: readonly SeedMedia[];
  members: readonly Membership[];
  moderators: readonly Person[];
};

/**
 * What stands on the moderators' desk and in the developers' history: the version that each app has on its way, and the
 * one before it, which was approved with a shorter text.
 */
export function makeSubmissions(world: World, builds: ReadonlyMap<string, StoredBuild>): SeedSubmission[] {
  const mediaOf = Map.groupBy(world.media, ({ appId }) => appId);
  const versionsOf = Map.groupBy(world.versions, ({ app }) => app.id);
  const memberOf = new Map(
    world.members.filter(({ role }) => role === 'owner').map(({ organization, person }) => [organization.id, person]),
  );
  const isUpcoming = ({ state }: SeedVersion) =>
    state === 'waiting_for_review' || state === 'rejected' || state === 'approved' || state === 'metadata_rejected';
  return world.versions.filter(isUpcoming).flatMap((version) => {
    const { app } = version;
    const random = createRandom(`submission:${app.slug}`);
    const submittedBy = memberOf.get(app.organization.id);
    const moderator = world.moderators[0];
    if (!submittedBy || !moderator) return [];
    const media = mediaOf.get(app.id) ?? [];
    const last = (versionsOf.get(app.id) ?? []).filter(
      ({ state, platform }) => state === 'released' && platform === version.platform,
    )[0];
    const before = last ? snapshotOf(last, builds.get(last.id), media, true) : null;
    const earlier =
      last && before
        ? [
            submission(random, last, before, null, {
              submittedBy,
              submittedAt: last.createdAt,
              outcome: 'approved' as const,
              decidedBy: moderator,
              decidedAt: new Date(last.createdAt.getTime() + random.range(1, 5) * HOUR_MS),
            }),
          ]
        : [];
    // Most within the day that the store aims at, a few late.
    const age = Math.min(
      world.now.getTime() - version.createdAt.getTime(),
      random.range(3.2, random.chance(0.2) ? 34 : 22) * HOUR_MS,
    );
    const submittedAt = new Date(Math.floor(world.now.getTime() - age));
    const decidedAt = new Date(Math.floor(submittedAt.getTime() + Math.min(age * 0.9, random.range(0.5, 3) * HOUR_MS)));
    const verdict =
      version.state === 'waiting_for_review'
        ? {}
        : {
            outcome: version.state as Exclude<SeedSubmission['outcome'], null>,
            decidedBy: moderator,
            decidedAt,
            ...(version.state === 'rejected' ? random.pick(refusals) : {}),
            ...(version.state === 'metadata_rejected' ? wrongPictures : {}),
          };
    const now = snapshotOf(version, builds.get(version.id), media, false);
    return [...earlier, submission(random, version, now, before, { submittedBy, submittedAt, ...verdict })];
  });
}

type Given = Pick<SeedSubmission, 'submittedBy' | 'submittedAt'> &
  Partial<{
    outcome: SeedSubmission['outcome'];
    decidedBy: Person;
    decidedAt: Date;
    guidelineIds: readonly string[];
    evidence: string;
    note: string;
  }>;

function submission(
  random: Random,
  version: SeedVersion,
  snapshot: Snapshot,
  before: Snapshot | null,
  given: Given,
): SeedSubmission {
  return {
    id: seededId(random, given.submittedAt),
    version,
    snapshot,
    holds: holdsOf(before, snapshot),
    diffHash: diffHashOf(differencesOf(before, snapshot)),
    message: '',
    outcome: null,
    decidedBy: null,
    decidedAt: null,
    evidence: '',
    note: '',
    ...given,
    guidelineIds: [...(given.guidelineIds ?? [])],
  };
}

function snapshotOf(
  version: SeedVersion,
  build: StoredBuild | undefined,
  media: readonly SeedMedia[],
  isEarlier: boolean,
): Snapshot {
  const { app } = version;
  return {
    listing: {
      ...textsOf(app, isEarlier),
      iconId: media.find(({ kind }) => kind === 'icon')?.id ?? null,
      screenshots: media
        .filter(({ kind }) => kind === 'screenshot')
        .slice(0, isEarlier ? -1 : undefined)
        .map(({ id, altText }) => ({ id, altText, platform: null })),
    },
    ageRating: app.ageRating,
    version: {
      version: version.version,
      platform: version.platform,
      releaseNotes: version.releaseNotes,
      languages: version.languages,
      minimumOs: version.minimumOs,
      webUrl: null,
    },
    build: build ? { fileName: version.fileName, sizeBytes: build.sizeBytes, sha256: build.sha256, facts: null } : null,
  };
}

/** An app's own words; before, it said less. */
function textsOf(app: SeedApp, isEarlier: boolean): Omit<Snapshot['listing'], 'iconId' | 'screenshots'> {
  const paragraphs = app.description.split('\n\n');
  return {
    name: app.name,
    subtitle: app.subtitle,
    category: app.category,
    subcategory: app.subcategory,
    description: isEarlier && paragraphs.length > 1 ? paragraphs.slice(0, -1).join('\n\n') : app.description,
    promotionalText: app.promotionalText,
    keywords: isEarlier ? app.keywords.slice(0, -1) : app.keywords,
    supportUrl: `${app.organization.website}/support/${app.slug}`,
    privacyUrl: `${app.organization.website}/privacy`,
    privacyLabel: app.privacyLabel,
    accessibility: accessibilityFlags.filter((flag) => app.accessibility.includes(flag)),
    age: {},
    translations: app.translations,
  };
}
