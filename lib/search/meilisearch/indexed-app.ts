import type { Candidate } from '../engine';
import { ratingSteps } from '../facet-choices';
import type { SearchDocument } from '../documents';

/** What stands in the index for an app: its document, and what facets are counted by. */
export type IndexedApp = SearchDocument & {
  /** Null where it is not for sale. */
  priceKind: 'free' | 'paid' | null;
  /** The steps that its rating reaches. */
  ratingSteps: string[];
};

/** Counted up when `indexed` makes something else of the same document: workers build the index anew then. */
export const indexFormat = 1;

export const indexed = (document: SearchDocument): IndexedApp => ({
  ...document,
  priceKind: document.price === null ? null : document.price === 0 ? 'free' : 'paid',
  ratingSteps: ratingSteps.filter((step) => document.averageRating >= step).map(String),
});

export const candidateAttributes = [
  'id',
  'name',
  'normalisedName',
  'skeleton',
  'organizationId',
  'isVerified',
  'category',
  'releasedAt',
  'averageRating',
  'ratingCount',
  'downloads',
  'engagement',
] as const satisfies readonly (keyof Candidate)[];
