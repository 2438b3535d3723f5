import { z } from 'zod';
import { appRef } from '@/lib/catalog/schema';
import { integrityActions, signalNames } from '@/lib/integrity/rules';
import { pageQuery } from '@/lib/pagination';
import { reviewReportReasons } from '@/lib/reviews/schema';
import { bulkLimit, reviewRuleIds } from './rules';

const person = z.object({ id: z.uuid(), name: z.string() });
const rating = z.number().int().min(1).max(5);
const share = z.number().min(0).max(1);

export const reviewStatuses = ['pending', 'approved', 'manual_review', 'escalated', 'rejected', 'appealed'] as const;

export const reviewQueueQuery = z.strictObject({
  /** `open` and `escalated` the worst first; `decided` by people, the latest first. */
  state: z.enum(['open', 'escalated', 'decided']).default('open'),
  app: appRef.optional(),
  ...pageQuery,
});

export const reviewQueueItem = z.object({
  id: z.uuid(),
  /** The newest, which is decided about. */
  revision: z.number().int(),
  app: z.object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    iconUrl: z.string().nullable(),
    color: z.string(),
  }),
  author: person,
  rating,
  title: z.string(),
  /** Its first 300 characters. */
  excerpt: z.string(),
  status: z.enum(reviewStatuses),
  /** Others see an earlier or this text meanwhile. */
  isVisible: z.boolean(),
  score: share.nullable(),
  /** lib/moderation/reviews/rules.ts, the worst first. */
  priority: z.number(),
  reportCount: z.number().int(),
  queuedAt: z.string(),
  claim: z.object({ by: person, expiresAt: z.string(), isMine: z.boolean() }).nullable(),
  /** What a person decided last; null while it waits. */
  decision: z
    .object({
      id: z.uuid(),
      decision: z.enum(['approve', 'reject', 'escalate']),
      by: person.nullable(),
      at: z.string(),
      isUndone: z.boolean(),
    })
    .nullable(),
});

const signal = z.object({ name: z.enum(signalNames), value: share, weight: share, sentence: z.string() });

const analysis = z.object({
  version: z.number().int(),
  revision: z.number().int(),
  score: share,
  action: z.enum(integrityActions),
  cause: z.string(),
  createdAt: z.string(),
});

const neighbour = z.object({
  id: z.uuid(),
  app: z.object({ slug: z.string(), name: z.string() }),
  author: person,
  rating,
  body: z.string(),
  status: z.enum(reviewStatuses),
  createdAt: z.string(),
  /** Trigram similarity of the texts. */
  similarity: share,
});

export const reviewCase = reviewQueueItem.extend({
  body: z.string(),
  country: z.string(),
  appVersion: z.string().nullable(),
  isPaid: z.boolean(),
  createdAt: z.string(),
  /** The text that others see, where it is an earlier one. */
  shown: z.object({ rating, title: z.string(), body: z.string() }).nullable(),
  revisions: z.array(
    z.object({ revision: z.number().int(), rating, title: z.string(), body: z.string(), createdAt: z.string() }),
  ),
  person: z.object({
    createdAt: z.string(),
    ageDays: z.number(),
    isErased: z.boolean(),
    isSuspended: z.boolean(),
    purchaseCount: z.number().int(),
    ownsIt: z.boolean(),
    reviewCount: z.number().int(),
    /** Their other reviews, the latest first, at most 10. */
    reviews: z.array(
      z.object({
        id: z.uuid(),
        app: z.object({ slug: z.string(), name: z.string() }),
        rating,
        excerpt: z.string(),
        status: z.enum(reviewStatuses),
        createdAt: z.string(),
      }),
    ),
    /** Those that they deleted included. */
    rejectedCount: z.number().int(),
  }),
  /** Of the newest analysis; empty before the first. */
  signals: z.array(signal),
  analyses: z.array(analysis),
  reports: z.array(
    z.object({ reason: z.enum(reviewReportReasons), note: z.string(), by: person.nullable(), createdAt: z.string() }),
  ),
  /** Similar texts, the most similar first, at most 20. */
  neighbours: z.array(neighbour),
  burst: z
    .object({
      id: z.uuid(),
      startedAt: z.string(),
      endedAt: z.string().nullable(),
      /** Reviews a day before it. */
      baseline: z.number(),
      reviewCount: z.number().int(),
      /** Reviews an hour from two days before it on, at most 14 days. */
      hours: z.array(z.object({ at: z.string(), count: z.number().int(), fiveStars: z.number().int() })),
      /** Of them that wait on the desk: what can be decided at once. */
      waitingIds: z.array(z.uuid()),
    })
    .nullable(),
  /** Waiting reviews with the same text, this one included. */
  sameTextIds: z.array(z.uuid()),
  decisions: z.array(
    z.object({
      id: z.uuid(),
      decision: z.enum(['approve', 'reject', 'escalate']),
      by: person.nullable(),
      isMachine: z.boolean(),
      ruleId: z.string().nullable(),
      note: z.string(),
      at: z.string(),
      undoneAt: z.string().nullable(),
      /** About what they wrote of the app before, and deleted. */
      isEarlierReview: z.boolean(),
    }),
  ),
  /** Why I may not decide it; null when I may. */
  conflict: z.string().nullable(),
});

const reject = {
  decision: z.literal('reject'),
  ruleId: z.enum(reviewRuleIds),
  note: z.string().trim().max(4000).default(''),
};
const note = z.string().trim().max(4000).default('');

export const reviewDecisionBody = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('approve'), note }),
  z.strictObject(reject),
  z.strictObject({ decision: z.literal('escalate'), note }),
]);

const ids = z.array(z.uuid()).min(1).max(bulkLimit);

/** Nobody needs to have claimed them; those that somebody else has claimed are left out. */
export const reviewDecisionsBody = z.discriminatedUnion('decision', [
  z.strictObject({ ids, decision: z.literal('approve'), note }),
  z.strictObject({ ids, ...reject }),
]);

export const reviewDecisionAnswer = z.object({
  review: reviewQueueItem,
  /** Until when POST …/undo takes it back. */
  undoUntil: z.string(),
});

export const reviewDecisionsAnswer = z.object({
  batchId: z.uuid(),
  decided: z.array(z.uuid()),
  refused: z.array(z.object({ id: z.uuid(), code: z.string() })),
  undoUntil: z.string(),
});

/** What the event stream of the desk says: something happened to these reviews. */
export const deskEvent = z.object({
  kind: z.enum(['claimed', 'released', 'decided', 'undone', 'queued']),
  ids: z.array(z.uuid()),
  by: person.nullable(),
});

export const reviewsDashboard = z.object({
  open: z.number().int(),
  escalated: z.number().int(),
  oldestMinutes: z.number().int().nullable(),
  decidedToday: z.number().int(),
  /** Decisions of people in each of the last 24 hours, the running one last. */
  decisionsByHour: z.array(z.number().int()),
  /** Share of decisions of people on what the machine had said approve or reject to, that say the same; 30 days. */
  agreement: share.nullable(),
  reports: z.array(z.object({ reason: z.enum(reviewReportReasons), open: z.number().int() })),
});

/** What anybody may know of moderation, over 90 days. */
export const transparency = z.object({
  days: z.number().int(),
  reviews: z.object({
    written: z.number().int(),
    approvedByMachine: z.number().int(),
    heldByMachine: z.number().int(),
    rejectedByMachine: z.number().int(),
    approvedByPeople: z.number().int(),
    rejectedByPeople: z.number().int(),
    byRule: z.array(z.object({ ruleId: z.enum(reviewRuleIds), title: z.string(), count: z.number().int() })),
    reported: z.number().int(),
    medianWaitMinutes: z.number().nullable(),
  }),
  /** Rejections that were appealed; `overturnRate` is the rate of false positives among them. */
  appeals: z.object({
    machine: z.object({ decided: z.number().int(), overturned: z.number().int(), overturnRate: share.nullable() }),
    people: z.object({ decided: z.number().int(), overturned: z.number().int(), overturnRate: share.nullable() }),
  }),
  submissions: z.object({ approved: z.number().int(), rejected: z.number().int() }),
  takedowns: z.number().int(),
});

export type ReviewQueueQuery = z.output<typeof reviewQueueQuery>;
export type ReviewQueueItem = z.infer<typeof reviewQueueItem>;
export type ReviewCase = z.infer<typeof reviewCase>;
export type ReviewDecisionBody = z.output<typeof reviewDecisionBody>;
export type ReviewDecisionsBody = z.output<typeof reviewDecisionsBody>;
export type ReviewDecisionAnswer = z.infer<typeof reviewDecisionAnswer>;
export type ReviewDecisionsAnswer = z.infer<typeof reviewDecisionsAnswer>;
export type DeskEvent = z.infer<typeof deskEvent>;
export type ReviewsDashboard = z.infer<typeof reviewsDashboard>;
export type Transparency = z.infer<typeof transparency>;
