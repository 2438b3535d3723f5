import { accountOperations } from './accounts';
import { catalogOperations } from './catalog';
import { collectionOperations } from './collections';
import { meOperations } from './me';
import { moderationOperations } from './moderation';
import { notificationOperations } from './notifications';
import { opsOperations } from './ops';
import { organizationOperations } from './organizations';
import { payoutOperations } from './payouts';
import { publishingOperations } from './publishing';
import { purchaseOperations } from './purchases';
import { receiptOperations } from './receipts';
import { refundOperations } from './refunds';
import { reviewDeskOperations } from './review-desk';
import { reviewOperations } from './reviews';
import { searchOperations } from './search';
import { wishlistOperations } from './wishlist';

/** Every route under /api/v1. */
export const operations = {
  ...accountOperations,
  ...meOperations,
  ...catalogOperations,
  ...collectionOperations,
  ...purchaseOperations,
  ...receiptOperations,
  ...refundOperations,
  ...notificationOperations,
  ...opsOperations,
  ...payoutOperations,
  ...wishlistOperations,
  ...searchOperations,
  ...reviewOperations,
  ...organizationOperations,
  ...publishingOperations,
  ...moderationOperations,
  ...reviewDeskOperations,
};

export type Operations = typeof operations;
