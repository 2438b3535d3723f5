import type { Platform } from '@/lib/catalog/schema';
import type { subscriptionPeriods } from '@/lib/catalog/schema';

/** A price as a row of `app_prices` has it. */
export type ListingPrice = {
  country: string;
  currency: string;
  amountMinor: number;
  kind: 'one_time' | 'subscription';
  period: (typeof subscriptionPeriods)[number] | null;
  trialDays: number;
};

export type ListingVersion = {
  /** Absent: named after the day of its release. */
  version?: string | undefined;
  platform?: Platform | undefined;
  languages?: readonly string[] | undefined;
  releaseNotes?: string | undefined;
  minimumOs?: string | undefined;
  sizeBytes?: number | undefined;
};

/** What any catalogue can say about an app, in the words of the catalogue: what a format makes of a row. */
export type Draft = {
  package?: string | undefined;
  id?: string | undefined;
  name: string;
  developer?: { name: string; website?: string | undefined; country?: string | undefined } | undefined;
  subtitle?: string | undefined;
  /** Markdown. */
  description?: string | undefined;
  /** Names of categories and genres, the most telling first. */
  categories: readonly string[];
  keywords?: readonly string[] | undefined;
  ageRating: number;
  platforms: readonly Platform[];
  privacyLabel?: { collected: string[]; linked: string[]; tracking: string[] } | undefined;
  accessibility?: readonly string[] | undefined;
  supportUrl?: string | undefined;
  privacyUrl?: string | undefined;
  /** Moments in ISO 8601. */
  releasedAt?: string | undefined;
  updatedAt?: string | undefined;
  downloads?: number | undefined;
  rating?: number | undefined;
  ratingCount?: number | undefined;
  prices: readonly ListingPrice[];
  version?: ListingVersion | undefined;
};

/** A draft in the store's terms and within its limits. */
export type Listing = {
  source: string;
  bundleId: string;
  developerKey: string;
  developerName: string;
  website: string | null;
  country: string | null;
  name: string;
  subtitle: string;
  description: string;
  category: string;
  subcategory: string | null;
  /** The name that no category was found for; empty where the row has none. Null: found. */
  unknownCategory: string | null;
  keywords: string[];
  ageRating: number;
  platforms: Platform[];
  privacyLabel: { collected: string[]; linked: string[]; tracking: string[] };
  accessibility: string[];
  supportUrl: string | null;
  privacyUrl: string | null;
  releasedAt: string | null;
  lastReleasedAt: string | null;
  downloads: number;
  ratingSum: number;
  ratingCount: number;
  prices: readonly ListingPrice[];
  version: {
    version: string;
    platform: Platform;
    languages: string[];
    releaseNotes: string;
    minimumOs: string | null;
    sizeBytes: number;
    releasedAt: string | null;
  } | null;
};
