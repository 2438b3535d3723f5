import { decimalOf } from '@/lib/money';
import type { AppCard, AppDetail, Platform, Price } from '../schema';
import { describe } from './plain-text';

// schema.org's vocabulary for search engines. Addresses are absolute.

export type Thing = { '@context'?: 'https://schema.org'; '@type': string; [property: string]: unknown };

type Site = { origin: string; storeName: string };

const operatingSystems: Record<Platform, string> = {
  android: 'Android',
  ios: 'iOS',
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
  web: 'Any',
};

/** schema.org's names of kinds of software; others are plain applications. */
const applicationCategories: Record<string, string> = {
  books: 'ReferenceApplication',
  business: 'BusinessApplication',
  'developer-tools': 'DeveloperApplication',
  education: 'EducationalApplication',
  entertainment: 'EntertainmentApplication',
  finance: 'FinanceApplication',
  'food-drink': 'LifestyleApplication',
  games: 'GameApplication',
  'graphics-design': 'DesignApplication',
  'health-fitness': 'HealthApplication',
  lifestyle: 'LifestyleApplication',
  medical: 'HealthApplication',
  music: 'MultimediaApplication',
  navigation: 'TravelApplication',
  'photo-video': 'MultimediaApplication',
  productivity: 'BusinessApplication',
  reference: 'ReferenceApplication',
  shopping: 'ShoppingApplication',
  'social-networking': 'SocialNetworkingApplication',
  sports: 'SportsApplication',
  travel: 'TravelApplication',
  utilities: 'UtilitiesApplication',
};

const mobile: readonly string[] = ['android', 'ios'];

function typeOf(platforms: readonly string[]): string {
  if (platforms.length > 0 && platforms.every((platform) => mobile.includes(platform))) return 'MobileApplication';
  if (platforms.length > 0 && platforms.every((platform) => platform === 'web')) return 'WebApplication';
  return 'SoftwareApplication';
}

function offerOf(price: Price | null): { offers: Thing } | object {
  if (!price) return {};
  const amount = { price: decimalOf(price), priceCurrency: price.currency };
  const repeated = price.period && {
    priceSpecification: { '@type': 'UnitPriceSpecification', ...amount, billingDuration: price.period },
  };
  return { offers: { '@type': 'Offer', ...amount, ...repeated, availability: 'https://schema.org/InStock' } };
}

const ratingOf = ({ rating }: Pick<AppCard, 'rating'>) =>
  rating.count === 0
    ? {}
    : {
        aggregateRating: {
          '@type': 'AggregateRating',
          ratingValue: rating.average,
          ratingCount: rating.count,
          bestRating: 5,
          worstRating: 1,
        },
      };

const given = (properties: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );

/** An app with what it costs in this storefront and what people think of it. */
export function appData(app: AppDetail, { origin }: Site): Thing {
  const systems = [...new Set(app.platforms.map((platform) => operatingSystems[platform as Platform] ?? platform))];
  return {
    '@context': 'https://schema.org',
    '@type': typeOf(app.platforms),
    '@id': `${origin}/apps/${app.slug}`,
    name: app.name,
    url: `${origin}/apps/${app.slug}`,
    applicationCategory: applicationCategories[app.category] ?? app.categoryName,
    operatingSystem: systems.join(', ') || 'Any',
    author: { '@type': 'Organization', name: app.developer.name, url: `${origin}/developers/${app.developer.slug}` },
    contentRating: `${app.ageRating}+`,
    ...given({
      alternateName: app.subtitle,
      description: describe(app.subtitle, app.description),
      image: app.iconUrl && `${origin}${app.iconUrl.replace(/\d+\.webp$/, '512.webp')}`,
      softwareVersion: app.versions[0]?.version,
      applicationSubCategory: app.subcategoryName,
      datePublished: app.releasedAt,
      dateModified: app.updatedAt,
      keywords: app.keywords.join(', '),
    }),
    ...(app.screenshots.length > 0
      ? { screenshot: app.screenshots.map(({ url, altText }) => imageOf(`${origin}${url}`, altText)) }
      : {}),
    ...offerOf(app.price),
    ...ratingOf(app),
  };
}

const imageOf = (url: string, caption: string): Thing => ({
  '@type': 'ImageObject',
  contentUrl: url,
  url,
  ...given({ caption }),
});

/** The way from the front page to here; the last step is the page itself. */
export const breadcrumbData = (steps: readonly { name: string; path: string }[], { origin }: Site): Thing => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: `${origin}${path}`,
  })),
});

/** The store, and how it is searched. */
export const siteData = ({ origin, storeName, tagline }: Site & { tagline: string }): Thing => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  '@id': `${origin}/#site`,
  url: `${origin}/`,
  name: storeName,
  ...given({ description: tagline }),
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${origin}/search?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  },
});

type Developer = { slug: string; name: string; description: string; website: string | null };

export const developerData = (developer: Developer, { origin }: Site): Thing => ({
  '@context': 'https://schema.org',
  '@type': 'Organization',
  '@id': `${origin}/developers/${developer.slug}`,
  name: developer.name,
  url: `${origin}/developers/${developer.slug}`,
  ...given({ description: describe(developer.description) }),
  ...(developer.website && /^https?:\/\//i.test(developer.website) ? { sameAs: [developer.website] } : {}),
});

/** Apps in the order in which a page shows them; nothing where it shows none. */
export const appListData = (name: string, apps: readonly AppCard[], { origin }: Site): Thing[] =>
  apps.length === 0
    ? []
    : [
        {
          '@context': 'https://schema.org',
          '@type': 'ItemList',
          name,
          numberOfItems: apps.length,
          itemListElement: apps.map((app, index) => ({
            '@type': 'ListItem',
            position: index + 1,
            name: app.name,
            url: `${origin}/apps/${app.slug}`,
          })),
        },
      ];

type Story = { slug: string; title: string; subtitle: string; artUrl: string | null };

export const storyData = (story: Story, { origin, storeName }: Site): Thing => ({
  '@context': 'https://schema.org',
  '@type': 'Article',
  headline: story.title,
  url: `${origin}/stories/${story.slug}`,
  author: { '@type': 'Organization', name: storeName, url: `${origin}/` },
  ...given({ description: story.subtitle, image: story.artUrl && `${origin}${story.artUrl}` }),
});

const escapes: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON that nothing in it can take out of its script element. */
export const scriptJson = (data: unknown) =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? character);
