import { expect, test } from 'vitest';
import { createRandom } from '@/lib/catalog/artwork/random';
import type { UserActor } from '@/lib/context';
import { defaultSettings } from '@/lib/settings-schema';
import { testDatabase } from '@/tests/database';
import { createActor, createApp } from '@/tests/factories';
import { createOwner, move, starsOf } from '@/tests/reviews';
import { checkRatings } from './check-ratings';
import { deleteReview } from './delete-review';
import { reportReview } from './report-review';
import { type ReviewAction, transitions } from './rules';
import { deleteVote, voteReview } from './vote-review';
import { writeReview } from './write-review';

const t = testDatabase();
const actions = (Object.keys(transitions) as ReviewAction[]).filter((action) => action !== 'edit');

// The same seed each time; what runs at once ends in another order, and the sums hold all the same.
test('after 200 commands, up to eight at once, every sum is what a recount gives', async () => {
  const plenty = { points: 1_000_000, seconds: 60 };
  const limits = { ...defaultSettings.limits, reviews: plenty, reports: plenty };
  await t.sql`insert into settings (key, value, updated_at) values ('limits', ${JSON.stringify(limits)}::text::jsonb, now())`;
  const random = createRandom('reviews:walk');
  const products = [await createApp(t.db), await createApp(t.db)];
  const people: { actor: UserActor; app: string }[] = [];
  for (const product of products) {
    for (let i = 0; i < 6; i += 1) people.push({ actor: await createOwner(t, product), app: product.app.id });
  }
  const reader = await createActor(t.db);
  const anyReview = async (pick: number) => {
    const rows = await t.sql<{ id: string }[]>`select id from reviews where deleted_at is null order by id`;
    return rows[Math.floor(pick * rows.length)]?.id;
  };
  const step = async (kind: number, who: number, pick: number, stars: number): Promise<unknown> => {
    const { actor, app } = people[Math.floor(who * people.length)]!;
    const ctx = t.ctx({ actor });
    if (kind < 0.3) return writeReview(ctx, app, { rating: stars, title: '', body: `Text ${stars} ${pick}` });
    if (kind < 0.36) return deleteReview(ctx, app);
    const id = await anyReview(pick);
    if (!id) return null;
    if (kind < 0.44) return voteReview(t.ctx({ actor: who < 0.5 ? reader : actor }), id, { helpful: stars > 3 });
    if (kind < 0.47) return deleteVote(t.ctx({ actor: reader }), id);
    if (kind < 0.52) return reportReview(ctx, id, { reason: stars > 3 ? 'illegal' : 'spam', note: '' });
    const action = kind < 0.75 ? 'pass' : actions[Math.floor(who * actions.length)]!;
    return move(t, action, id, { wasVisible: stars > 2 });
  };
  const expected = new Set(['not_found', 'own_review', 'already_resolved']);
  for (let done = 0; done < 200; done += 8) {
    const draws = Array.from({ length: 8 }, () => [random.next(), random.next(), random.next()] as const);
    const outcomes = await Promise.allSettled(
      draws.map(([kind, who, pick]) => step(kind, who, pick, 1 + Math.floor(pick * 5))),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected' && !expected.has(outcome.reason.code)) throw outcome.reason;
    }
  }
  for (const { app } of products) {
    const { kept, counted } = await starsOf(t, app.id);
    expect(kept).toEqual(counted);
  }
  expect((await checkRatings(t.ctx())).mended).toEqual([]);
  const [sums] = await t.sql`
    select count(*)::int as reviews, count(*) filter (where is_visible)::int as visible, max(revision) as revisions,
      count(*) filter (where deleted_at is not null)::int as deleted,
      count(*) filter (where helpful_count <> (select count(*) from review_votes v where v.review_id = r.id and v.is_helpful)
        or unhelpful_count <> (select count(*) from review_votes v where v.review_id = r.id and not v.is_helpful))::int as miscounted,
      count(*) filter (where deleted_at is null and not is_visible and not exists (
        select from review_revisions v where v.review_id = r.id and v.revision = r.revision
          and (v.rating, v.title, v.body) = (r.rating, r.title, r.body)))::int as unlike
    from reviews r`;
  expect(sums).toMatchObject({ miscounted: 0, unlike: 0 });
  expect(sums?.visible).toBeGreaterThan(0);
  expect(sums?.deleted).toBeGreaterThan(0);
  expect(sums?.revisions).toBeGreaterThan(1);
  expect(
    await t.sql`select user_id from reviews where deleted_at is null group by user_id having count(*) > 1`,
  ).toHaveLength(0);
}, 60_000);
