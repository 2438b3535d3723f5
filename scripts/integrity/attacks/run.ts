import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { writtenEventId } from '@/lib/reviews/event-id';
import { writeReview } from '@/lib/reviews/write-review';
import { forgetSettings } from '@/lib/settings';
import { reactTo, runJob } from '@/worker/integrity';
import { type AttackName, attackNames, DAY, HOUR, type Kind, type Plan, type PlannedReview } from './plan';
import { getApp, setStage, shownRating, type Stage } from './stage';

export type Outcome = {
  n: number;
  /** Shares, 0..1. Held is what waits for a moderator in the end, whether or not it had passed at first. */
  approved: number;
  held: number;
  rejected: number;
  /** Of those held, which others still see until a moderator decides. */
  heldVisible: number;
};

export type AttackResult = Outcome & {
  name: AttackName;
  /** The app's shown rating before the attack, where it was furthest from that while it lasted, and a week later. */
  rating: { before: number; peak: number; after: number; afterDesk: number };
};

export type PackResult = {
  seed: number;
  version: 1 | 2;
  model: string | null;
  ordinary: Outcome;
  attacks: AttackResult[];
};

type Watch = { from: number; until: number; before: number | null; peak: number | null; after: number | null };
type Tell = (detail: string) => void;

/**
 * Writes every review of a plan at its moment, as its author would, and lets what scores them in the worker do its work by
 * the plan's clock: the handler of the event at once, the jobs as they come round.
 */
export async function runPack(ctx: Ctx, plan: Plan, version: 1 | 2, tell: Tell = () => undefined) {
  await ctx.db.execute(sql`
    insert into settings (key, value, updated_at) values
      ('integrityVersion', ${String(version)}::jsonb, now()),
      ('limits', '{"reviews": {"points": 1000, "seconds": 60}}', now())
    on conflict (key) do update set value = excluded.value`);
  forgetSettings();
  const stage = await setStage(ctx, plan);
  const watches = new Map(attackNames.map((name) => [name, watchOf(plan, name)]));
  let last = 0;
  for (const [i, review] of plan.reviews.entries()) {
    await runJobs(ctx, last, review.at);
    await look(ctx, plan, stage, watches, review.at - 1);
    await write(ctx, stage, review);
    await look(ctx, plan, stage, watches, review.at);
    last = review.at;
    if (i % 25 === 0) tell(`${i} of ${plan.reviews.length}`);
  }
  await runJobs(ctx, last, last + 8 * DAY);
  await look(ctx, plan, stage, watches, last + 8 * DAY);
  return resultOf(ctx, plan, stage, watches);
}

async function write(ctx: Ctx, stage: Stage, review: PlannedReview): Promise<void> {
  const { at, rating, body, app } = review;
  const now = new Date(at);
  const actor = await getApp(ctx, stage, review);
  const { id, revision } = await writeReview({ ...ctx, now, actor }, stage.apps.get(app) ?? '', {
    rating,
    title: '',
    body,
  });
  const payload = { reviewId: id, revision };
  const event = { id: writtenEventId(id, revision), type: 'review.created' as const, occurredAt: now, payload };
  await reactTo({ ...ctx, now: new Date(at + 1000) }, event);
}

/** The job comes round every ten seconds: it is run soon, and where a burst lasts later and at the end of a pause. */
async function runJobs(ctx: Ctx, from: number, until: number): Promise<void> {
  for (const at of [from + 10_000, from + HOUR, from + DAY, until - 1]) {
    if (at <= from || at >= until) continue;
    await runJob({ ...ctx, now: new Date(at) }, 'integrity.follow_bursts');
    const open = await ctx.db.execute(sql`select from review_bursts where ended_at is null limit 1`);
    if (open.length === 0) return;
  }
}

function watchOf({ reviews, targets }: Plan, name: AttackName): Watch {
  const times = reviews.filter(({ kind, app }) => kind === name && app === targets[name]).map(({ at }) => at);
  return { from: Math.min(...times), until: Math.max(...times), before: null, peak: null, after: null };
}

async function look(ctx: Ctx, { targets }: Plan, { apps }: Stage, watches: Map<AttackName, Watch>, at: number) {
  for (const [name, watch] of watches) {
    if (at < watch.from - 1 || watch.after !== null) continue;
    const rating = await shownRating(ctx, apps.get(targets[name]) ?? '');
    if (at < watch.from) watch.before = rating;
    else if (at <= watch.until + 7 * DAY) {
      const distance = (value: number | null) => Math.abs((value ?? 0) - (watch.before ?? 0));
      if (at <= watch.until + HOUR && (watch.peak === null || distance(rating) > distance(watch.peak)))
        watch.peak = rating;
    } else watch.after = rating;
  }
}

type Row = { kind: Kind; status: string; is_visible: boolean; count: number };

async function resultOf(ctx: Ctx, plan: Plan, stage: Stage, watches: Map<AttackName, Watch>) {
  const rows = await ctx.db.execute<Row>(sql`
    select split_part(u.name, '-', 1) as kind, r.status, r.is_visible, count(*)::int as count
    from reviews r join users u on u.id = r.user_id group by 1, 2, 3`);
  const attacks: AttackResult[] = [];
  for (const [name, { before, peak, after }] of watches) {
    const [desk] = await ctx.db.execute<{ average: number | null }>(sql`
      select avg(rating)::float8 as average from reviews
      where app_id = ${stage.apps.get(plan.targets[name]) ?? ''} and status = 'approved'`);
    const rating = { before: before ?? 0, peak: peak ?? 0, after: after ?? 0, afterDesk: desk?.average ?? 0 };
    attacks.push({ name, ...outcomeOf(rows, name), rating });
  }
  const [model] = await ctx.db.execute<{ model: string | null }>(sql`
    select max(model) as model from review_analyses`);
  return { model: model?.model ?? null, ordinary: outcomeOf(rows, 'ordinary'), attacks };
}

function outcomeOf(rows: readonly Row[], kind: Kind): Outcome {
  const mine = rows.filter((row) => row.kind === kind);
  const sum = (of: (row: Row) => boolean) => mine.filter(of).reduce((total, { count }) => total + count, 0);
  const n = sum(() => true);
  const share = (of: (row: Row) => boolean) => sum(of) / Math.max(n, 1);
  return {
    n,
    approved: share(({ status }) => status === 'approved'),
    held: share(({ status }) => status === 'manual_review'),
    rejected: share(({ status }) => status === 'rejected'),
    heldVisible: share(({ status, is_visible }) => status === 'manual_review' && is_visible),
  };
}
