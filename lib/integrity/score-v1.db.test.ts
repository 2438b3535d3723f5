import { expect, test } from 'vitest';
import { createRandom } from '@/lib/catalog/artwork/random';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createApp, createPurchase, createReview, createUser } from '@/tests/factories';
import { integrityHandlers } from './handlers';

// Version 1 written down a second time, from the specification and from arrays.

const t = testDatabase();
const DAY = 86_400_000;
const HOUR = DAY / 24;

type Written = { id: string; app: string; author: string; at: number; text: string; isDeleted: boolean };

const phrases = [
  'The new version keeps my filters where I left them, which I had asked for twice.',
  'the new version keeps my filters, where I left them; which I had asked for TWICE',
  'Crash on start since Tuesday, support answered within the hour and it was solved.',
  'Crash on start since Monday, support answered within a day and it was solved.',
  'Love it',
  'love it!!',
  'Best app ever, amazing, 5 stars',
  '  Fine.\n',
  'Un café très agréable, la mise à jour change tout',
  'Un café très agréable, la mise à jour change tout'.normalize('NFD'),
  'debugging is no bug',
  '',
  '   ',
  '😀😀',
  'プライバシーに配慮されています',
];

const words = (text: string) => text.toLowerCase().match(/[\p{Alphabetic}\p{Nd}]+/gu) ?? [];

function trigrams(text: string): Set<string> {
  const all = words(text).flatMap((word) => {
    const padded = [...`  ${word} `];
    return padded.slice(2).map((_, i) => padded.slice(i, i + 3).join(''));
  });
  return new Set(all);
}

function jaccard(a: Set<string>, b: Set<string>): number {
  const union = a.union(b).size;
  return union === 0 ? 0 : a.intersection(b).size / union;
}

type Person = { createdAt: number; owns: Set<string> };

function expected(all: readonly Written[], people: ReadonlyMap<string, Person>, review: Written) {
  const { at } = review;
  const live = all.filter(({ isDeleted }) => !isDeleted);
  const text = review.text.normalize('NFC').trim();
  const lower = text.toLowerCase();
  const mine = live.filter((x) => x.author === review.author && x.at > at - DAY && x.at <= at).length;
  const stock = ['great app', 'love it', 'best app ever', 'must download', 'amazing', 'awesome', '5 stars'];
  const isGeneric = stock.some((phrase) => lower.includes(phrase));
  const isSpecific = words(text).some((word) =>
    ['feature', 'update', 'version', 'bug', 'problem', 'solved', 'crash'].includes(word),
  );
  const here = live.filter((x) => x.app === review.app);
  const day = here.filter((x) => x.at > at - DAY && x.at <= at).toSorted((a, b) => a.at - b.at);
  const before = here.filter((x) => x.at > at - 29 * DAY && x.at <= at - DAY).length / 28;
  const gaps = day.slice(1).filter((x, i) => x.at - (day[i]?.at ?? 0) < 60_000).length;
  const earlier = live.filter((x) => x.at < at && (x.app === review.app || x.author === review.author));
  const isCopy = live.some((x) => x.at < at && x.at > at - 30 * DAY && x.text.normalize('NFC').trim() === text);
  const alike = earlier.map((x) => jaccard(trigrams(x.text.normalize('NFC')), trigrams(text)));
  const person = people.get(review.author);
  const signals = {
    velocity: mine > 5 ? 0.2 : mine > 2 ? 0.6 : 1,
    content:
      text === ''
        ? 0.5
        : 0.3 * (isGeneric ? 0.5 : 1) + 0.3 * Math.min([...text].length / 100, 1) + 0.4 * (isSpecific ? 1 : 0.5),
    accountAge: Math.min((at - (person?.createdAt ?? 0)) / DAY / 30, 1),
    verifiedPurchase: person?.owns.has(review.app) ? 1 : 0.3,
    coordination:
      day.length > 5 * Math.max(before, 2) ? 0.3 : day.length >= 5 && gaps / (day.length - 1) > 0.8 ? 0.4 : 1,
    originality: text === '' ? 1 : 1 - (isCopy ? 1 : Math.max(0, ...alike)),
  };
  const score =
    0.15 * signals.velocity +
    0.25 * signals.content +
    0.1 * signals.accountAge +
    0.2 * signals.verifiedPurchase +
    0.2 * signals.coordination +
    0.1 * signals.originality;
  const rounded = Math.round(score * 1e6) / 1e6;
  return { signals, score: rounded, action: rounded < 0.3 ? 'rejected' : rounded < 0.6 ? 'manual_review' : 'approved' };
}

async function scene() {
  const random = createRandom('version 1');
  const start = Date.now() - 60 * DAY;
  const apps = await Promise.all(Array.from({ length: 6 }, () => createApp(t.db)));
  const people = new Map<string, Person>();
  for (let i = 0; i < 60; i += 1) {
    const createdAt = start - random.range(0, 50) * DAY;
    const { id } = await createUser(t.db, { createdAt: new Date(Math.floor(createdAt)) });
    people.set(id, { createdAt: Math.floor(createdAt), owns: new Set() });
  }
  const written: Written[] = [];
  const authors = [...people.keys()];
  for (let i = 0; i < 300; i += 1) {
    // Two who write about everything in a day; else many about the first two apps, some within a minute of each other.
    const isBusy = i < 2 * apps.length;
    const author = isBusy ? authors[i % 2] : random.pickFrom(authors.slice(2), undefined);
    const place = random.weighted({ '0': 6, '1': 5, '2': 1, '3': 1, '4': 1, '5': 1 }, '0');
    const product = apps[isBusy ? i >> 1 : Number(place)];
    if (!product || !author || written.some((x) => x.app === product.app.id && x.author === author)) continue;
    const isRush = !isBusy && product === apps[1] && random.chance(0.6);
    const day = isBusy ? random.range(30, 30.9) * DAY : random.range(0, 45) * DAY;
    const at = Math.floor(start + (isRush ? 20 * DAY + random.range(0, 0.1) * HOUR : day));
    const text = random.pickFrom(phrases, '');
    written.push({ id: newId(), app: product.app.id, author, at, text, isDeleted: !isBusy && random.chance(0.08) });
    const had = random.weighted({ owns: 6, refunded: 2, nothing: 2 }, 'owns');
    if (had === 'nothing') continue;
    await createPurchase(
      t.db,
      { user: { id: author }, ...product },
      { status: had === 'owns' ? 'completed' : 'refunded' },
    );
    if (had === 'owns') people.get(author)?.owns.add(product.app.id);
  }
  for (const { id, app, author, at, text, isDeleted } of written) {
    const createdAt = new Date(at);
    await createReview(
      t.db,
      { app: { id: app }, user: { id: author } },
      { id, body: text, createdAt, status: 'pending', isVisible: false, deletedAt: isDeleted ? new Date() : null },
    );
  }
  return { written, people, shuffled: written.map((x) => ({ x, key: random.next() })).sort((a, b) => a.key - b.key) };
}

test('version 1 of more than 100 reviews is what the table says, in whatever order they are scored', async () => {
  await t.sql`insert into settings (key, value, updated_at) values ('integrityVersion', '1', now())
    on conflict (key) do update set value = '1'`;
  const { written, people, shuffled } = await scene();
  const handler = integrityHandlers.find(({ name }) => name === 'integrity.score');
  const events = shuffled.map(({ x }) => ({
    id: newId(),
    type: 'review.created' as const,
    occurredAt: new Date(),
    payload: { reviewId: x.id, revision: 1 },
  }));
  for (let i = 0; i < events.length; i += 10) await handler?.run(t.ctx(), events.slice(i, i + 10));
  const rows = await t.sql<
    { review_id: string; signals: object; score: number; action: string; status: string; model: null }[]
  >`
    select a.review_id, a.signals, a.score, a.action, a.model, r.status from review_analyses a join reviews r on r.id = a.review_id`;
  const live = written.filter(({ isDeleted }) => !isDeleted);
  expect(live.length).toBeGreaterThan(100);
  expect(rows).toHaveLength(live.length);
  const actions = new Set<string>();
  const seen = { velocity: new Set(), coordination: new Set(), originality: new Set() };
  for (const review of live) {
    const row = rows.find((one) => one.review_id === review.id);
    const wanted = expected(written, people, review);
    actions.add(wanted.action);
    for (const name of ['velocity', 'coordination', 'originality'] as const) seen[name].add(wanted.signals[name]);
    for (const [name, value] of Object.entries(wanted.signals)) {
      expect(row?.signals, `${name} of ${JSON.stringify(review.text)}`).toHaveProperty(name, expect.closeTo(value, 6));
    }
    expect(row?.score).toBeCloseTo(wanted.score, 6);
    expect(row).toMatchObject({ action: wanted.action, status: wanted.action, model: null });
  }
  // The scene has something of everything.
  expect([...actions].toSorted()).toEqual(['approved', 'manual_review']);
  expect([...seen.velocity].toSorted()).toEqual([0.2, 0.6, 1]);
  expect([...seen.coordination].toSorted()).toEqual([0.3, 0.4, 1]);
  expect(seen.originality.size).toBeGreaterThan(5);
});
