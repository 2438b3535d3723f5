import { createRandom, type Random } from '@/lib/catalog/artwork/random';
import { ordinaryText, paraphrase, praiseOf, shout, type Subject, subjects } from './texts';

export const attackNames = ['bomb', 'drip', 'ring', 'templates'] as const;
export type AttackName = (typeof attackNames)[number];
export type Kind = AttackName | 'ordinary';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** How much is in a pack. */
export type Size = { apps: number; days: number; reviewsPerAppAndDay: number; attackers: Record<AttackName, number> };

export const wholeSize: Size = {
  apps: subjects.length,
  days: 120,
  reviewsPerAppAndDay: 0.5,
  attackers: { bomb: 120, drip: 75, ring: 14, templates: 80 },
};

export type PlannedPerson = { key: string; createdAt: number };
export type PlannedApp = { key: string; subject: Subject; isPaid: boolean };
export type PlannedReview = {
  kind: Kind;
  at: number;
  person: PlannedPerson;
  app: PlannedApp;
  rating: number;
  body: string;
};

export type Plan = {
  apps: PlannedApp[];
  reviews: PlannedReview[];
  /** The app that each attack is about; a ring has several, and this is the last of them. */
  targets: Record<AttackName, PlannedApp>;
};

type Draft = { random: Random; start: number; size: Size };
type Writing = Pick<PlannedReview, 'app' | 'at' | 'rating'> & { ageDays: number; body: string };

/** The same for the same seed, size and first day, in the order of time. */
export function makePlan(seed: number, start: number, size: Size = wholeSize): Plan {
  const draft = { random: createRandom(`attack packs ${seed}`), start, size };
  // Every fourth costs something; those that are attacked are free.
  const apps = subjects
    .slice(0, size.apps)
    .map((subject, i): PlannedApp => ({ key: `app-${i}`, subject, isPaid: i % 4 === 3 }));
  const free = apps.filter(({ isPaid }) => !isPaid);
  const [bombed, dripped, templated, ...others] = free;
  if (!bombed || !dripped || !templated || others.length < 2) throw new Error('a pack needs more apps');
  const ringed = others.slice(0, 7);
  const reviews = [
    ...ordinaryReviews(draft, apps),
    ...bomb(draft, bombed),
    ...drip(draft, dripped),
    ...templates(draft, templated),
    ...ring(draft, ringed),
  ];
  return {
    apps,
    reviews: reviews.toSorted((a, b) => a.at - b.at),
    targets: { bomb: bombed, drip: dripped, templates: templated, ring: ringed.at(-1) ?? bombed },
  };
}

function written(kind: Kind, i: number, { ageDays, at, ...rest }: Writing): PlannedReview {
  const time = Math.floor(at);
  return { kind, at: time, person: { key: `${kind}-${i}`, createdAt: Math.floor(time - ageDays * DAY) }, ...rest };
}

/** People of all sorts, some new, who now and then say what they think; some about several apps, some in one evening. */
function ordinaryReviews({ random, start, size }: Draft, apps: readonly PlannedApp[]): PlannedReview[] {
  const end = start + size.days * DAY;
  const people = Array.from({ length: Math.ceil(size.apps * size.days * size.reviewsPerAppAndDay * 0.6) }, (_, i) => {
    const group = random.weighted({ old: 65, recent: 20, fresh: 15 }, 'old');
    const joined = start + random.range(0, size.days) * DAY;
    const createdAt = group === 'old' ? start - random.range(60, 900) * DAY : joined;
    const first =
      group === 'fresh' ? joined + random.range(0.02, 3) * DAY : Math.max(createdAt, start) + random.range(1, 60) * DAY;
    return { key: `ordinary-${i}`, createdAt: Math.floor(createdAt), next: first };
  });
  const reviews: PlannedReview[] = [];
  for (const person of people) {
    let { next } = person;
    for (const app of random.shuffle(apps)) {
      if (next >= end) break;
      const rating = Number(random.weighted({ '1': 13, '2': 8, '3': 12, '4': 22, '5': 45 }, '5'));
      const body = ordinaryText(random, app.subject);
      reviews.push({ kind: 'ordinary', at: Math.floor(next), person, app, rating, body });
      if (random.chance(0.55)) break;
      next += random.chance(0.3) ? random.range(0.05, 2) * HOUR : random.range(2, 50) * DAY;
    }
  }
  return reviews;
}

const share = ({ start, size }: Draft, of: number) => start + of * size.days * DAY;

/** One star from accounts of the same days, within five hours. */
function bomb(draft: Draft, app: PlannedApp): PlannedReview[] {
  const { random, size } = draft;
  const from = share(draft, 0.6) + 9 * HOUR;
  return Array.from({ length: size.attackers.bomb }, (_, i) => {
    const at = from + 5 * HOUR * random.next() ** 1.5;
    return written('bomb', i, { app, at, rating: 1, ageDays: random.range(0.01, 3), body: shout(random) });
  });
}

/** A few five stars a day for a month, by accounts that were left to age. */
function drip(draft: Draft, app: PlannedApp): PlannedReview[] {
  const { random, size } = draft;
  const span = Math.min(30, size.days * 0.3);
  return Array.from({ length: size.attackers.drip }, (_, i) => {
    const at = share(draft, 0.55) + ((i + random.next()) / size.attackers.drip) * span * DAY;
    return written('drip', i, {
      app,
      at,
      rating: 5,
      ageDays: random.range(5, 40),
      body: praiseOf(random, app.subject),
    });
  });
}

/** Four texts with other words in them, within three days. */
function templates(draft: Draft, app: PlannedApp): PlannedReview[] {
  const { random, size } = draft;
  return Array.from({ length: size.attackers.templates }, (_, i) => {
    const at = share(draft, 0.75) + random.range(0, 3) * DAY;
    return written('templates', i, {
      app,
      at,
      rating: 5,
      ageDays: random.range(0.5, 14),
      body: paraphrase(random, app.subject),
    });
  });
}

/** The same accounts praise one app after the other, every few days another one, within hours of each other. */
function ring(draft: Draft, apps: readonly PlannedApp[]): PlannedReview[] {
  const { random, size } = draft;
  const members = Array.from({ length: size.attackers.ring }, (_, i): PlannedPerson => {
    return { key: `ring-${i}`, createdAt: Math.floor(share(draft, 0.6) - random.range(2, 30) * DAY) };
  });
  return apps.flatMap((app, place) =>
    random.shuffle(members).map((person) => {
      const at = Math.floor(share(draft, 0.6) + 3 * place * DAY + random.range(0, 10) * HOUR);
      return { kind: 'ring' as const, at, person, app, rating: 5, body: praiseOf(random, app.subject) };
    }),
  );
}
