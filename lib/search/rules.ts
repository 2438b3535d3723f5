/** How many of an engine's candidates are re-ranked, whatever the length of the page. */
export const windowSize = 200;

/** The greatest figures of the catalogue. */
export type Maxima = { ratingCount: number; downloads: number };

type Signals = { averageRating: number; ratingCount: number; downloads: number; engagement: number };

/** What re-ranking looks at: a part of an engine's `Candidate`. */
export type Rankable = Signals & {
  id: string;
  normalisedName: string;
  skeleton: string;
  organizationId: string;
  isVerified: boolean;
  category: string;
  releasedAt: number | null;
  score: number;
};

const unit = (part: number) => Math.min(1, Math.max(0, part));
const share = (value: number, max: number) => (max > 0 ? unit(Math.log1p(Math.max(0, value)) / Math.log1p(max)) : 0);

/** How good an app is, 0..1: 0.3 stars, 0.2 how many gave them, 0.3 downloads, 0.2 engagement (0..1). */
export function qualityOf({ averageRating, ratingCount, downloads, engagement }: Signals, maxima: Maxima): number {
  return (
    0.3 * unit(averageRating / 5) +
    0.2 * share(ratingCount, maxima.ratingCount) +
    0.3 * share(downloads, maxima.downloads) +
    0.2 * unit(engagement)
  );
}

/**
 * The window in the order people see: 0.6 of the engine's score, scaled to 0..1 over the candidates (1 when all are
 * equal), and 0.4 of quality; ties by id. Names equal to the query come first, whatever their quality, and imitators
 * directly below what they imitate, even when the query is their name.
 */
export function rerank<T extends Rankable>(candidates: readonly T[], q: string, maxima: Maxima): T[] {
  const scores = candidates.map((candidate) => candidate.score);
  const min = scores.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const range = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) - min;
  const finals = new Map<Rankable, number>();
  for (const candidate of candidates) {
    const textScore = range > 0 ? (candidate.score - min) / range : 1;
    finals.set(candidate, 0.6 * textScore + 0.4 * qualityOf(candidate, maxima));
  }
  const imitated = imitatedApps(candidates);
  const isNamed = (candidate: T) => candidate.normalisedName === q;
  // An original leads when the query is the name of its imitator, but only after apps that have the name themselves.
  const led = new Set<T>();
  for (const candidate of candidates) {
    if (!isNamed(candidate)) continue;
    for (let up = imitated.get(candidate); up && !led.has(up); up = imitated.get(up)) led.add(up);
  }
  const claim = (candidate: T) => (isNamed(candidate) ? 2 : led.has(candidate) ? 1 : 0);
  const sorted = candidates.toSorted(
    (a, b) =>
      claim(b) - claim(a) || (finals.get(b) ?? 0) - (finals.get(a) ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  if (imitated.size === 0) return sorted;
  const imitators = Map.groupBy(sorted, (candidate) => imitated.get(candidate));
  const withImitators = (app: T): T[] => [app, ...(imitators.get(app) ?? []).flatMap(withImitators)];
  return (imitators.get(undefined) ?? []).flatMap(withImitators);
}

/**
 * Which app each imitator imitates. An imitator is of another organisation, not verified, its name has 5 letters or
 * more, and it looks the same (equal skeletons) or is, in the same category and younger, at most one edit away. Among
 * names that look the same the verified one is imitated, else the oldest, else the most downloaded.
 */
function imitatedApps<T extends Rankable>(candidates: readonly T[]): Map<T, T> {
  const imitated = new Map<T, T>();
  const suspects = candidates.filter((candidate) => !candidate.isVerified && lettersOf(candidate) >= 5);
  for (const look of Map.groupBy(candidates, (candidate) => candidate.skeleton).values()) {
    if (look.length === 1) continue;
    const isDated = look.every((app) => app.releasedAt !== null);
    const original = look.reduce((a, b) => (precedence(a, b, isDated) <= 0 ? a : b));
    for (const app of look) {
      if (app.organizationId !== original.organizationId && suspects.includes(app)) imitated.set(app, original);
    }
  }
  const byCategory = Map.groupBy(candidates, (candidate) => candidate.category);
  for (const app of suspects) {
    if (imitated.has(app)) continue;
    const original = byCategory
      .get(app.category)
      ?.filter((other) => isYounger(app, other) && app.organizationId !== other.organizationId)
      .filter((other) => isWithinOneEdit(app.normalisedName, other.normalisedName))
      .reduce<T | undefined>((a, b) => (a && precedence(a, b, true) <= 0 ? a : b), undefined);
    if (original && !leadsTo(original, app, imitated)) imitated.set(app, original);
  }
  return imitated;
}

const lettersOf = (app: Rankable) => app.normalisedName.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

const isYounger = (app: Rankable, other: Rankable) =>
  app.releasedAt !== null && other.releasedAt !== null && app.releasedAt > other.releasedAt;

/** Negative when `a` is rather the original than `b`. */
const precedence = (a: Rankable, b: Rankable, isDated: boolean) =>
  Number(b.isVerified) - Number(a.isVerified) ||
  (isDated ? (a.releasedAt ?? 0) - (b.releasedAt ?? 0) : 0) ||
  b.downloads - a.downloads ||
  (a.id < b.id ? -1 : 1);

/** Whether `app` is what `from` imitates, over however many steps. */
function leadsTo<T>(from: T, app: T, imitated: Map<T, T>): boolean {
  for (let up: T | undefined = from; up; up = imitated.get(up)) if (up === app) return true;
  return false;
}

/** Whether the texts are equal, or one letter put in, left out or exchanged makes them so. */
export function isWithinOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 2) return false;
  let start = 0;
  while (start < short.length && short.charCodeAt(start) === long.charCodeAt(start)) start += 1;
  let end = 0;
  const most = short.length - start;
  while (end < most && short.charCodeAt(short.length - 1 - end) === long.charCodeAt(long.length - 1 - end)) end += 1;
  const different = long.length - start - end;
  // Outside the basic plane a letter is two surrogates.
  return different <= 1 || (different === 2 && /^[\ud800-\udfff]{2}$/.test(long.slice(start, start + 2)));
}
