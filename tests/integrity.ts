import { beforeAll, beforeEach } from 'vitest';
import type { Ctx, UserActor } from '@/lib/context';
import type { Event, EventType, Payload } from '@/lib/events/events';
import { newId } from '@/lib/ids';
import { integrityHandlers } from '@/lib/integrity/handlers';
import type { AnalysisFacts, Signals } from '@/lib/integrity/rules';
import { writtenEventId } from '@/lib/reviews/event-id';
import type { ReviewBody } from '@/lib/reviews/schema';
import { writeReview } from '@/lib/reviews/write-review';
import { forgetSettings } from '@/lib/settings';
import type { TestDatabase } from './database';
import { type CreatedApp, createApp, createReview } from './factories';
import { createOwner } from './reviews';

export const DAY = 86_400_000;
export const HOUR = DAY / 24;
export const MINUTE = 60_000;

export const eventOf = <T extends EventType>(type: T, payload: Payload<T>): Event<T> => ({
  id: newId(),
  type,
  occurredAt: new Date(),
  payload,
});

/** Gives events to everything in integrity that reacts to them; what fails, throws. */
export async function deliver(ctx: Ctx, ...events: readonly Event[]): Promise<void> {
  for (const handler of integrityHandlers) {
    const mine = events.filter(({ type }) => type === handler.event);
    if (mine.length > 0) await handler.run(ctx, mine);
  }
}

/** A review that passes. */
export const good: ReviewBody = {
  rating: 4,
  title: '',
  body: 'The update to version 3 solved the crash I had with large folders; search finds receipts by their amount now.',
};

/** For each test of a file an app that is out for 100 days and somebody who has it, 400 days here; version 2 scores. */
export function integrityScene(t: TestDatabase) {
  const scene = {
    write: (input: Partial<ReviewBody> = {}, actor = scene.owner) =>
      writeReview(t.ctx({ actor }), scene.product.app.id, { ...good, ...input }),
  } as {
    product: CreatedApp;
    owner: UserActor;
    /** A review of the app that passes, but for `input`; the owner's unless another is named. */
    write: (input?: Partial<ReviewBody>, actor?: UserActor) => ReturnType<typeof writeReview>;
  };
  beforeAll(() => chooseVersion(t, 2));
  beforeEach(async () => {
    scene.product = await createApp(t.db, { releasedAt: new Date(Date.now() - 100 * DAY) });
    scene.owner = await createOwner(t, scene.product, 400);
  });
  return scene;
}

/** The event of a review that was written. */
export const written = (reviewId: string, revision = 1): Event<'review.created'> => ({
  ...eventOf('review.created', { reviewId, revision }),
  id: writtenEventId(reviewId, revision),
});

export const fingerprintsOf = ({ sql }: TestDatabase, reviewId: string) =>
  sql`select revision from review_fingerprints where review_id = ${reviewId} order by revision`;

type Pending = { body?: string; rating?: number; at?: Date; user?: { id: string }; isPaid?: boolean };

/** A review that waits to be scored, with the event that says so. */
export async function writePending(
  t: TestDatabase,
  app: { id: string },
  { at = new Date(), user, ...values }: Pending,
) {
  const of = user ? { app, user } : { app };
  const review = await createReview(t.db, of, { ...values, status: 'pending', isVisible: false, createdAt: at });
  return { review, event: eventOf('review.created', { reviewId: review.id, revision: 1 }) };
}

type Analysed = {
  revision: number;
  version: number;
  score: number;
  action: string;
  cause: string;
  model: string | null;
  signals: Signals;
  facts: AnalysisFacts;
};

/** Analyses of a review, the first first. */
export const analysesOf = ({ sql }: TestDatabase, reviewId: string): Promise<Analysed[]> =>
  sql<Analysed[]>`
    select revision, version, score, action, cause, model, signals, facts from review_analyses
    where review_id = ${reviewId} order by created_at, id`;

export async function statusOf({ sql }: TestDatabase, reviewId: string): Promise<string> {
  const [row] = await sql<{ status: string }[]>`select status from reviews where id = ${reviewId}`;
  return row?.status ?? 'none';
}

/** Chooses the formula that scores from now on. */
export async function chooseVersion({ sql }: TestDatabase, version: 1 | 2): Promise<void> {
  await sql`insert into settings (key, value, updated_at) values ('integrityVersion', ${String(version)}::jsonb, now())
    on conflict (key) do update set value = excluded.value`;
  forgetSettings();
}
