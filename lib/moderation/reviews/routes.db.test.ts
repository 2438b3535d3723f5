import { beforeAll, describe, expect, test } from 'vitest';
import { GET as dashboard } from '@/app/api/v1/moderation/dashboard/route';
import { POST as undoMany } from '@/app/api/v1/moderation/reviews/decisions/[id]/undo/route';
import { POST as decideMany } from '@/app/api/v1/moderation/reviews/decisions/route';
import { GET as events } from '@/app/api/v1/moderation/reviews/events/route';
import { DELETE as giveBack, POST as claim } from '@/app/api/v1/moderation/reviews/[id]/claim/route';
import { POST as decide } from '@/app/api/v1/moderation/reviews/[id]/decision/route';
import { GET as oneCase } from '@/app/api/v1/moderation/reviews/[id]/route';
import { POST as undo } from '@/app/api/v1/moderation/reviews/[id]/undo/route';
import { GET as queue } from '@/app/api/v1/moderation/reviews/route';
import { GET as transparency } from '@/app/api/v1/transparency/route';
import { forgetAll } from '@/lib/cache/read-through';
import { operations } from '@/lib/http/operations';
import { newId } from '@/lib/ids';
import { listAppeals } from '@/lib/moderation/list-appeals';
import { appealReview } from '@/lib/moderation/appeal-review';
import { decideAppeal } from '@/lib/moderation/decide-appeal';
import { dashboard as dashboardShape } from '@/lib/moderation/schema';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createReview, createUser, PASSWORD } from '@/tests/factories';
import { actorOf, starsOf } from '@/tests/reviews';
import { type Visitor, visitor } from '@/tests/visitor';
import { transparency as transparencyShape } from './schema';

const t = testDatabase();
type Person = Visitor & { id: string };

async function signedIn(roles: string[]): Promise<Person> {
  const { id, email } = await createUser(t.db, { roles });
  const client = visitor();
  await client.signIn(email, PASSWORD);
  return { ...client, id };
}

let moderator: Person;
let shopper: Person;
let app: Awaited<ReturnType<typeof createApp>>['app'];

beforeAll(async () => {
  [moderator, shopper] = [await signedIn(['moderator']), await signedIn([])];
  ({ app } = await createApp(t.db));
});

const flagged = (userId?: string) =>
  createReview(
    t.db,
    { app, ...(userId ? { user: { id: userId } } : {}) },
    { status: 'manual_review', isVisible: false, queuedAt: new Date(), score: 0.5 },
  );
const rejecting = { decision: 'reject', ruleId: 'R2', note: 'x' };
const post = (client: Visitor, handler: Parameters<Visitor['call']>[0], id: string, json?: unknown) =>
  client.call(handler, 'POST', '/api/v1/moderation/reviews', { params: { id }, ...(json ? { json } : {}) });

describe('the routes of the desk', () => {
  test('are for moderators: nobody else reads or changes anything, not even the author or a developer', async () => {
    const review = await flagged(shopper.id);
    const developer = await signedIn([]);
    await t.sql`insert into organization_members values (${app.organizationId}, ${developer.id}, 'owner', now())`;
    const routes = [
      [dashboard, 'GET', undefined],
      [queue, 'GET', undefined],
      [events, 'GET', undefined],
      [oneCase, 'GET', undefined],
      [claim, 'POST', undefined],
      [giveBack, 'DELETE', undefined],
      [decide, 'POST', rejecting],
      [undo, 'POST', undefined],
      [decideMany, 'POST', { ids: [review.id], ...rejecting }],
      [undoMany, 'POST', undefined],
    ] as const;
    expect(routes).toHaveLength(
      1 + Object.keys(operations).filter((key) => key.includes('/moderation/reviews')).length,
    );
    for (const [handler, method, json] of routes) {
      const options = { params: { id: review.id }, ...(json ? { json } : {}) };
      const path = '/api/v1/moderation/reviews';
      expect((await visitor().call(handler, method, path, options)).status).toBe(401);
      for (const person of [shopper, developer]) {
        const answer = await person.call(handler, method, path, options);
        expect([answer.status, (await answer.json()).code]).toEqual([403, 'role_required']);
      }
    }
    const [row] = await t.sql`select status, claimed_by from reviews where id = ${review.id}`;
    expect(row).toEqual({ status: 'manual_review', claimed_by: null });
  });

  test('refuse what is no decision, and ids that are none', async () => {
    const { id } = await flagged();
    for (const json of [{}, { decision: 'reject' }, { decision: 'reject', ruleId: 'R99' }, { decision: 'ban' }]) {
      expect((await post(moderator, decide, id, json)).status).toBe(400);
    }
    expect((await post(moderator, decideMany, id, { ids: [], ...rejecting })).status).toBe(400);
    const many = Array.from({ length: 201 }, () => newId());
    expect((await post(moderator, decideMany, id, { ids: many, ...rejecting })).status).toBe(400);
    for (const handler of [claim, undo]) expect((await post(moderator, handler, 'nonsense')).status).toBe(404);
    expect((await post(moderator, claim, newId())).status).toBe(404);
  });

  test('lead from claim to decision and back', async () => {
    const { id } = await flagged();
    expect((await post(moderator, claim, id)).status).toBe(200);
    const decided = await post(moderator, decide, id, rejecting);
    const answer = await decided.json();
    expect(answer).toMatchObject({ review: { id, status: 'rejected' }, undoUntil: expect.any(String) });
    const repeated = await post(moderator, decide, id, rejecting);
    expect([repeated.status, await repeated.json()]).toEqual([200, answer]);
    expect((await post(moderator, decide, id, { decision: 'approve' })).status).toBe(409);
    expect(await (await post(moderator, undo, id)).json()).toMatchObject({ id, status: 'manual_review' });
  });
});

test('an open desk hears what another one does, and a closed one leaves', async () => {
  const { id } = await flagged();
  const leaving = new AbortController();
  const request = new Request('http://localhost:3000/api/v1/moderation/reviews/events', { signal: leaving.signal });
  const opened = await moderator.call(
    (made) => events(new Request(made, { signal: request.signal }), { params: Promise.resolve({}) }),
    'GET',
    '/api/v1/moderation/reviews/events',
  );
  expect(opened.headers.get('content-type')).toContain('text/event-stream');
  const reader = opened.body!.getReader();
  const other = await signedIn(['moderator']);
  await post(other, claim, id);
  let text = '';
  while (!text.includes('claimed')) text += new TextDecoder().decode((await reader.read()).value);
  expect(JSON.parse(/data: (.*)/.exec(text)?.[1] ?? '')).toMatchObject({
    kind: 'claimed',
    ids: [id],
    by: { id: other.id },
  });
  leaving.abort();
  let isOpen = true;
  while (isOpen) isOpen = !(await reader.read()).done;
  expect(isOpen).toBe(false);
});

describe('appeals of reviews', () => {
  const as = (userId: string, roles: ('moderator' | 'admin')[] = []) => ({ ...actorOf(userId), roles });
  const rejected = async () => {
    const review = await flagged();
    await post(moderator, claim, review.id);
    await post(moderator, decide, review.id, rejecting);
    await appealReview(t.ctx({ actor: as(review.userId) }), review.id, { text: 'I did write it myself.' });
    const { items } = await listAppeals(t.ctx({ actor: as(moderator.id, ['moderator']) }), {
      state: 'open',
      limit: 100,
    });
    return { review, appeal: items.find((item) => item.review?.id === review.id)! };
  };

  test('are decided by somebody else than who rejected, and overturned ones are published and counted', async () => {
    const { review, appeal } = await rejected();
    expect(appeal).toMatchObject({
      kind: 'review',
      conflict: expect.stringContaining('first decision'),
      rejection: { isMachine: false, guidelines: [{ id: 'R2' }], note: 'x' },
    });
    const first = t.ctx({ actor: as(moderator.id, ['moderator']) });
    const overturn = { decision: 'overturn', note: 'It reads well.' } as const;
    await expect(decideAppeal(first, appeal.id, overturn)).rejects.toMatchObject({ code: 'same_person' });
    const author = t.ctx({ actor: as(review.userId, ['moderator']) });
    await expect(decideAppeal(author, appeal.id, overturn)).rejects.toMatchObject({ code: 'conflict_of_interest' });
    const second = t.ctx({ actor: await createActor(t.db, { roles: ['moderator'] }) });
    expect(await decideAppeal(second, appeal.id, overturn)).toMatchObject({
      outcome: 'overturned',
      isSamePerson: false,
    });
    await expect(decideAppeal(second, appeal.id, overturn)).rejects.toMatchObject({ code: 'already_decided' });
    const [row] = await t.sql`select status, is_visible from reviews where id = ${review.id}`;
    expect(row).toEqual({ status: 'approved', is_visible: true });
    const { kept, counted } = await starsOf(t, app.id);
    expect(kept).toEqual(counted);
  });

  test('of two deciding at once one counts; upheld ones stay rejected for good', async () => {
    const { review, appeal } = await rejected();
    const deciders = await Promise.all([1, 2].map(() => createActor(t.db, { roles: ['moderator'] })));
    const answers = await Promise.allSettled(
      deciders.map((actor) => decideAppeal(t.ctx({ actor }), appeal.id, { decision: 'uphold', note: 'No.' })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const again = appealReview(t.ctx({ actor: as(review.userId) }), review.id, { text: 'Again' });
    await expect(again).rejects.toMatchObject({ code: 'already_appealed' });
  });

  test('show on the dashboard and, without anybody’s name, on the public page', async () => {
    const answer = await moderator.call(dashboard, 'GET', '/api/v1/moderation/dashboard');
    const desk = dashboardShape.parse(await answer.json());
    expect(desk.reviews.decidedToday).toBeGreaterThanOrEqual(2);
    expect(desk.appeals).toMatchObject({ decided: 2, overturned: 1, overturnRate: 0.5 });
    forgetAll();
    const open = transparencyShape.parse(
      await (await visitor().call(transparency, 'GET', '/api/v1/transparency')).json(),
    );
    expect(open.appeals).toEqual({
      machine: { decided: 0, overturned: 0, overturnRate: null },
      people: { decided: 2, overturned: 1, overturnRate: 0.5 },
    });
    expect(open.reviews.byRule.find(({ ruleId }) => ruleId === 'R2')?.count).toBe(open.reviews.rejectedByPeople);
  });
});
