import { z } from 'zod';
import { appCard, appRef, appVersion, subscriptionPeriods } from '@/lib/catalog/schema';
import { pageQuery } from '@/lib/pagination';

export const purchaseStatuses = ['pending', 'completed', 'failed', 'refunded'] as const;

export const purchase = z.object({
  id: z.uuid(),
  status: z.enum(purchaseStatuses),
  appId: z.uuid(),
  amountMinor: z.number().int(),
  currency: z.string(),
  country: z.string(),
  kind: z.enum(['one_time', 'subscription']),
  createdAt: z.string(),
  purchasedAt: z.string().nullable(),
  refundedAt: z.string().nullable(),
  declineCode: z.string().nullable(),
});

/** Null until receipts exist. */
export const receipt = z.string().nullable();

export const purchaseAnswer = z.object({ purchase, receipt });

export const purchaseListItem = purchase.extend({
  app: appCard.pick({ slug: true, name: true, iconUrl: true, color: true, isListed: true }),
});

export const purchaseDetail = purchase.extend({
  expiresAt: z.string().nullable(),
  /** Of a subscription; null for what is bought once. */
  period: z.enum(subscriptionPeriods).nullable(),
  isRenewal: z.boolean(),
  /** How it was paid, as the provider calls it; null for what cost nothing. */
  paymentMethod: z.string().nullable(),
  /** Tax in the amount, as booked; null where none was. */
  taxMinor: z.number().int().nullable(),
  app: appCard.pick({
    slug: true,
    name: true,
    iconUrl: true,
    color: true,
    isListed: true,
    bundleId: true,
    developer: true,
  }),
  buyer: z.object({ name: z.string(), email: z.string() }),
});

export const buyAppBody = z.strictObject({
  appId: appRef,
  priceId: z.uuid(),
  expected: z.strictObject({ amountMinor: z.number().int().min(0), currency: z.string().regex(/^[A-Z]{3}$/) }),
  /** One of my payment methods, or a sandbox token such as `sandbox:ok`; absent: my default. */
  paymentMethodId: z.string().min(1).max(100).optional(),
});

export const purchasesQuery = z.strictObject({ status: z.enum(purchaseStatuses).optional(), ...pageQuery });

export const paymentMethod = z.object({
  id: z.string(),
  provider: z.string(),
  label: z.string(),
  isDefault: z.boolean(),
  createdAt: z.string(),
});

export const addPaymentMethodBody = z.strictObject({
  token: z.string().min(1).max(100),
  isDefault: z.boolean().optional(),
});

export const libraryQuery = z.strictObject({
  q: z.string().max(100).optional(),
  filter: z.enum(['all', 'updates', 'never_downloaded']).default('all'),
  ...pageQuery,
});

export const libraryItem = z.object({
  app: appCard,
  grantedAt: z.string(),
  purchaseId: z.uuid(),
  /** Newest released version; null while there is none, without `sha256` where it is listed without a file. */
  latestVersion: appVersion.nullable(),
  lastDownloaded: z.object({ version: z.string(), at: z.string() }).nullable(),
  isUpdateAvailable: z.boolean(),
});

export const download = z.object({
  url: z.string(),
  expiresAt: z.string(),
  version: z.string(),
  platform: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
});

export type Purchase = z.infer<typeof purchase>;
export type PurchaseAnswer = z.infer<typeof purchaseAnswer>;
export type PurchaseDetail = z.infer<typeof purchaseDetail>;
export type PurchaseListItem = z.infer<typeof purchaseListItem>;
export type BuyAppBody = z.infer<typeof buyAppBody>;
export type PaymentMethod = z.infer<typeof paymentMethod>;
export type LibraryItem = z.infer<typeof libraryItem>;
export type Download = z.infer<typeof download>;
