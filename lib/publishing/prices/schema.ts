import { z } from 'zod';
import { countryCode } from '@/lib/country';

/** Minor units. */
const amount = z.number().int().min(0).max(100_000_000_000);

export const putPricesBody = z.strictObject({
  base: z.strictObject({ currency: z.string().regex(/^[A-Z]{3}$/), amountMinor: amount }),
  /** Amounts of single countries in their own currency; the others follow from the base. */
  overrides: z.record(countryCode, amount).default({}),
});

export const pricesView = z.object({
  base: z.object({ currency: z.string(), amountMinor: z.number().int() }).nullable(),
  /** Every country of the store, and `*` for the others. */
  countries: z.array(
    z.object({
      country: z.string(),
      currency: z.string(),
      amountMinor: z.number().int(),
      isOverride: z.boolean(),
    }),
  ),
});

export type PricesView = z.infer<typeof pricesView>;
