import { z } from 'zod';
import { countryCode } from '@/lib/country';
import { pageQuery } from '@/lib/pagination';
import { accessibilityFlags, translatedTexts } from './rules';

export const platforms = ['android', 'ios', 'windows', 'macos', 'linux', 'web'] as const;
export const subscriptionPeriods = ['P1W', 'P1M', 'P2M', 'P3M', 'P6M', 'P1Y'] as const;
export const appSorts = ['popular', 'rating', 'newest', 'price'] as const;
export const storyScenes = ['hills', 'harbour', 'orchard', 'city', 'orbit', 'table', 'shapes', 'garden'] as const;

export const price = z.object({
  id: z.uuid(),
  amountMinor: z.number().int(),
  currency: z.string(),
  kind: z.enum(['one_time', 'subscription']),
  period: z.enum(subscriptionPeriods).optional(),
  trialDays: z.number().int().optional(),
});

export const developer = z.object({ slug: z.string(), name: z.string(), verified: z.boolean() });

export const appCard = z.object({
  id: z.uuid(),
  slug: z.string(),
  bundleId: z.string(),
  name: z.string(),
  subtitle: z.string(),
  developer,
  category: z.string(),
  categoryName: z.string(),
  iconUrl: z.string().nullable(),
  /** Average colour of the icon, #rrggbb: placeholder and tint. */
  color: z.string(),
  rating: z.object({ average: z.number(), count: z.number().int() }),
  downloads: z.number().int(),
  /** Whether the store still shows it; owners keep what is not listed any more. */
  isListed: z.boolean(),
  /** Null where it is not for sale in the viewer's country. */
  price: price.nullable(),
});

export const screenshot = z.object({
  url: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  altText: z.string(),
  color: z.string(),
  platform: z.enum(platforms).nullable(),
});

export const appVersion = z.object({
  id: z.uuid(),
  version: z.string(),
  platform: z.enum(platforms),
  languages: z.array(z.string()),
  releaseNotes: z.string(),
  minimumOs: z.string().nullable(),
  sizeBytes: z.number().int(),
  /** Null: listed without a file, so there is nothing to download. */
  sha256: z.string().nullable(),
  /** A web app: no file, but an address, which its owners get. */
  isWeb: z.boolean(),
  releasedAt: z.string(),
});

/** Visible ratings by stars; imported ratings have no stars and are in `rating` alone. */
export const histogram = z.object({
  '1': z.number(),
  '2': z.number(),
  '3': z.number(),
  '4': z.number(),
  '5': z.number(),
});

export const appDetail = appCard.extend({
  subcategory: z.string().nullable(),
  subcategoryName: z.string().nullable(),
  description: z.string(),
  /** A line of news above the description; empty for none. */
  promotionalText: z.string(),
  /** Languages that the listing is translated into, beside its own texts. */
  languages: z.array(z.string()),
  /** Which of them was asked for and is answered; null for the app's own texts. */
  language: z.string().nullable(),
  /** The texts that are in that language; the others are the app's own. */
  translated: z.array(z.enum(translatedTexts)),
  keywords: z.array(z.string()),
  platforms: z.array(z.string()),
  ageRating: z.number().int(),
  privacyLabel: z.object({
    collected: z.array(z.string()),
    linked: z.array(z.string()),
    tracking: z.array(z.string()),
  }),
  accessibility: z.array(z.string()),
  supportUrl: z.string().nullable(),
  privacyUrl: z.string().nullable(),
  website: z.string().nullable(),
  releasedAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  screenshots: z.array(screenshot),
  versions: z.array(appVersion),
  histogram,
});

export const category = z.object({
  slug: z.string(),
  name: z.string(),
  icon: z.string(),
  hue: z.number().int(),
  appCount: z.number().int(),
  subcategories: z.array(z.object({ slug: z.string(), name: z.string(), appCount: z.number().int() })),
});

export const collection = z.object({
  slug: z.string(),
  kind: z.enum(['story', 'list']),
  title: z.string(),
  subtitle: z.string(),
  body: z.string(),
  artUrl: z.string().nullable(),
  /** The hue that drawn art was mixed from, degrees in OKLCH. */
  artHue: z.number().nullable(),
  /** Listed apps in it; `apps` may hold the first of them only. */
  appCount: z.number().int(),
  apps: z.array(appCard),
});

export const collectionKinds = ['story', 'list'] as const;
export const collectionStates = ['draft', 'scheduled', 'live', 'ended'] as const;
export const collectionAppsLimit = 60;

/** What a drawn picture is made from: the same three always make the same picture. */
export const storyArt = z.strictObject({
  scene: z.enum(storyScenes),
  hue: z.number().int().min(0).max(359),
  seed: z.string().min(1).max(80),
});

const instant = z.iso.datetime({ offset: true });

const collectionFields = {
  kind: z.enum(collectionKinds),
  title: z.string().trim().min(1).max(80),
  subtitle: z.string().trim().max(200),
  slug: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters and digits, with single hyphens between them'),
  /** Markdown. */
  body: z.string().max(20_000),
  /** Null: a draft, which no visitor sees. */
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  /** Ids in their order, listed or not. */
  apps: z
    .array(z.uuid())
    .max(collectionAppsLimit)
    .refine((ids) => new Set(ids.map((id) => id.toLowerCase())).size === ids.length, 'each app once'),
  /** Draws another picture; null takes the present one away. */
  art: storyArt.nullable(),
};

export const createCollectionBody = z
  .strictObject(collectionFields)
  .partial()
  .required({ kind: true, title: true, slug: true });
export const updateCollectionBody = z.strictObject(collectionFields).partial();

export const collectionsOrder = z.strictObject({ ids: z.array(z.uuid()).max(500) });

/** A collection as its editors see it. */
export const collectionDraft = collection.omit({ apps: true, appCount: true, artHue: true }).extend({
  id: z.uuid(),
  state: z.enum(collectionStates),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  /** Null where there is no picture or nobody drew it here. */
  art: storyArt.nullable(),
  /** Of this state of it; send it back as If-Match. */
  version: z.string(),
});
export const collectionDetail = collectionDraft.extend({ apps: z.array(appCard) });
export const collectionSummary = collectionDraft.omit({ body: true }).extend({
  appCount: z.number().int(),
  /** Apps of it that visitors can see. */
  listedCount: z.number().int(),
});

const minor = z.coerce.number().int().min(0).max(100_000_000_000);

/** Filters that lists of apps and search share. */
export const appFilters = {
  category: z.string().max(60).optional(),
  subcategory: z.string().max(60).optional(),
  platform: z.enum(platforms).optional(),
  price: z.enum(['free', 'paid']).optional(),
  minPrice: minor.optional(),
  maxPrice: minor.optional(),
  minRating: z.coerce.number().min(0).max(5).optional(),
  age: z.coerce.number().int().min(0).max(21).optional(),
  developer: z.string().max(120).optional(),
  accessibility: z
    .string()
    .max(200)
    .transform((v) => v.split(','))
    .pipe(z.array(z.enum(accessibilityFlags)))
    .optional(),
  country: countryCode.optional(),
};

export const appsQuery = z.strictObject({ ...appFilters, sort: z.enum(appSorts).default('popular'), ...pageQuery });
export type AppsQuery = z.infer<typeof appsQuery>;

/** What can be wrong with an app. */
export const reportReasons = ['malware', 'scam', 'offensive', 'copyright', 'misleading', 'broken', 'other'] as const;

export const reportBody = z.strictObject({
  reason: z.enum(reportReasons),
  note: z.string().trim().max(2000).default(''),
});

export const report = z.object({
  id: z.uuid(),
  reason: z.enum(reportReasons),
  note: z.string(),
  createdAt: z.string(),
});

export const wishlistQuery = z.strictObject(pageQuery);

export const wishlistItem = z.object({ app: appCard, addedAt: z.string() });

/** BCP 47, in any spelling. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i, 'a language tag such as de or pt-BR');

/** An app answers to id, slug or bundle id. */
export const appRef = z.string().min(1).max(255);

export type WishlistItem = z.infer<typeof wishlistItem>;
export type Report = z.infer<typeof report>;
export type ReportReason = (typeof reportReasons)[number];
export type ReportBody = z.output<typeof reportBody>;
export type AppCard = z.infer<typeof appCard>;
export type AppDetail = z.infer<typeof appDetail>;
export type AppVersion = z.infer<typeof appVersion>;
export type Price = z.infer<typeof price>;
export type Screenshot = z.infer<typeof screenshot>;
export type Category = z.infer<typeof category>;
export type Collection = z.infer<typeof collection>;
export type StoryArt = z.infer<typeof storyArt>;
export type CreateCollectionBody = z.infer<typeof createCollectionBody>;
export type UpdateCollectionBody = z.infer<typeof updateCollectionBody>;
export type CollectionState = (typeof collectionStates)[number];
export type CollectionDetail = z.infer<typeof collectionDetail>;
export type CollectionSummary = z.infer<typeof collectionSummary>;
export type Platform = (typeof platforms)[number];
