import { accountOperations } from './accounts';
import { catalogOperations } from './catalog';
import { collectionOperations } from './collections';
import { meOperations } from './me';
import { notificationOperations } from './notifications';
import { opsOperations } from './ops';
import { payoutOperations } from './payouts';
import { purchaseOperations } from './purchases';
import { receiptOperations } from './receipts';
import { refundOperations } from './refunds';
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
};

export type Operations = typeof operations;
