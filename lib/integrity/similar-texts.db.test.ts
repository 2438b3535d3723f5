import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { type CreatedApp, createApp, createReview, createUser } from '@/tests/factories';
import { DAY } from '@/tests/integrity';
import { fingerprintMissing, fingerprintWaiting, writeFingerprints } from './fingerprints';
import { countSameText, highestSimilarity, type ScoredReview } from './similar-texts';

const t = testDatabase();
const now = Date.now();
let here: CreatedApp;

const original =
  'Every morning it sorts my photographs by place and by day, which no other gallery on this phone does for me.';
const changed =
  'Every morning it sorts my photos by place and by day, which no other gallery on this phone ever does for me.';
const other = 'The keyboard covers the text field on small screens.';

beforeEach(async () => {
  here = await createApp(t.db);
});

type Place = { app?: CreatedApp; user?: { id: string }; daysAgo?: number; isDeleted?: boolean; isKnown?: boolean };

async function write(body: string, { app = here, user, daysAgo = 1, isDeleted = false, isKnown = true }: Place = {}) {
  const of = user ? { app: app.app, user } : { app: app.app };
  const row = await createReview(t.db, of, {
    body,
    createdAt: new Date(now - daysAgo * DAY),
    isVisible: !isDeleted,
    deletedAt: isDeleted ? new Date() : null,
  });
  const { id, appId, userId, revision, createdAt } = row;
  const review: ScoredReview = { id, appId, userId, revision, body, isPaid: false, at: createdAt.toISOString() };
  if (isKnown) await writeFingerprints(t.ctx(), [review]);
  return review;
}

const similarity = (review: ScoredReview) => highestSimilarity(t.ctx(), review);

/** So many others, set-based, with fingerprints that share nothing. */
async function fill(count: number): Promise<void> {
  await t.sql`
    with people as (
      insert into users (id, email, name, country, created_at)
      select gen_random_uuid(), gen_random_uuid() || '@example.com', 'Somebody', 'US', now() - interval '1 year'
      from generate_series(1, ${count}) returning id
    ), written as (
      insert into reviews (id, app_id, user_id, rating, body, status, is_visible, country, created_at)
      select gen_random_uuid(), ${here.app.id}, id, 4, 'Text ' || md5(id::text), 'approved', true, 'US',
        now() - interval '20 days' + random() * interval '18 days' from people returning *
    ), revised as (
      insert into review_revisions (review_id, revision, rating, body, created_at)
      select id, 1, rating, body, created_at from written
    )
    insert into review_fingerprints (review_id, revision, app_id, user_id, text_hash, bands, created_at)
    select id, 1, app_id, user_id, sha256(id::text::bytea), array[1, 2], created_at from written`;
}

describe('similarity', () => {
  test('is of earlier reviews only, of this app and of the author, and of none that is deleted or empty', async () => {
    const first = await write(original, { daysAgo: 4 });
    const second = await write(changed, { daysAgo: 3 });
    expect(await similarity(first)).toBe(0);
    expect(await similarity(second)).toBeGreaterThan(0.7);
    expect(await similarity(await write('  ', { daysAgo: 2 }))).toBe(0);

    const elsewhere = await createApp(t.db);
    expect(await similarity(await write(changed.replace('photos', 'images'), { app: elsewhere }))).toBeLessThan(0.2);
    const author = { id: second.userId };
    expect(await similarity(await write(`${changed}!!! Yes`, { app: elsewhere, user: author }))).toBeGreaterThan(0.7);

    await t.sql`update reviews set deleted_at = now(), is_visible = false where app_id = ${here.app.id}`;
    expect(await similarity(await write(changed.replace('by day', 'by year')))).toBeLessThan(0.2);
  });

  test('is 1 for an exact copy on any app within 30 days, whatever blanks are around it, and for no older one', async () => {
    const text = 'An exact copy of this has to be found wherever it is.';
    const elsewhere = await createApp(t.db);
    await write(text, { app: elsewhere, daysAgo: 29 });
    expect(await similarity(await write(`\u00a0${text}\n`, { daysAgo: 0.5 }))).toBe(1);
    const old = 'A copy of something old is no copy after a month.';
    await write(old, { app: elsewhere, daysAgo: 31 });
    expect(await similarity(await write(old, { daysAgo: 0 }))).toBeLessThan(0.3);
    // Other case and punctuation is the same text, but no exact copy: on the app itself trigrams find it.
    expect(await similarity(await write('an exact COPY of this has to be found, wherever it is', { daysAgo: 0 }))).toBe(
      1,
    );
    const third = await createApp(t.db);
    expect(
      await similarity(await write('an exact COPY of this has to be found, wherever it is!', { app: third })),
    ).toBe(0);
  });

  test('knows letters of every script', async () => {
    await write('Приложение сортирует мои снимки каждое утро, и это очень удобно', { daysAgo: 2 });
    const copy = await write('Приложение сортирует мои фото каждое утро, и это очень удобно!');
    expect(await similarity(copy)).toBeGreaterThan(0.6);
  });

  test('is exact up to 300 earlier texts, even of those that nothing was noted of', async () => {
    await write(original, { daysAgo: 40, isKnown: false });
    await fill(298);
    await write(other, { daysAgo: 0.4 });
    const [row] = await t.sql`select count(*)::int as count from reviews where app_id = ${here.app.id}`;
    expect(row?.count).toBe(300);
    expect(await similarity(await write(changed, { daysAgo: 0 }))).toBeGreaterThan(0.7);
  });

  test('beyond that finds what is alike by shared bands, and the latest texts in any case', async () => {
    await write(original, { daysAgo: 40 });
    await fill(400);
    expect(await similarity(await write(changed, { daysAgo: 0 }))).toBeGreaterThan(0.7);
    await write(other, { daysAgo: 0.2, isKnown: false });
    expect(await similarity(await write(other.replace('small', 'smaller'), { daysAgo: 0 }))).toBeGreaterThan(0.7);
  });
});

describe('accounts that wrote the same text', () => {
  test('are counted once each, in 30 days, on every app where the text is long', async () => {
    const elsewhere = await createApp(t.db);
    await write(`${original} `, { daysAgo: 33 });
    await write(original.toUpperCase(), { app: elsewhere, daysAgo: 5 });
    await write(original, { daysAgo: 4 });
    await write(original, { daysAgo: 3, isDeleted: true });
    const last = await write(original, { daysAgo: 2 });
    await write(original, { daysAgo: 1 });
    expect(await countSameText(t.ctx(), last)).toBe(3);
    expect(await countSameText(t.ctx(), last, new Date(now).toISOString())).toBe(4);
  });

  test('are counted on this app alone where it is short, and a text that was edited away is not', async () => {
    const elsewhere = await createApp(t.db);
    await write('Very good', { app: elsewhere });
    const edited = await write('very good!', { daysAgo: 2 });
    const mine = await write('Very good');
    expect(await countSameText(t.ctx(), mine)).toBe(2);
    await t.sql`insert into review_revisions (review_id, revision, rating, body, created_at) values (${edited.id}, 2, 3, 'x', now())`;
    await t.sql`update reviews set revision = 2 where id = ${edited.id}`;
    expect(await countSameText(t.ctx(), mine)).toBe(1);
    expect(await countSameText(t.ctx(), { ...mine, body: '' })).toBe(1);
  });
});

describe('fingerprints', () => {
  const known = (ids: string[]) => t.sql`select review_id from review_fingerprints where review_id = any(${ids})`;

  test('are written for what waits, and for old reviews by the nightly job, once', async () => {
    const user = await createUser(t.db);
    const waiting = await write(original, { user, isKnown: false });
    await t.sql`update reviews set status = 'pending', is_visible = false where id = ${waiting.id}`;
    const old = await write(other, { isKnown: false });
    const empty = await write('   ', { isKnown: false });
    await fingerprintWaiting(t.ctx());
    await fingerprintWaiting(t.ctx());
    expect(await known([waiting.id, old.id])).toHaveLength(1);
    const signal = new AbortController().signal;
    expect(await fingerprintMissing(t.ctx(), signal)).toBeGreaterThan(0);
    expect(await known([waiting.id, old.id, empty.id])).toHaveLength(2);
  });

  test('are not written for a revision that is not the newest, nor for a review that is gone', async () => {
    const review = await write(original, { isKnown: false });
    await writeFingerprints(t.ctx(), [
      { ...review, revision: 2 },
      { ...review, id: newId() },
    ]);
    await t.sql`update reviews set deleted_at = now(), is_visible = false where id = ${review.id}`;
    await writeFingerprints(t.ctx(), [review]);
    expect(await known([review.id])).toEqual([]);
  });
});
