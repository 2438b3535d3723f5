import { z } from 'zod';
import { appRef, reportReasons } from '@/lib/catalog/schema';
import { pageQuery } from '@/lib/pagination';
import { hold, snapshot, submission } from '@/lib/publishing/schema';
import { build } from '@/lib/publishing/builds/schema';
import { versionStates } from '@/lib/publishing/rules';
import { reviewsDashboard } from './reviews/schema';
import { guidelineIds } from './rules';

const guidelineId = z.enum(guidelineIds);
const person = z.object({ id: z.uuid(), name: z.string() });
const app = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  iconUrl: z.string().nullable(),
  color: z.string(),
  status: z.string(),
});
const organization = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  verifiedDomain: z.string().nullable(),
  isSuspended: z.boolean(),
});

export const submissionsQuery = z.strictObject({
  /** `open` in order of arrival; `decided` the latest first. */
  state: z.enum(['open', 'decided']).default('open'),
  ...pageQuery,
});

export const queueItem = z.object({
  id: z.uuid(),
  /** Place among the open ones, counted from 1; null once it is decided. */
  position: z.number().int().nullable(),
  app,
  organization,
  version: z.string(),
  platform: z.string(),
  state: z.enum(versionStates),
  isFirst: z.boolean(),
  submittedAt: z.string(),
  queuedAt: z.string(),
  /** Since it was queued, against the target of 24 h. */
  ageMinutes: z.number().int(),
  isLate: z.boolean(),
  claim: z.object({ by: person, expiresAt: z.string(), isMine: z.boolean() }).nullable(),
  /** What to look at that nobody has let pass before. */
  holdCount: z.number().int(),
  outcome: submission.shape.outcome,
  decidedAt: z.string().nullable(),
});

/** One thing that differs from the last approved version; `before` is null where there was none. */
export const difference = z.object({
  path: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'list', 'number', 'media', 'hash']),
  before: z.unknown(),
  after: z.unknown(),
});

export const submissionCase = queueItem.extend({
  message: z.string(),
  reviewNotes: z.string(),
  demoAccount: z.string(),
  snapshot,
  /** Against the last approved version; everything for a first one. */
  differences: z.array(difference),
  previousVersion: z.string().nullable(),
  holds: z.array(hold.extend({ isApprovedBefore: z.boolean() })),
  build: build.nullable(),
  history: z.array(submission.extend({ version: z.string(), decidedBy: person.nullable() })),
  /** Why I may not decide it; null when I may. */
  conflict: z.string().nullable(),
  evidence: z.string(),
  note: z.string(),
  guidelineIds: z.array(z.string()),
  ageRating: z.number().int(),
});

export const decisionBody = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('approve'),
    note: z.string().trim().max(4000).default(''),
    /** Raises the age rating, whatever the questionnaire says. */
    ageRating: z.union([z.literal(9), z.literal(12), z.literal(16), z.literal(18)]).optional(),
  }),
  z.strictObject({
    decision: z.enum(['reject', 'reject_metadata']),
    guidelineIds: z.array(guidelineId).min(1).max(8),
    evidence: z.string().trim().min(1).max(4000),
    note: z.string().trim().min(1).max(4000),
  }),
]);

export const claim = z.object({ expiresAt: z.string() });

export const appealsQuery = z.strictObject({ state: z.enum(['open', 'decided']).default('open'), ...pageQuery });

export const appeal = z.object({
  id: z.uuid(),
  kind: z.enum(['version', 'review']),
  text: z.string(),
  createdAt: z.string(),
  outcome: z.enum(['upheld', 'overturned']).nullable(),
  note: z.string(),
  decidedAt: z.string().nullable(),
  decidedBy: person.nullable(),
  isSamePerson: z.boolean(),
  submissionId: z.uuid().nullable(),
  app: app.nullable(),
  organization: organization.nullable(),
  version: z.string().nullable(),
  /** The review that it is about, its newest text. */
  review: z
    .object({ id: z.uuid(), rating: z.number().int(), title: z.string(), body: z.string(), author: person })
    .nullable(),
  /** The rejection that it is about. */
  rejection: z
    .object({
      by: person.nullable(),
      /** A program decided, and no person has looked. */
      isMachine: z.boolean(),
      decidedAt: z.string(),
      guidelines: z.array(z.object({ id: z.string(), title: z.string() })),
      evidence: z.string(),
      note: z.string(),
    })
    .nullable(),
  /** Why I may not decide it; null when I may. */
  conflict: z.string().nullable(),
});

export const appealDecisionBody = z.strictObject({
  decision: z.enum(['uphold', 'overturn']),
  note: z.string().trim().min(1).max(4000),
});

export const reportsQuery = z.strictObject({ state: z.enum(['open', 'resolved']).default('open'), ...pageQuery });

export const appReport = z.object({
  id: z.uuid(),
  reason: z.enum(reportReasons),
  note: z.string(),
  createdAt: z.string(),
  by: person.nullable(),
  app,
  organization,
  /** Open reports about the same app, this one included. */
  openCount: z.number().int(),
  resolution: z.enum(['dismissed', 'acted']).nullable(),
  resolvedAt: z.string().nullable(),
});

export const resolveReportBody = z.strictObject({
  resolution: z.enum(['dismissed', 'acted']),
  note: z.string().trim().max(2000).default(''),
  /** All open reports about the app at once. */
  all: z.boolean().default(false),
});

export const takedownBody = z.strictObject({ guidelineId, reason: z.string().trim().min(1).max(2000) });
export const suspensionBody = z.strictObject({ reason: z.string().trim().min(1).max(2000) });

export const auditQuery = z.strictObject({
  subjectType: z.string().max(60).optional(),
  subjectId: z.string().max(100).optional(),
  actorId: z.uuid().optional(),
  action: z.string().max(100).optional(),
  ...pageQuery,
});

export const auditEntry = z.object({
  sequence: z.number().int(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  changes: z.record(z.string(), z.unknown()),
  /** What people wrote, where it was not erased. */
  texts: z.record(z.string(), z.string()),
  reason: z.string().nullable(),
  requestId: z.string(),
  createdAt: z.string(),
  hash: z.string(),
});

export const dashboard = z.object({
  submissions: z.object({
    open: z.number().int(),
    late: z.number().int(),
    oldestMinutes: z.number().int().nullable(),
    usualWaitMinutes: z.number().int().nullable(),
    decidedToday: z.number().int(),
    /** Decisions in each of the last 24 hours, the running one last. */
    decisionsByHour: z.array(z.number().int()),
  }),
  appeals: z.object({
    open: z.number().int(),
    decided: z.number().int(),
    overturned: z.number().int(),
    /** Share of decided appeals that were overturned, 0..1; null without any. */
    overturnRate: z.number().nullable(),
  }),
  reports: z.array(z.object({ reason: z.enum(reportReasons), open: z.number().int() })),
  reviews: reviewsDashboard,
});

export const caseParams = z.object({ id: z.uuid() });
export const moderatedApp = z.object({ id: appRef });

export type SubmissionsQuery = z.output<typeof submissionsQuery>;
export type QueueItem = z.infer<typeof queueItem>;
export type SubmissionCase = z.infer<typeof submissionCase>;
export type Difference = z.infer<typeof difference>;
export type DecisionBody = z.output<typeof decisionBody>;
export type AppealsQuery = z.output<typeof appealsQuery>;
export type Appeal = z.infer<typeof appeal>;
export type AppealDecisionBody = z.output<typeof appealDecisionBody>;
export type ReportsQuery = z.output<typeof reportsQuery>;
export type AppReport = z.infer<typeof appReport>;
export type ResolveReportBody = z.output<typeof resolveReportBody>;
export type TakedownBody = z.output<typeof takedownBody>;
export type SuspensionBody = z.output<typeof suspensionBody>;
export type AuditQuery = z.output<typeof auditQuery>;
export type AuditEntryView = z.infer<typeof auditEntry>;
export type Dashboard = z.infer<typeof dashboard>;
