import { z } from 'zod';
import { accessibilityFlags } from '@/lib/catalog/rules';
import { platforms, subscriptionPeriods } from '@/lib/catalog/schema';
import { countryCode } from '@/lib/country';
import { count, date, number, rating, requiredText, sizeBytes, text, toList, toObject, words } from '../fields';
import { defineFormat } from './format';
import { bandOf, languageCodes } from './terms';

const bundleIdPattern = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+$/;
const currencies = new Set(Intl.supportedValuesOf('currency'));

const part = <T extends z.ZodRawShape>(shape: T) =>
  z.preprocess(toObject, z.object(shape, 'must be an object').optional());

const listOf = <T extends string>(known: readonly T[]) =>
  z.preprocess(
    (value, ctx) => toList(value, ctx) ?? undefined,
    z.array(z.enum(known, `must be one of: ${known.join(', ')}`), 'must be a list').optional(),
  );

const price = z
  .object(
    {
      country: z.preprocess((value) => value ?? '*', z.union([z.literal('*'), countryCode], 'is no country')),
      currency: z.preprocess(
        (value) => (typeof value === 'string' ? value.toUpperCase() : value),
        z.string('is missing').refine((value) => currencies.has(value), 'is no currency (ISO 4217)'),
      ),
      amountMinor: z
        .number('must be a number')
        .int('must be whole')
        .min(0, 'is negative')
        .max(100_000_000_000, 'is absurd'),
      kind: z.preprocess((value) => value ?? 'one_time', z.enum(['one_time', 'subscription'])),
      period: z.preprocess((value) => value ?? null, z.enum(subscriptionPeriods, 'is no period').nullable()),
      trialDays: z.preprocess((value) => value ?? 0, z.number().int().min(0).max(365)),
    },
    'must be an object',
  )
  .refine(({ kind, period }) => (kind === 'subscription') === (period !== null), {
    path: ['period'],
    message: 'belongs to subscriptions, and each of them has one',
  });

const prices = z.preprocess(
  (value, ctx) => toList(value, ctx) ?? undefined,
  z
    .array(price, 'must be a list')
    .max(1000)
    .refine(
      (list) => new Set(list.map((one) => `${one.country} ${one.kind} ${one.period}`)).size === list.length,
      'has two prices of the same country, kind and period',
    )
    .optional(),
);

const row = z.object({
  bundleId: requiredText('the bundle id').refine((value) => {
    const id = value.trim();
    return id.length <= 255 && bundleIdPattern.test(id);
  }, 'must be in reverse-DNS form such as com.example.notes, at most 255 characters'),
  name: requiredText('the name'),
  developer: z.preprocess(
    (value) =>
      typeof value === 'string' && !value.trimStart().startsWith('{') && value !== '' ? { name: value } : value,
    part({
      name: requiredText("the developer's name"),
      website: text,
      country: z.preprocess((v) => v || undefined, countryCode.optional()),
    }),
  ),
  subtitle: text,
  description: text,
  category: text,
  subcategory: text,
  keywords: words,
  ageRating: number(0, 21),
  platforms: listOf(platforms),
  privacyLabel: part({ collected: words, linked: words, tracking: words }),
  accessibility: listOf(accessibilityFlags),
  supportUrl: text,
  privacyUrl: text,
  prices,
  rating: part({ average: rating, count }),
  downloads: count,
  releasedAt: date,
  updatedAt: date,
  version: part({
    version: text,
    platform: z.preprocess((value) => value || undefined, z.enum(platforms).optional()),
    languages: words,
    releaseNotes: text,
    minimumOs: text,
    sizeBytes,
  }),
});

const free = {
  country: '*',
  currency: 'USD',
  amountMinor: 0,
  kind: 'one_time',
  period: null,
  trialDays: 0,
} as const;

/** The store's own format: everything a listing has (docs/import.md). */
export const pomona = defineFormat('pomona', row, (app) => ({
  package: app.bundleId.trim(),
  name: app.name,
  developer: app.developer,
  subtitle: app.subtitle,
  description: app.description,
  categories: [app.category ?? '', app.subcategory ?? ''],
  keywords: app.keywords,
  ageRating: bandOf(app.ageRating ?? 4),
  platforms: app.platforms ?? [],
  privacyLabel: {
    collected: app.privacyLabel?.collected ?? [],
    linked: app.privacyLabel?.linked ?? [],
    tracking: app.privacyLabel?.tracking ?? [],
  },
  accessibility: app.accessibility,
  supportUrl: app.supportUrl,
  privacyUrl: app.privacyUrl,
  releasedAt: app.releasedAt,
  updatedAt: app.updatedAt,
  downloads: app.downloads,
  rating: app.rating?.average,
  ratingCount: app.rating?.count,
  prices: app.prices && app.prices.length > 0 ? app.prices : [free],
  version: app.version && { ...app.version, languages: languageCodes(app.version.languages) },
}));
