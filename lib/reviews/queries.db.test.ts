import { beforeAll, describe, expect, it } from 'vitest';
import { createActor, createApp, createReview } from '@/tests/factories';
import { testDatabase } from '@/tests/database';
import { haveIReviewed, listReviews } from './queries';
import { reviewsQuery } from './schema';

const t = testDatabase();
let appId = '';
const list = (values: Record<string, unknown> = {}) => listReviews(t.ctx(), appId, reviewsQuery.parse(values));

beforeAll(async () => {
  const { app } = await createApp(t.db);
  appId = app.id;
  const createdAt = new Date('2026-03-01T10:00:00Z');
  for (let i = 0; i < 12; i += 1) {
    await createReview(
      t.db,
      { app },
      {
        rating: (i % 5) + 1,
        createdAt,
        helpfulScore: (i % 3) / 10,
        body: `Number ${i}`,
        appVersion: i < 2 ? '1.0.0' : '2.0.0',
      },
    );
  }
  await createReview(t.db, { app }, { status: 'rejected', isVisible: false, body: 'Refused' });
  await createReview(t.db, { app }, { status: 'pending', isVisible: false, body: 'Waiting' });
  await createReview(
    t.db,
    { app },
    { status: 'manual_review', isVisible: true, rating: 3, createdAt, body: 'Under another look' },
  );
  const answered = await createReview(
    t.db,
    { app },
    { body: 'Answered', createdAt: new Date('2026-04-01T10:00:00Z'), editedAt: new Date('2026-04-03T10:00:00Z') },
  );
  await t.sql`insert into review_responses values (${answered.id}, ${app.organizationId}, null, 'Thanks', '2026-04-02T10:00:00Z', '2026-04-02T10:00:00Z')`;
});

it('somebody has reviewed while a review of theirs stands, seen by others or not', async () => {
  const { app } = await createApp(t.db);
  const [author, refused, repentant, reader] = await Promise.all(Array.from({ length: 4 }, () => createActor(t.db)));
  await createReview(t.db, { app, user: { id: author!.userId } });
  await createReview(t.db, { app, user: { id: refused!.userId } }, { status: 'rejected', isVisible: false });
  await createReview(t.db, { app, user: { id: repentant!.userId } }, { isVisible: false, deletedAt: new Date() });
  const answers = [author, refused, repentant, reader].map((actor) => haveIReviewed(t.ctx({ actor: actor! })));
  expect(await Promise.all(answers)).toEqual([true, true, false, false]);
  await expect(haveIReviewed(t.ctx())).rejects.toMatchObject({ code: 'not_signed_in' });
});

describe('reviews of an app', () => {
  it('say when in one way, as everything else does', async () => {
    const [answered] = (await list({ withResponse: 'true' })).items;
    expect(answered).toMatchObject({
      createdAt: '2026-04-01T10:00:00.000Z',
      editedAt: '2026-04-03T10:00:00.000Z',
      response: { updatedAt: '2026-04-02T10:00:00.000Z' },
    });
  });

  it.each(['recent', 'helpful', 'favourable', 'critical'])(
    'page by %s without repeating or losing one, ties included',
    async (sort) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ sort, limit: '3', ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map((review) => review.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(seen).size).toBe(14);
      expect(seen).toHaveLength(14);
    },
  );

  it('show what is approved or under another look, never what waits or was refused', async () => {
    const bodies = (await list({ limit: '100' })).items.map((review) => review.body);
    expect(bodies).toContain('Under another look');
    expect(bodies).not.toContain('Refused');
    expect(bodies).not.toContain('Waiting');
  });

  it('sort and filter as asked', async () => {
    const ratings = async (sort: string) => (await list({ sort, limit: '100' })).items.map((review) => review.rating);
    expect(await ratings('critical')).toEqual((await ratings('critical')).toSorted((a, b) => a - b));
    expect(await ratings('favourable')).toEqual((await ratings('favourable')).toSorted((a, b) => b - a));
    expect((await list({ stars: '2', limit: '100' })).items.every((review) => review.rating === 2)).toBe(true);
    expect((await list({ version: '1.0.0' })).items).toHaveLength(2);
  });

  it('carry the developer’s response, marked when the review was edited after it', async () => {
    const { items } = await list({ withResponse: 'true' });
    expect(items).toHaveLength(1);
    expect(items[0]?.response).toMatchObject({ body: 'Thanks', isBeforeEdit: true });
    expect((await list({ withResponse: 'false', limit: '100' })).items).toHaveLength(13);
  });

  it('refuse a cursor of another sort', async () => {
    const { nextCursor } = await list({ sort: 'recent', limit: '1' });
    await expect(list({ sort: 'helpful', cursor: nextCursor })).rejects.toMatchObject({ code: 'invalid_cursor' });
  });
});
