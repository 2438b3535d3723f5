import { accountOperations } from './accounts';
import { catalogOperations } from './catalog';
import { collectionOperations } from './collections';
import { meOperations } from './me';
import { notificationOperations } from './notifications';
import { opsOperations } from './ops';
import { purchaseOperations } from './purchases';
import { wishlistOperations } from './wishlist';

/** Every route under /api/v1. */
export const operations = {
  ...accountOperations,
  ...meOperations,
  ...catalogOperations,
  ...collectionOperations,
  ...purchaseOperations,
  ...notificationOperations,
  ...opsOperations,
  ...wishlistOperations,
};

export type Operations = typeof operations;
