import type { Metadata } from 'next';
import { Sprout } from 'lucide-react';
import { RowRail, TileRail } from '@/components/store/app-rail';
import { AppRow } from '@/components/store/app-row';
import { CategoryIndex } from '@/components/store/category-index';
import { PopularBoard } from '@/components/store/popular-column';
import { StoreHero } from '@/components/store/store-hero';
import { StoryBand, StoryCard } from '@/components/store/story';
import { TodayHero } from '@/components/store/today-hero';
import { ListRail, TodayLists } from '@/components/store/today-lists';
import { EmptyState } from '@/components/ui/empty-state';
import { formatToday } from '@/components/ui/format';
import { Scroller } from '@/components/ui/scroller';
import { SectionHeading } from '@/components/ui/section-heading';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { describe } from '@/lib/catalog/discovery/plain-text';
import { siteData } from '@/lib/catalog/discovery/structured-data';
import { getHotToday, listHotCategories } from '@/lib/catalog/hot-apps';
import { getSettings } from '@/lib/settings';
import { JsonLd, siteOf } from '../json-ld';
import { pageMetadata } from '../metadata';
import { ownedOf } from '../owned';
import type { SearchParams } from '../search-params';

/** With fewer apps than this, they simply all stand on the page. */
const fewApps = 12;
const fewestInRail = 4;
const cards = {
  row: 'gap-5 lg:gap-8',
  card: 'w-[min(19rem,calc(100vw-5rem))] sm:w-[21rem] lg:w-[calc((100%-4rem)/3)]',
};

export async function generateMetadata(): Promise<Metadata> {
  const { storeName, tagline } = await getSettings(await pageContext());
  return pageMetadata({
    title: storeName,
    absoluteTitle: tagline ? `${storeName} · ${tagline.replace(/\.$/, '')}` : storeName,
    description: describe(tagline, `Apps to find, buy and download on ${storeName}, with honest reviews`),
    path: '/',
  });
}

export default async function TodayPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  const country = await viewerCountry(ctx, await searchParams);
  const [today, categories, settings] = await Promise.all([
    getHotToday(ctx, country),
    listHotCategories(ctx),
    getSettings(ctx),
  ]);
  const { storeName, tagline } = settings;
  const { collections, fresh, quiet, free, paid, games } = today;
  const stories = collections.filter(({ kind }) => kind === 'story');
  const lists = collections.filter(({ kind, apps }) => kind === 'list' && apps.length >= fewestInRail);
  const popular = [...free, ...paid, ...games].sort((a, b) => b.downloads - a.downloads);
  const owned = await ownedOf(ctx, fresh, quiet, popular, ...lists.map(({ apps }) => apps));
  const filled = categories.filter(({ appCount }) => appCount > 0);
  const appCount = filled.reduce((sum, category) => sum + category.appCount, 0);
  // Of the rails themselves: the counts come from a cache and may be of another minute.
  const isEmpty = popular.length + fresh.length === 0;
  const isSmall = popular.length <= fewApps;
  const [row, band, earlier] = [stories.slice(3, 6), stories[6], stories.slice(7)];
  const [firstList, ...otherLists] = lists;
  const date = { date: formatToday(ctx.now), isoDate: ctx.now.toISOString().slice(0, 10) };

  return (
    <div className="page-width">
      <JsonLd data={[siteData({ ...siteOf(settings), tagline })]} />
      {stories.length > 0 ? (
        <TodayHero stories={stories.slice(0, 3)} tagline={tagline} {...date} />
      ) : (
        <div className="sm:pt-6">
          <StoreHero
            storeName={storeName}
            tagline={tagline}
            appCount={isEmpty ? 0 : appCount}
            apps={popular}
            {...date}
          />
        </div>
      )}
      <div className="late-parts mt-14 grid grid-cols-1 gap-14 md:mt-20 md:gap-20">
        {isEmpty ? (
          <EmptyState icon={Sprout} title="The shelves are still empty">
            The first apps are on their way. Come back in a little while.
          </EmptyState>
        ) : null}
        {isSmall && popular.length > 0 ? (
          <section aria-labelledby="all">
            <div className="flex border-b border-ink/80 pb-3">
              <SectionHeading id="all" title="Everything in the store" />
            </div>
            <ul className="grid grid-cols-1 gap-x-10 sm:grid-cols-2 xl:grid-cols-3">
              {popular.map((app) => (
                <AppRow key={app.id} app={app} isOwned={owned.has(app.id)} className="border-b border-line" />
              ))}
            </ul>
          </section>
        ) : null}
        {!isSmall && fresh.length >= fewestInRail ? (
          <TileRail
            title={today.isFreshOfMonth ? 'Made this month' : 'New in the store'}
            subtitle={today.isFreshOfMonth ? 'Just released, and found already.' : 'The latest to arrive.'}
            apps={fresh}
            owned={owned}
          />
        ) : null}
        {isSmall ? null : (
          <PopularBoard
            kinds={[
              { title: 'Popular and free', apps: free },
              { title: 'Worth paying for', apps: paid },
              { title: 'Games people play', apps: games },
            ]}
            owned={owned}
          />
        )}
        {row.length > 0 ? (
          <section aria-label="More stories">
            <Scroller as="ul" className={cards.row}>
              {row.map((story) => (
                <StoryCard key={story.slug} as="li" story={story} className={cards.card} />
              ))}
            </Scroller>
          </section>
        ) : null}
        {!isSmall && quiet.length >= fewestInRail ? (
          <RowRail title="Quietly excellent" subtitle="Loved by the few who found them." apps={quiet} owned={owned} />
        ) : null}
        {firstList ? <ListRail list={firstList} owned={owned} /> : null}
        {band ? <StoryBand story={band} /> : null}
        <TodayLists lists={otherLists} owned={owned} />
        {earlier.length > 0 ? (
          <section aria-labelledby="earlier">
            <div className="mb-4 flex">
              <SectionHeading id="earlier" title="Earlier stories" />
            </div>
            <Scroller as="ul" className={cards.row}>
              {earlier.map((story) => (
                <StoryCard key={story.slug} as="li" story={story} className={cards.card} />
              ))}
            </Scroller>
          </section>
        ) : null}
        {filled.length > 0 && !isEmpty ? (
          <section aria-labelledby="categories">
            <div className="mb-4 flex border-b border-ink/80 pb-3">
              <SectionHeading id="categories" title="Everything, by category" href="/categories" />
            </div>
            <CategoryIndex categories={filled} />
          </section>
        ) : null}
      </div>
    </div>
  );
}
