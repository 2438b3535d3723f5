import { createRandom, type Random } from '@/lib/catalog/artwork/random';
import type { Platform } from '@/lib/catalog/schema';
import { atWorkingHour, type SeedApp } from './apps';
import { DAY_MS, HOUR_MS, seededId } from './numbers';
import { changes, featureChanges, firstNotes, terse } from './release-phrases';
import { withFeature } from './wording';

export interface SeedVersion {
  id: string;
  app: SeedApp;
  version: string;
  platform: Platform;
  languages: string[];
  releaseNotes: string;
  minimumOs: string | null;
  state:
    | 'draft'
    | 'waiting_for_review'
    | 'metadata_rejected'
    | 'rejected'
    | 'approved'
    | 'released'
    | 'superseded'
    | 'removed';
  releasedAt: Date | null;
  createdAt: Date;
  storageKey: string;
  fileName: string;
}

type Habit = 'terse' | 'list' | 'sentences' | 'letter';

interface Release {
  version: string;
  at: number;
  notes: string;
}

const minimumOs: Partial<Record<Platform, readonly string[]>> = {
  ios: ['iOS 15', 'iOS 16', 'iOS 17', 'iOS 18'],
  android: ['Android 9', 'Android 10', 'Android 11', 'Android 12', 'Android 13'],
  macos: ['macOS 12', 'macOS 13', 'macOS 14'],
  windows: ['Windows 10', 'Windows 11'],
};

/** The sentences an app can announce, in an order of its own: each is used once. */
function announcements(random: Random, app: SeedApp): string[] {
  const ofFeatures = app.features.flatMap(({ label }) =>
    random
      .shuffle(featureChanges)
      .slice(0, 2)
      .map((line) => withFeature(line, label)),
  );
  return random.shuffle([...app.grammar.fixes, ...random.shuffle(changes).slice(0, 14), ...ofFeatures]);
}

function notesFor(random: Random, unused: string[], habit: Habit): string {
  if (habit === 'terse') return random.pickFrom(terse, '');
  const lines = unused.splice(
    0,
    random.weighted({ '1': 4, '2': 4, '3': 3, '4': 1 }, '1') === '1' ? 1 : random.int(2, 4),
  );
  if (lines.length === 0) return random.pickFrom(terse, '');
  if (habit === 'list' && lines.length > 1) return lines.map((line) => `- ${line}`).join('\n');
  if (habit !== 'letter') return lines.join(' ');
  return `${lines.join(' ')}\n\n${random.pick(['Thank you for your letters.', 'Enjoy, and write to us.', 'See you in the next one.', 'Thanks to everybody who tested it.'])}`;
}

function next(random: Random, version: readonly [number, number, number]): [number, number, number] {
  const [major, minor, patch] = version;
  const kind = random.weighted({ patch: 5, minor: 5, major: 0.7 }, 'patch');
  if (kind === 'major') return [major + 1, 0, 0];
  return kind === 'minor' ? [major, minor + 1, 0] : [major, minor, patch + 1];
}

/** One to six releases; what came before the oldest is no longer kept. */
function releasesOf(random: Random, app: SeedApp, now: Date): Release[] {
  if (app.releasedAt === null) return [];
  const first = app.releasedAt.getTime();
  const age = (now.getTime() - first) / DAY_MS;
  const most = app.isFlagship ? 6 : Math.min(6, 1 + Math.floor(age / 45));
  const count = age < 12 ? 1 : random.int(app.isFlagship && age > 60 ? 4 : 1, Math.max(1, most));
  const idle = app.isFlagship
    ? random.range(1, 32)
    : Math.min(age * 0.8, random.range(2, 30) + (random.chance(0.3) ? random.range(30, 500) : 0));
  const span = count === 1 ? 0 : Math.min(age - idle, count * random.range(18, 70));
  const isTrimmed = count > 1 && span < age - idle - 5;
  const habit = random.weighted({ terse: app.isFlagship ? 0 : 2, list: 4, sentences: 4, letter: 1 }, 'list') as Habit;
  let version: [number, number, number] = isTrimmed
    ? [random.int(1, 5), random.int(0, 9), random.int(0, 3)]
    : [1, 0, 0];
  const unused = announcements(random, app);
  const releases: Release[] = [];
  for (let i = 0; i < count; i += 1) {
    const daysAgo =
      count === 1
        ? age
        : idle + (span * (count - 1 - i + (i > 0 && i < count - 1 ? random.range(-0.38, 0.38) : 0))) / (count - 1);
    // The oldest one kept is older than the three months on record, so that every delivery had a version.
    const kept = i === 0 && isTrimmed ? Math.min(age, Math.max(daysAgo, random.range(94, 130))) : daysAgo;
    const planned =
      i === 0 && !isTrimmed ? first : Math.max(first, atWorkingHour(random, now.getTime() - kept * DAY_MS));
    const at = Math.max(planned, (releases.at(-1)?.at ?? 0) + 18 * HOUR_MS);
    // Later platforms follow within hours, and none of them in the future.
    if (i > 0 && at > now.getTime() - 4 * HOUR_MS) break;
    if (i > 0) version = next(random, version);
    const isFirst = i === 0 && !isTrimmed;
    releases.push({
      version: version.join('.'),
      at,
      notes: isFirst ? random.pickFrom(firstNotes, '') : notesFor(random, unused, habit),
    });
  }
  return releases;
}

/** Every version of an app, a row for each platform; a few wait for review or were refused. */
export function makeVersions(app: SeedApp, now: Date): SeedVersion[] {
  const random = createRandom(`versions:${app.slug}`);
  const releases = releasesOf(random, app, now);
  const row = (platform: Platform, release: Release, state: SeedVersion['state']): SeedVersion => {
    const releasedAt =
      state === 'released' || state === 'superseded' ? new Date(release.at + random.int(0, 170) * 60_000) : null;
    const createdAt = new Date(release.at - random.range(6, 60) * HOUR_MS);
    return {
      id: seededId(random, createdAt),
      app,
      version: release.version,
      platform,
      languages: app.languages,
      releaseNotes: release.notes,
      minimumOs: random.pickFrom(minimumOs[platform] ?? [], '') || null,
      state,
      releasedAt,
      createdAt,
      // Named after what is in it: a load that was interrupted leaves nothing that the next one does not overwrite.
      storageKey: `builds/${app.slug}/${release.version}-${platform}.zip`,
      fileName: `${app.slug}-${release.version}-${platform}.zip`,
    };
  };
  const rows = app.platforms.flatMap((platform, place) => {
    // Later platforms joined later: their history is shorter.
    const own = releases.slice(place < 2 ? 0 : Math.max(0, releases.length - random.int(1, 2)));
    return own.map((release, i) => row(platform, release, i === own.length - 1 ? 'released' : 'superseded'));
  });
  const platform = app.platforms[0] ?? 'web';
  const upcoming = upcomingState(random, app);
  if (upcoming) {
    const last = releases.at(-1);
    const version = last
      ? next(random, last.version.split('.').map(Number) as [number, number, number]).join('.')
      : '1.0.0';
    const at = now.getTime() - random.range(3, 40) * HOUR_MS;
    rows.push(
      row(platform, { version, at, notes: last ? notesFor(random, announcements(random, app), 'list') : '' }, upcoming),
    );
  }
  return rows;
}

/** How far the next versions of the demo developer's apps are. */
const upcomingOfDemo: Record<string, SeedVersion['state']> = {
  Tern: 'waiting_for_review',
  Brolly: 'rejected',
  Ridgewalk: 'approved',
  'Drift Chart': 'metadata_rejected',
};

function upcomingState(random: Random, app: SeedApp): SeedVersion['state'] | null {
  const own = upcomingOfDemo[app.name];
  if (own !== undefined) return own;
  if (app.status === 'draft') return random.pick(['draft', 'waiting_for_review', 'rejected']);
  if (app.status !== 'listed' || !random.chance(0.035)) return null;
  return random.pick(['waiting_for_review', 'waiting_for_review', 'waiting_for_review', 'rejected']);
}
