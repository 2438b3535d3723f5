import { z } from 'zod';
import { pageQuery } from '@/lib/pagination';
import { monthPattern } from './rules';

const month = z.string().regex(monthPattern, 'a month such as 2026-10');
const minor = z.number().int();

/** What an organisation is owed for a month and currency. */
export const payout = z.object({
  id: z.uuid(),
  organization: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  month: z.string(),
  currency: z.string(),
  amountMinor: minor,
  status: z.enum(['pending', 'paid']),
  createdAt: z.string(),
  paidAt: z.string().nullable(),
});

export const payoutsQuery = z.strictObject({ month: month.optional(), ...pageQuery });
export const payoutsExportQuery = z.strictObject({ month });

/** All positive: of sales what came in, of refunds what went back. Gross = tax + commission + developer. */
const amounts = z.object({
  units: z.number().int(),
  grossMinor: minor,
  taxMinor: minor,
  commissionMinor: minor,
  developerMinor: minor,
});

/**
 * What moved an organisation's account in a month: opening + sales − refunds − payout = closing, each of the
 * developer's part. The payout is the month's own, which is made in the next; what is left is carried over.
 */
export const statement = z.object({
  organization: payout.shape.organization,
  month: z.string(),
  currency: z.string(),
  openingMinor: minor,
  sales: amounts,
  refunds: amounts,
  payoutMinor: minor,
  closingMinor: minor,
  apps: z.array(
    z.object({
      app: z.object({ id: z.uuid(), name: z.string(), bundleId: z.string() }),
      sales: amounts,
      refunds: amounts,
    }),
  ),
});

export const payoutStatement = statement.extend({ payout });

export type Payout = z.infer<typeof payout>;
export type PayoutsQuery = z.output<typeof payoutsQuery>;
export type Statement = z.infer<typeof statement>;
export type StatementAmounts = z.infer<typeof amounts>;
export type PayoutStatement = z.infer<typeof payoutStatement>;

/** What was owed for a month in one currency. */
export type PayoutTotal = { month: string; currency: string; count: number; amountMinor: number; pendingCount: number };
