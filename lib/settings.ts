import { z } from 'zod';
import { settings } from '@/db/schema';
import type { Ctx } from './context';

const limit = (points: number, seconds: number) =>
  z.object({ points: z.number().int().positive(), seconds: z.number().int().positive() }).default({ points, seconds });

/** Every store-wide setting, with its default. */
export const settingsSchema = z.object({
  storeName: z.string().trim().min(1).max(60).default('Pomona'),
  /** One sentence under the name: front page, footer, search engines. */
  tagline: z.string().trim().max(140).default('Good software, honestly reviewed.'),
  supportEmail: z.union([z.email(), z.literal('')]).default(''),
  /** Angle of the accent colour in OKLCH, degrees. */
  accentHue: z.number().int().min(0).max(359).default(152),
  /** The picture that stands for the store, in lib/storage; null for Pomona's own mark. */
  logoId: z.uuid().nullable().default(null),
  /** Markdown; an empty one has no page. */
  legal: z
    .object({
      terms: z.string().max(100_000).default(''),
      privacy: z.string().max(100_000).default(''),
      imprint: z.string().max(100_000).default(''),
    })
    .prefault({}),
  /** `members`: nothing but signing in is shown to strangers. */
  access: z.enum(['public', 'members']).default('public'),
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('US'),
  /** Countries offered in the country picker; an account may be of any country. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .default(['US', 'GB', 'DE', 'JP', 'BR']),
  signUp: z.enum(['open', 'invitation', 'closed']).default('open'),
  /** Tax included in prices, as a share of the net price, by country; others 0. */
  taxRates: z.record(z.string(), z.number().min(0).max(1)).default({}),
  /** Share of the net price that the store keeps; the small-business rate below the threshold. */
  commission: z
    .object({
      standardRate: z.number().min(0).max(1),
      reducedRate: z.number().min(0).max(1),
      reducedBelowUsdMinor: z.number().int().min(0),
    })
    .default({ standardRate: 0.3, reducedRate: 0.15, reducedBelowUsdMinor: 100_000_000 }),
  limits: z
    .object({
      requests: limit(1200, 60),
      search: limit(300, 60),
      signInAccount: limit(10, 60),
      signInAddress: limit(100, 60),
      signUp: limit(120, 3600),
      emailTaken: limit(5, 3600),
      purchaseRequests: limit(600, 60),
      chargeAttempts: limit(30, 60),
    })
    .prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;
export type LimitName = keyof Settings['limits'];

const cacheMs = 5_000;
const cache = new WeakMap<object, { at: number; value: Settings }>();

/** The settings in force; cached in the process for 5 s. */
export async function getSettings(ctx: Pick<Ctx, 'db'>): Promise<Settings> {
  const cached = cache.get(ctx.db);
  if (cached && Date.now() - cached.at < cacheMs) return cached.value;
  const rows = await ctx.db.select({ key: settings.key, value: settings.value }).from(settings);
  const value = settingsSchema.parse(Object.fromEntries(rows.map((row) => [row.key, row.value])));
  cache.set(ctx.db, { at: Date.now(), value });
  return value;
}
