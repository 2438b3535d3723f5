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

/** A compact JWS (docs/receipts.md); null while there is nothing to prove: pending, failed. */
export const receipt = z.string().nullable();

export const purchaseAnswer = z.object({ purchase, receipt });

export const receiptAnswer = z.object({ receipt: z.string() });

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
  /** Tax in the amount, as booked, 0 included; null where nothing was sold. */
  taxMinor: z.number().int().nullable(),
  /** Its share of the net price, 0..1. */
  taxRate: z.number().nullable(),
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
  /** Who is meant to pay: a page that was loaded as somebody else buys nothing for who is signed in now. */
  accountId: z.uuid().optional(),
});

export const purchasesQuery = z.strictObject({ status: z.enum(purchaseStatuses).optional(), ...pageQuery });

export const paymentMethod = z.object({
  id: z.string(),
  provider: z.string(),
  label: z.string(),
  isDefault: z.boolean(),
  createdAt: z.string(),
});

/** `isSandbox`: test cards are added by token, no money moves. Else a page of the provider's asks for the card. */
export const paymentMethodList = z.object({ items: z.array(paymentMethod), isSandbox: z.boolean() });

export const addPaymentMethodBody = z.strictObject({
  /** A test card of the sandbox, or the reference that the provider's page sent me back with. */
  token: z.string().min(1).max(255),
  isDefault: z.boolean().optional(),
});

export const paymentMethodPage = z.object({ url: z.url() });

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
  /** Null with `sha256` for a web app: `url` is where it is. */
  fileName: z.string().nullable(),
  sizeBytes: z.number().int(),
  sha256: z.string().nullable(),
});

export type Purchase = z.infer<typeof purchase>;
export type PurchaseAnswer = z.infer<typeof purchaseAnswer>;
export type ReceiptAnswer = z.infer<typeof receiptAnswer>;
export type PurchaseDetail = z.infer<typeof purchaseDetail>;
export type PurchaseListItem = z.infer<typeof purchaseListItem>;
export type BuyAppBody = z.infer<typeof buyAppBody>;
export type PaymentMethod = z.infer<typeof paymentMethod>;
export type PaymentMethodList = z.infer<typeof paymentMethodList>;
export type LibraryItem = z.infer<typeof libraryItem>;
export type Download = z.infer<typeof download>;

export const refundReasons = [
  'UNINTENDED_PURCHASE',
  'FULFILLMENT_ISSUE',
  'UNSATISFIED_WITH_PURCHASE',
  'LEGAL',
  'OTHER',
] as const;

export const refundStatuses = ['pending', 'approved', 'refused'] as const;

const refundShape = {
  id: z.uuid(),
  status: z.enum(refundStatuses),
  reason: z.enum(refundReasons),
  createdAt: z.string(),
  decidedAt: z.string().nullable(),
  /** When the money had gone back; null while it is on its way, or where it stays. */
  finishedAt: z.string().nullable(),
  /** Who refused it; null where nobody did. */
  refusedBy: z.enum(['store', 'provider']).nullable(),
};

/** `note`: what the store says about its refusal. */
export const refund = z.object({ ...refundShape, note: z.string().nullable() });

export const refundAnswer = z.object({ refund });

export const requestRefundBody = z.strictObject({ reason: z.enum(refundReasons) });

/** A refund as admins see it; `note` is whatever was written down about it. */
export const refundCase = z.object({
  ...refundShape,
  note: z.string().nullable(),
  purchaseId: z.uuid(),
  amountMinor: z.number().int(),
  currency: z.string(),
  purchasedAt: z.string().nullable(),
  /** Null when a rule decided. */
  decidedBy: z.string().nullable(),
  person: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
  app: appCard.pick({ slug: true, name: true, iconUrl: true, color: true }),
  /** Downloads of the app by this person since the purchase. */
  downloads: z.number().int(),
  /** Other refunds that this person was given. */
  earlierRefunds: z.number().int(),
});

export const refundsQuery = z.strictObject({
  status: z.enum([...refundStatuses, 'decided']).default('pending'),
  ...pageQuery,
});

const refundNote = z.string().trim().min(1, 'say why').max(500, 'at most 500 characters');

export const approveRefundBody = z.strictObject({ note: refundNote.optional() }).optional();

/** The person reads the note. */
export const refuseRefundBody = z.strictObject({ note: refundNote });

export const startRefundBody = z.strictObject({
  purchaseId: z.uuid(),
  reason: z.enum(refundReasons),
  note: refundNote,
});

export type Refund = z.infer<typeof refund>;
export type RefundCase = z.infer<typeof refundCase>;
export type RefundReason = (typeof refundReasons)[number];
export type RefundsQuery = z.output<typeof refundsQuery>;
