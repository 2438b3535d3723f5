import { z } from 'zod';

export const environments = ['Production', 'Sandbox'] as const;
export const receiptStatuses = ['active', 'expired', 'refunded', 'revoked'] as const;

/** Why a receipt is refused; programs switch on these, so they stay as they are. */
export const refusalCodes = [
  /** Signed with something else than ES256, or with nothing. */
  'algorithm_refused',
  /** More in the header than alg, kid and typ: a key that it brings itself, an extension. */
  'header_refused',
  /** A token of another kind. */
  'type_refused',
  /** From another store, made up, or of a purchase that this store does not have. */
  'unknown_receipt',
  /** Changed after it was signed, cut short, or signed by somebody else. */
  'signature_invalid',
  /** Rightly signed, and yet without what a receipt holds. */
  'claims_invalid',
  'bundle_mismatch',
  'environment_mismatch',
] as const;

const time = z.number().int().describe('Unix time in ms');

/** What a receipt says. */
export const transaction = z.object({
  iss: z.string(),
  jti: z.string(),
  transactionId: z.uuid(),
  originalTransactionId: z.uuid(),
  bundleId: z.string(),
  productId: z.string(),
  type: z.enum(['App', 'Auto-Renewable Subscription']),
  purchaseDate: time,
  originalPurchaseDate: time,
  expiresDate: time.optional(),
  signedDate: time,
  price: z.number().int().describe('Thousandths of the currency: 4.99 USD is 4990'),
  currency: z.string(),
  storefront: z.string(),
  inAppOwnershipType: z.literal('PURCHASED'),
  appAccountToken: z.uuid().describe('The buyer as this developer knows them, and nobody else does'),
  environment: z.enum(environments),
  transactionReason: z.enum(['PURCHASE', 'RENEWAL']),
  revocationDate: time.optional(),
  revocationReason: z.string().optional(),
});

export const verifyReceiptBody = z.strictObject({
  receipt: z.string(),
  bundleId: z.string().min(1).max(255),
  environment: z.enum(environments),
});

export const receiptVerdict = z.discriminatedUnion('valid', [
  z.object({
    valid: z.literal(true),
    code: z.literal('ok'),
    status: z.enum(receiptStatuses),
    entitled: z.boolean(),
    transaction,
  }),
  z.object({ valid: z.literal(false), code: z.enum(refusalCodes) }),
]);

export type Environment = (typeof environments)[number];
export type ReceiptStatus = (typeof receiptStatuses)[number];
export type RefusalCode = (typeof refusalCodes)[number];
export type Transaction = z.infer<typeof transaction>;
export type VerifyReceiptBody = z.infer<typeof verifyReceiptBody>;
export type ReceiptVerdict = z.infer<typeof receiptVerdict>;
