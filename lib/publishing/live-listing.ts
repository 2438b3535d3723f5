import { sql } from 'drizzle-orm';
import { accessibilityFlags } from '@/lib/catalog/rules';
import type { Platform } from '@/lib/catalog/schema';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { ageRatingOf } from './age';
import { screenshotsMax } from './rules';
import type { Listing } from './schema';

/** What shoppers see of an app, in the shape of what its developer works on. */
export type LiveListing = {
  listing: Listing;
  isReleased: boolean;
  ageRating: number;
  /** What a moderator raised the age to. */
  minimumAgeRating: number | null;
};

type Row = {
  name: string;
  subtitle: string;
  category_slug: string;
  subcategory_slug: string | null;
  description: string;
  promotional_text: string;
  keywords: string[];
  support_url: string | null;
  privacy_url: string | null;
  privacy_label: Listing['privacyLabel'];
  accessibility: string[];
  translations: Listing['translations'];
  age_rating: number;
  minimum_age_rating: number | null;
  is_released: boolean;
  media: { id: string; kind: 'icon' | 'screenshot'; altText: string; platform: Platform | null }[] | null;
};

/** The app as it stands in the catalogue; the questionnaire's answers are not kept there. Throws 404 `not_found`. */
export async function readLiveListing(ctx: Ctx, appId: string): Promise<LiveListing> {
  const [row] = await ctx.db.execute<Row>(sql`
    select name, subtitle, category_slug, subcategory_slug, description, promotional_text, keywords, support_url, privacy_url,
      privacy_label, accessibility, translations, age_rating, minimum_age_rating, released_at is not null as is_released,
      (select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'altText', m.alt_text, 'platform', m.platform)
          order by m.position, m.id)
        from app_media m where m.app_id = apps.id and m.kind in ('icon', 'screenshot')) as media
    from apps where id = ${appId}`);
  if (!row) throw new AppError('not_found', 'not_found');
  const media = row.media ?? [];
  return {
    listing: {
      name: row.name,
      subtitle: row.subtitle,
      category: row.category_slug,
      subcategory: row.subcategory_slug,
      description: row.description,
      promotionalText: row.promotional_text,
      keywords: row.keywords,
      supportUrl: row.support_url,
      privacyUrl: row.privacy_url,
      privacyLabel: row.privacy_label,
      accessibility: accessibilityFlags.filter((flag) => row.accessibility.includes(flag)),
      age: {},
      translations: row.translations,
      iconId: media.find(({ kind }) => kind === 'icon')?.id ?? null,
      screenshots: media
        .filter(({ kind }) => kind === 'screenshot')
        .slice(0, screenshotsMax)
        .map(({ id, altText, platform }) => ({ id, altText, platform })),
    },
    isReleased: row.is_released,
    ageRating: row.age_rating,
    minimumAgeRating: row.minimum_age_rating,
  };
}

/** The age that a listing gets: by its answers; an app that is out and was never asked keeps the one it has. */
export function ageOf(listing: Pick<Listing, 'age'>, live: Omit<LiveListing, 'listing'>): number {
  const isAsked = Object.keys(listing.age).length > 0;
  return ageRatingOf(listing.age, !isAsked && live.isReleased ? live.ageRating : live.minimumAgeRating);
}
