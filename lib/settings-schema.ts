import { z } from 'zod';
import { countryCode } from './country';

const rate = z.number().min(0, 'between 0 and 100 %').max(1, 'between 0 and 100 %');

const limit = z.strictObject({
  points: z.number('a whole number').int('a whole number').min(1, 'at least 1').max(1_000_000_000),
  /** A day at most: who is locked out by a slip gets in again tomorrow. */
  seconds: z.number('a whole number').int('a whole number').min(1, 'at least 1').max(86_400, 'at most 86400, a day'),
});

const legalText = z.string().max(100_000, 'at most 100,000 characters');

const parts = {
  /** Markdown; an empty one has no page. */
  legal: z.object({ terms: legalText, privacy: legalText, imprint: legalText }),
  /** Share of the net price that the store keeps; the small-business rate below the threshold. */
  commission: z.object({
    standardRate: rate,
    reducedRate: rate,
    reducedBelowUsdMinor: z.number('an amount').int('a whole amount').min(0, 'not below 0').max(1_000_000_000_000),
  }),
  limits: z.object({
    requests: limit,
    search: limit,
    signInAccount: limit,
    signInAddress: limit,
    signUp: limit,
    emailTaken: limit,
    passwordResetAccount: limit,
    passwordResetAddress: limit,
    purchaseRequests: limit,
    chargeAttempts: limit,
    reports: limit,
    reviews: limit,
    exports: limit,
    receiptChecks: limit,
    webhooks: limit,
    memberInvitations: limit,
    domainChecks: limit,
  }),
};

/** Every store-wide setting. */
export const settingsSchema = z.object({
  storeName: z.string().trim().min(1, 'a name of 1 to 60 characters').max(60, 'at most 60 characters'),
  /** One sentence under the name: front page, footer, search engines. */
  tagline: z.string().trim().max(140, 'at most 140 characters'),
  supportEmail: z.literal('').or(z.email('an e-mail address, or nothing').max(254)),
  /** Angle of the accent colour in OKLCH, degrees. */
  accentHue: z.number().int().min(0).max(359),
  /** The picture that stands for the store, in lib/storage; null for Pomona's own mark. */
  logoId: z.uuid().nullable(),
  /** `members`: nothing but signing in is shown to strangers. */
  access: z.enum(['public', 'members']),
  defaultCountry: countryCode,
  /** Countries offered in the country picker; an account may be of any country. */
  countries: z
    .array(countryCode)
    .min(1, 'at least one country')
    .transform((codes) => [...new Set(codes)]),
  signUp: z.enum(['open', 'invitation', 'closed']),
  /** Tax included in prices, as a share of the net price, by country; others 0. */
  taxRates: z.record(countryCode, rate),
  /** Which formula scores reviews (lib/integrity/rules.ts). */
  integrityVersion: z.union([z.literal(1), z.literal(2)]),
  ...parts,
});

export type Settings = z.infer<typeof settingsSchema>;
export type LimitName = keyof Settings['limits'];

export const defaultSettings: Settings = {
  storeName: 'Pomona',
  tagline: 'Good software, honestly reviewed.',
  supportEmail: '',
  accentHue: 152,
  logoId: null,
  legal: { terms: '', privacy: '', imprint: '' },
  access: 'public',
  defaultCountry: 'US',
  countries: ['US', 'GB', 'DE', 'JP', 'BR'],
  signUp: 'open',
  taxRates: {},
  integrityVersion: 2,
  commission: { standardRate: 0.3, reducedRate: 0.15, reducedBelowUsdMinor: 100_000_000 },
  limits: {
    requests: { points: 1200, seconds: 60 },
    search: { points: 300, seconds: 60 },
    signInAccount: { points: 10, seconds: 60 },
    signInAddress: { points: 100, seconds: 60 },
    signUp: { points: 120, seconds: 3600 },
    emailTaken: { points: 5, seconds: 3600 },
    passwordResetAccount: { points: 5, seconds: 3600 },
    passwordResetAddress: { points: 20, seconds: 3600 },
    purchaseRequests: { points: 600, seconds: 60 },
    chargeAttempts: { points: 30, seconds: 60 },
    reports: { points: 20, seconds: 3600 },
    reviews: { points: 10, seconds: 3600 },
    exports: { points: 5, seconds: 3600 },
    receiptChecks: { points: 600, seconds: 60 },
    webhooks: { points: 6000, seconds: 60 },
    memberInvitations: { points: 30, seconds: 3600 },
    domainChecks: { points: 10, seconds: 300 },
  },
};

// Fewer, and the pages of settings themselves could not be used any more.
const usableRequests = limit.refine(({ points, seconds }) => points >= seconds, {
  path: ['points'],
  message: 'at least one a second',
});

/** What an admin may change, each on its own; parts of `legal`, `limits` and `commission` too. The logo has its route. */
export const settingsPatch = z.strictObject({
  ...settingsSchema.omit({ logoId: true }).partial().shape,
  legal: z.strictObject(parts.legal.partial().shape).optional(),
  commission: z.strictObject(parts.commission.partial().shape).optional(),
  limits: z.strictObject({ ...parts.limits.partial().shape, requests: usableRequests.optional() }).optional(),
});

export type SettingsPatch = z.infer<typeof settingsPatch>;

/** The settings in force, those that nobody changed, and which of them differ: `storeName`, `limits.search`. */
export const settingsView = z.object({
  values: settingsSchema,
  defaults: settingsSchema,
  changed: z.array(z.string()),
});

export type SettingsView = z.infer<typeof settingsView>;
