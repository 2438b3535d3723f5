import { accountOperations } from './accounts';
import { catalogOperations } from './catalog';
import { purchaseOperations } from './purchases';

/** Every route under /api/v1. */
export const operations = { ...accountOperations, ...catalogOperations, ...purchaseOperations };

export type Operations = typeof operations;
