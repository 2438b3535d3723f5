import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { permanentRedirect } from 'next/navigation';
import { cache, type ReactNode, Suspense } from 'react';
import { ReviewsSection } from '@/components/reviews/reviews-section';
import { AppHeader } from '@/components/store/app-header';
import { FactsStrip } from '@/components/store/facts-strip';
import { Gallery } from '@/components/store/gallery';
import { AccessibilityList, Information, PrivacyLabel } from '@/components/store/information';
import { OtherLanguages } from '@/components/store/other-languages';
import { Promotion } from '@/components/store/promotion';
import { ReportApp } from '@/components/store/report-app';
import { RailSkeleton } from '@/components/store/skeletons';
import { Versions } from '@/components/store/versions';
import { Expandable } from '@/components/ui/expandable';
import { SafeMarkdown } from '@/components/ui/markdown';
import { countView } from '@/lib/analytics/views';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { getHotApp, listHotVersions } from '@/lib/catalog/hot-apps';
import { describe } from '@/lib/catalog/discovery/plain-text';
import { appData, breadcrumbData } from '@/lib/catalog/discovery/structured-data';
import { languageOf, ownLanguage, preferredLanguage } from '@/lib/catalog/rules';
import { type AppDetail, appRef, languageTag } from '@/lib/catalog/schema';
import { hasUpdate } from '@/lib/downloads/queries';
import { isOnWishlist } from '@/lib/catalog/wishlist';
import { listHotReviews } from '@/lib/reviews/queries';
import { getMyReview } from '@/lib/reviews/my-review';
import { getHotRatings } from '@/lib/reviews/ratings';
import { type MyReview, type ReviewRefusal, reviewsQuery } from '@/lib/reviews/schema';
import { listReviewStandings } from '@/lib/reviews/standings';
import type { Ctx } from '@/lib/context';
import { getSettings } from '@/lib/settings';
import { Missing, missingMetadata } from '../../../missing';
import { pageMetadata } from '../../../metadata';
import { JsonLd, siteOf } from '../../../json-ld';
import { ownedOf } from '../../../owned';
import { addressOf, fromCursor, keepValid, pick, type SearchParams } from '../../../search-params';
import { SimilarApps } from './similar-apps';

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

const reviewLimit = '6';
const versionLimit = 10;

/** In the language that the address names, else in one that the browser prefers to the app's own. */
const findApp = cache(async (ref: string, country: string, asked: string | undefined) => {
  const { data } = appRef.safeParse(ref);
  if (data === undefined) return null;
  const ctx = await pageContext();
  const app = await getHotApp(ctx, data, country, asked);
  if (!app || asked !== undefined) return app;
  const preferred = preferredLanguage((await headers()).get('accept-language'), app.languages);
  return preferred === null ? app : getHotApp(ctx, data, country, preferred);
});

const languageIn = async (searchParams: SearchParams) =>
  languageTag.safeParse((await pick(searchParams, ['lang'])).lang).data;

const refOf = async (params: Props['params']) => {
  const { slug } = await params;
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const ctx = await pageContext();
  const asked = await languageIn(searchParams);
  const country = await viewerCountry(ctx, await searchParams);
  const app = await findApp(await refOf(params), country, asked);
  if (!app) return missingMetadata;
  // Posters are drawn in the app's own words.
  const own = app.language === null ? app : await getHotApp(ctx, app.slug, country);
  return pageMetadata({
    title: app.name,
    description: describe(app.subtitle || `${app.name} by ${app.developer.name}`, app.description),
    path: pathOf(app, asked === undefined ? null : app.language),
    ...(app.languages.length > 0 ? { languages: pathsOf(app) } : {}),
    poster: { app: own ?? app },
  });
}

const pathOf = ({ slug }: AppDetail, language: string | null) =>
  addressOf(`/apps/${slug}`, { lang: language ?? undefined });

/** The page's address for each language; the plain one is for whoever reads none of them. */
function pathsOf(app: AppDetail): Record<string, string> {
  const own = ownLanguage(app.languages);
  const plain = pathOf(app, null);
  return {
    ...Object.fromEntries(app.languages.map((tag) => [tag, pathOf(app, tag)])),
    ...(own === 'und' ? {} : { [own]: plain }),
    'x-default': plain,
  };
}

export default async function AppPage({ params, searchParams }: Props) {
  const ctx = await pageContext();
  const country = await viewerCountry(ctx, await searchParams);
  const ref = await refOf(params);
  const language = await languageIn(searchParams);
  const app = await findApp(ref, country, language);
  if (!app) return <Missing kind="app" address={ref} />;
  const asked = await pick(searchParams, ['sort', 'stars', 'version', 'withResponse', 'cursor', 'country']);
  const { country: askedCountry, cursor: askedCursor, ...values } = asked;
  if (ref !== app.slug) permanentRedirect(addressOf(`/apps/${app.slug}`, { country: askedCountry, lang: language }));

  countView(ctx, app.id);
  const { cursor: from, ...query } = keepValid(reviewsQuery, {
    ...values,
    ...(askedCursor ? { cursor: askedCursor } : {}),
    limit: reviewLimit,
  });
  const [versions, reviews, ratings, mine, owned, isNewer, isWished] = await Promise.all([
    listHotVersions(ctx, app.id, versionLimit),
    fromCursor(from, (cursor) => listHotReviews(ctx, app.id, reviewsQuery.parse({ ...query, cursor }))),
    getHotRatings(ctx, app.id, 'all'),
    myPartIn(ctx, app.id),
    ownedOf(ctx, [app]),
    hasUpdate(ctx, app.id),
    isOnWishlist(ctx, app.id),
  ]);
  const latest = versions.items[0] ?? null;
  const descriptionLanguage = languageOf(app, 'description');
  const site = siteOf(await getSettings(ctx));
  const way = [
    { name: site.storeName, path: '/' },
    { name: app.categoryName, path: `/categories/${app.category}` },
    { name: app.name, path: `/apps/${app.slug}` },
  ];

  return (
    <article>
      <JsonLd data={[appData(app, site), breadcrumbData(way, site)]} />
      <AppHeader
        app={{
          ...app,
          hasFile: versions.items.some(({ sha256, isWeb }) => sha256 !== null || isWeb),
          isWeb: versions.items.length > 0 && versions.items.every(({ isWeb }) => isWeb),
        }}
        isOwned={owned.has(app.id)}
        hasUpdate={isNewer}
        isWished={isWished}
      />
      <FactsStrip app={app} latest={latest} />
      <div className="page-width">
        <div className="late-parts grid grid-cols-1 gap-12 border-t border-line pt-6 md:gap-16">
          {app.screenshots.length > 0 ? (
            <section aria-label="Preview">
              <Gallery appName={app.name} screenshots={app.screenshots} />
            </section>
          ) : null}
          <div className="grid grid-cols-1 gap-12 lg:grid-cols-[1fr_22rem] lg:gap-16">
            <Part id="about" title="About">
              <Promotion app={app} />
              {app.description ? (
                <Expandable noun="description" isLong={app.description.length > 480}>
                  <div
                    {...(descriptionLanguage === undefined ? {} : { lang: descriptionLanguage, dir: 'auto' })}
                    className="max-w-[68ch] text-15 break-words md:text-17"
                  >
                    <SafeMarkdown text={app.description} />
                  </div>
                </Expandable>
              ) : (
                <p className="text-muted">The developer has not written a description.</p>
              )}
              <OtherLanguages app={app} country={askedCountry} />
            </Part>
            <Part id="news" title="What’s new">
              <Versions appId={app.id} first={versions} />
            </Part>
          </div>
          <Part id="reviews" title="Ratings and reviews">
            <ReviewsSection
              app={app}
              params={{ ...query, ...(reviews.cursor ? { cursor: reviews.cursor } : {}) }}
              first={reviews.page}
              ratings={ratings}
              versions={[...new Set(versions.items.map(({ version }) => version))]}
              mine={mine}
            />
          </Part>
          <Part id="privacy" title="Privacy">
            <PrivacyLabel label={app.privacyLabel} />
          </Part>
          <Part id="accessibility" title="Accessibility">
            <AccessibilityList flags={app.accessibility} />
          </Part>
          <Part id="information" title="Information">
            <Information app={app} latest={latest} />
          </Part>
          <Suspense fallback={<RailSkeleton />}>
            <SimilarApps appId={app.id} country={country} />
          </Suspense>
          <ReportApp app={{ id: app.id, name: app.name }} />
        </div>
      </div>
    </article>
  );
}

/** What I wrote about an app, or why I may not; nobody's without a question to the database. */
async function myPartIn(ctx: Ctx, appId: string): Promise<{ review: MyReview | null; refusal: ReviewRefusal | null }> {
  if (ctx.actor.kind !== 'user') return { review: null, refusal: null };
  const [review, { items }] = await Promise.all([getMyReview(ctx, appId), listReviewStandings(ctx, [appId])]);
  return { review, refusal: items[0]?.refusal ?? null };
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-4 text-20 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
