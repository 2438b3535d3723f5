import { z } from 'zod';
import { organizationRef } from '@/lib/accounts/organizations/schema';
import { organizationRoles } from '@/lib/accounts/organizations/rules';
import { accessibilityFlags } from '@/lib/catalog/rules';
import { appRef, platforms } from '@/lib/catalog/schema';
import { pageQuery } from '@/lib/pagination';
import { build, buildFacts } from './builds/schema';
import { ageAnswers, ageQuestions } from './age';
import { screenshotsMax, versionStates } from './rules';

const locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as de or pt-BR');
const link = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .nullable();
const state = z.enum(versionStates);

/** Kinds of data, for privacy labels. */
export const dataKinds = [
  'contact_info',
  'location',
  'health',
  'financial_info',
  'contacts',
  'user_content',
  'browsing_history',
  'search_history',
  'identifiers',
  'purchases',
  'usage_data',
  'diagnostics',
] as const;

const kinds = z.array(z.string().max(60)).max(30);

/**
 * The whole listing as it will be after the next release. It may be unfinished while it is worked on; what is missing is
 * said by `problemsOf` and refused when the version is submitted.
 */
export const listing = z.strictObject({
  name: z.string().trim().max(50),
  subtitle: z.string().trim().max(80),
  category: z.string().max(60),
  subcategory: z.string().max(60).nullable(),
  /** Markdown. */
  description: z.string().max(10_000),
  promotionalText: z.string().trim().max(170),
  keywords: z.array(z.string().trim().min(1).max(40)).max(10),
  supportUrl: link,
  privacyUrl: link,
  privacyLabel: z.strictObject({ collected: kinds, linked: kinds, tracking: kinds }),
  accessibility: z.array(z.enum(accessibilityFlags)),
  age: z.partialRecord(z.enum(ageQuestions.map(({ id }) => id)), z.enum(ageAnswers)),
  /** Texts in other languages; an empty one falls back. */
  translations: z.record(
    locale,
    z.strictObject({
      subtitle: z.string().trim().max(80),
      description: z.string().max(10_000),
      promotionalText: z.string().trim().max(170),
    }),
  ),
  iconId: z.uuid().nullable(),
  /** In their order. */
  screenshots: z
    .array(
      z.strictObject({ id: z.uuid(), altText: z.string().trim().max(300), platform: z.enum(platforms).nullable() }),
    )
    .max(screenshotsMax),
});

export const listingPatch = listing.partial();

/** What keeps a listing from being submitted, or should be looked at: `path` names the field. */
export const problem = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
  severity: z.enum(['error', 'warning']),
});

export const media = z.object({
  id: z.uuid(),
  kind: z.enum(['icon', 'screenshot']),
  url: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  color: z.string(),
});

export const listingView = z.object({
  listing,
  /** Send it back as If-Match. */
  revision: z.string(),
  /** Fields that wait for the next release, because the released ones differ and go through review. */
  pending: z.array(z.string()),
  /** Why it cannot be edited now; null when it can. */
  lockedBecause: z.string().nullable(),
  ageRating: z.number().int(),
  problems: z.array(problem),
  media: z.array(media),
});

/** A semantic version, as releases are told apart and sorted. */
export const versionName = z
  .string()
  .max(60)
  .regex(/^\d{1,9}(\.\d{1,9}){0,3}(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/, 'a version such as 1.4.0');

const instant = z.iso.datetime({ offset: true });

const versionFields = {
  releaseNotes: z.string().trim().max(4000),
  languages: z.array(locale).max(80),
  minimumOs: z.string().trim().max(60).nullable(),
  /** How to try it; reviewers alone see it. */
  reviewNotes: z.string().trim().max(4000),
  demoAccount: z.string().trim().max(500),
  releaseMode: z.enum(['manual', 'scheduled', 'automatic']),
  /** With `scheduled`: when. */
  releaseAt: instant.nullable(),
  /** Of a web app, instead of a build. */
  webUrl: link,
};

export const createVersionBody = z
  .strictObject({ version: versionName, platform: z.enum(platforms), ...versionFields })
  .partial()
  .required({ version: true, platform: true });
export const updateVersionBody = z.strictObject({ version: versionName, ...versionFields }).partial();

/** What became of one time a version was handed in. */
export const submission = z.object({
  id: z.uuid(),
  message: z.string(),
  submittedAt: z.string(),
  /** Null while it is open. */
  outcome: z.enum(['approved', 'rejected', 'metadata_rejected', 'withdrawn']).nullable(),
  decidedAt: z.string().nullable(),
  guidelines: z.array(z.object({ id: z.string(), title: z.string() })),
  evidence: z.string(),
  note: z.string(),
  appeal: z
    .object({
      text: z.string(),
      createdAt: z.string(),
      outcome: z.enum(['upheld', 'overturned']).nullable(),
      note: z.string(),
      decidedAt: z.string().nullable(),
    })
    .nullable(),
});

/** A version as members see it. */
export const consoleVersion = z.object({
  id: z.uuid(),
  version: z.string(),
  platform: z.enum(platforms),
  state,
  /** What happens next, in words. */
  next: z.string(),
  releaseNotes: z.string(),
  languages: z.array(z.string()),
  minimumOs: z.string().nullable(),
  webUrl: z.string().nullable(),
  sizeBytes: z.number().int(),
  sha256: z.string().nullable(),
  fileName: z.string().nullable(),
  releaseMode: z.enum(['manual', 'scheduled', 'automatic']),
  releaseAt: z.string().nullable(),
  releasedAt: z.string().nullable(),
  createdAt: z.string(),
});

export const consoleVersionDetail = consoleVersion.extend({
  reviewNotes: z.string(),
  demoAccount: z.string(),
  /** The newest upload. */
  build: build.nullable(),
  /** The newest first. */
  submissions: z.array(submission),
  /** While it waits: its place, counted from 1, and what the last decisions took. */
  queue: z
    .object({ position: z.number().int(), usualWaitMinutes: z.number().int().nullable(), submittedAt: z.string() })
    .nullable(),
  /** What keeps it from being submitted. */
  problems: z.array(problem),
});

export const consoleApp = z.object({
  id: z.uuid(),
  slug: z.string(),
  bundleId: z.string(),
  name: z.string(),
  iconUrl: z.string().nullable(),
  color: z.string(),
  category: z.string(),
  /** `draft` before the first release; `hidden` taken off sale by the developer; `removed` taken down by the store. */
  status: z.enum(['draft', 'listed', 'hidden', 'removed']),
  platforms: z.array(z.string()),
  /** The version that is on its way. */
  inFlight: z.object({ id: z.uuid(), version: z.string(), platform: z.string(), state }).nullable(),
  /** The newest released version. */
  released: z.object({ version: z.string(), releasedAt: z.string() }).nullable(),
  rating: z.object({ average: z.number(), count: z.number().int() }),
  downloads: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

export const consoleAppDetail = consoleApp.extend({
  organization: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  /** My role; null for a key. */
  role: z.enum(organizationRoles).nullable(),
  /** Why the store took it down, while it is. */
  takedownReason: z.string().nullable(),
  transfer: z.object({ id: z.uuid(), to: z.object({ slug: z.string(), name: z.string() }) }).nullable(),
});

export const consoleAppsQuery = z.strictObject({
  organization: organizationRef.optional(),
  q: z.string().trim().max(100).optional(),
  /** Apps whose version in flight is in this state, or whose status is this. */
  state: z.union([state, z.enum(['listed', 'hidden'])]).optional(),
  ...pageQuery,
});

export const createAppBody = z.strictObject({
  /** Keys act for their own. */
  organization: organizationRef.optional(),
  name: z.string().trim().min(1).max(50),
  bundleId: z
    .string()
    .max(255)
    .regex(/^[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)+$/, 'a reversed domain such as org.example.app'),
  category: z.string().max(60),
});

export const updateAppBody = z.strictObject({ status: z.enum(['listed', 'hidden']) });

export const appParams = z.object({ id: appRef });
/** A version answers to its id or, where only one platform has it, to its number. */
export const versionParams = z.object({ id: appRef, version: z.string().min(1).max(60) });
export const uploadParams = versionParams.extend({ upload: z.uuid() });

export const mediaQuery = z.strictObject({ kind: z.enum(['icon', 'screenshot']) });

export const submitBody = z.strictObject({ message: z.string().trim().max(4000).default('') }).default({ message: '' });
export const appealBody = z.strictObject({ text: z.string().trim().min(1).max(4000) });

export type Listing = z.infer<typeof listing>;
export type ListingPatch = z.infer<typeof listingPatch>;
export type ListingView = z.infer<typeof listingView>;
export type Problem = z.infer<typeof problem>;
export type Media = z.infer<typeof media>;
export type ConsoleVersion = z.infer<typeof consoleVersion>;
export type ConsoleVersionDetail = z.infer<typeof consoleVersionDetail>;
export type Submission = z.infer<typeof submission>;
export type ConsoleApp = z.infer<typeof consoleApp>;
export type ConsoleAppDetail = z.infer<typeof consoleAppDetail>;

/** What was handed in, kept as it was. */
export const snapshot = z.object({
  listing,
  ageRating: z.number().int(),
  version: z.object({
    version: z.string(),
    platform: z.string(),
    releaseNotes: z.string(),
    languages: z.array(z.string()),
    minimumOs: z.string().nullable(),
    webUrl: z.string().nullable(),
  }),
  build: z
    .object({ fileName: z.string(), sizeBytes: z.number().int(), sha256: z.string(), facts: buildFacts.nullable() })
    .nullable(),
});

/** Something that a moderator should look at: `key` is the SHA-256 of what it is about. */
export const hold = z.object({ key: z.string(), kind: z.string(), sentence: z.string() });

export type Snapshot = z.infer<typeof snapshot>;
export type Hold = z.infer<typeof hold>;
