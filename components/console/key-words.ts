import type { keyScopes } from '@/lib/accounts/organizations/rules';

export type Scope = (typeof keyScopes)[number];

/** What each scope lets a program do. */
export const scopeWords: Record<Scope, { label: string; text: string }> = {
  read: { label: 'Read', text: 'See the apps, versions, listings, prices and reviews of the organisation.' },
  listing: { label: 'Listing', text: 'Change texts, pictures, keywords and labels.' },
  respond: { label: 'Respond', text: 'Answer reviews, change answers, report reviews.' },
  release: {
    label: 'Release',
    text: 'Make apps and versions, upload builds, set prices, hand in, release and roll back.',
  },
};

/** What a build server needs to publish a new version. */
export const usualScopes: Scope[] = ['read', 'listing', 'release'];
