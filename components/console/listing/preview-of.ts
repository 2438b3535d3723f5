import { inLanguage } from '@/lib/catalog/rules';
import type { AppDetail, Category } from '@/lib/catalog/schema';
import type { ConsoleAppDetail, Listing, Media } from '@/lib/publishing/schema';

export type Around = {
  app: Pick<ConsoleAppDetail, 'id' | 'slug' | 'bundleId' | 'color' | 'platforms' | 'rating' | 'downloads'>;
  developer: AppDetail['developer'];
  categories: Pick<Category, 'slug' | 'name' | 'subcategories'>[];
  /** The base price; null where none is set, which is free. */
  price: { amountMinor: number; currency: string } | null;
};

/** A listing as a shopper would get it, in a language; what is not translated falls back. */
export function previewOf(
  listing: Listing,
  media: readonly Media[],
  ageRating: number,
  { app, developer, categories, price }: Around,
  language: string | null,
): AppDetail {
  const icon = media.find(({ id }) => id === listing.iconId);
  const category = categories.find(({ slug }) => slug === listing.category);
  const subcategory = category?.subcategories.find(({ slug }) => slug === listing.subcategory);
  const own: AppDetail = {
    ...app,
    name: listing.name.trim() || 'No name yet',
    subtitle: listing.subtitle,
    description: listing.description,
    promotionalText: listing.promotionalText,
    languages: Object.keys(listing.translations),
    language: null,
    translated: [],
    developer,
    category: listing.category,
    categoryName: category?.name ?? 'No category yet',
    subcategory: subcategory?.slug ?? null,
    subcategoryName: subcategory?.name ?? null,
    iconUrl: icon?.url ?? null,
    color: icon?.color ?? app.color,
    isListed: true,
    price: { id: app.id, kind: 'one_time', amountMinor: price?.amountMinor ?? 0, currency: price?.currency ?? 'USD' },
    keywords: listing.keywords,
    ageRating,
    privacyLabel: listing.privacyLabel,
    accessibility: listing.accessibility,
    supportUrl: listing.supportUrl,
    privacyUrl: listing.privacyUrl,
    website: null,
    releasedAt: null,
    updatedAt: null,
    screenshots: listing.screenshots.flatMap(({ id, altText, platform }) => {
      const picture = media.find((one) => one.id === id);
      return picture ? [{ ...pictureOf(picture), altText, platform }] : [];
    }),
    versions: [],
    histogram: { '1': 0, '2': 0, '3': 0, '4': 0, '5': 0 },
  };
  return language === null ? own : inLanguage(own, language, listing.translations[language] ?? {});
}

const pictureOf = ({ url, width, height, color }: Media) => ({ url, width, height, color });
