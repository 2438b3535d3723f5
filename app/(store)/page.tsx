import { RowRail, TileRail } from '@/components/store/app-rail';
import { CategoryIndex } from '@/components/store/category-index';
import { ListFeature } from '@/components/store/list-feature';
import { PopularColumn } from '@/components/store/popular-column';
import { StoryCard, StoryLead } from '@/components/store/story';
import { cx } from '@/components/ui/cx';
import { formatToday } from '@/components/ui/format';
import { SectionHeading } from '@/components/ui/section-heading';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { listNew, listPopular } from '@/lib/catalog/list-apps';
import { listCategories, listCollections } from '@/lib/catalog/queries';
import { ownedOf } from '../owned';
import type { SearchParams } from '../search-params';

const popularCount = 8;
const newCount = 18;

export default async function TodayPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  const country = await viewerCountry(ctx, await searchParams);
  const [collections, newest, free, paid, categories] = await Promise.all([
    listCollections(ctx, country),
    listNew(ctx, country, newCount),
    listPopular(ctx, country, popularCount, { price: 'free' }),
    listPopular(ctx, country, popularCount, { price: 'paid' }),
    listCategories(ctx),
  ]);
  const [lead, ...otherStories] = collections.filter(({ kind }) => kind === 'story');
  const beside = otherStories.slice(0, 2);
  const later = otherStories.slice(2, 5);
  const lists = collections.filter(({ kind, apps }) => kind === 'list' && apps.length > 0);
  const owned = await ownedOf(ctx, newest, free, paid, ...lists.map(({ apps }) => apps));

  return (
    <div className="page-width pt-6 md:pt-10">
      <header className="mb-5 flex flex-wrap items-baseline gap-x-5 gap-y-1 border-b-2 border-ink pb-3 md:mb-7">
        <h1 className="serif text-34 md:text-46">Today</h1>
        <p className="text-15 text-muted md:text-17">
          <time dateTime={ctx.now.toISOString().slice(0, 10)}>{formatToday(ctx.now)}</time>
        </p>
      </header>
      {lead ? (
        <section aria-label="Stories" className="grid grid-cols-1 gap-8 lg:grid-cols-3 lg:gap-x-8">
          <StoryLead
            story={lead}
            className={cx('min-h-[26rem] md:min-h-[34rem]', beside.length > 0 ? 'lg:col-span-2' : 'lg:col-span-3')}
          />
          {beside.length > 0 ? (
            <div className="grid grid-cols-1 gap-8 sm:grid-cols-2 lg:grid-cols-1 lg:gap-7">
              {beside.map((story) => (
                <StoryCard key={story.slug} story={story} isStretched />
              ))}
            </div>
          ) : null}
        </section>
      ) : null}
      <div className="mt-14 grid grid-cols-1 gap-16 md:mt-20 md:gap-20">
        {lists.slice(0, 1).map((list) => (
          <TileRail
            key={list.slug}
            title={list.title}
            subtitle={list.subtitle}
            href={`/stories/${list.slug}`}
            apps={list.apps}
            owned={owned}
          />
        ))}
        <section aria-label="Popular" className="grid grid-cols-1 gap-12 lg:grid-cols-2 lg:gap-16">
          <PopularColumn title="Popular and free" apps={free} owned={owned} />
          <PopularColumn title="Worth paying for" apps={paid} owned={owned} />
        </section>
        {later.length > 0 ? (
          <section aria-label="More stories" className="grid grid-cols-1 gap-8 sm:grid-cols-2 lg:grid-cols-3">
            {later.map((story) => (
              <StoryCard key={story.slug} story={story} />
            ))}
          </section>
        ) : null}
        {newest.length > 0 ? (
          <RowRail
            title="New in the store"
            subtitle="Arrived in the last weeks, and found already."
            apps={newest}
            owned={owned}
          />
        ) : null}
        {lists
          .slice(1)
          .map((list, index) =>
            index % 2 === 0 ? (
              <ListFeature key={list.slug} list={list} owned={owned} />
            ) : (
              <TileRail
                key={list.slug}
                title={list.title}
                subtitle={list.subtitle}
                href={`/stories/${list.slug}`}
                apps={list.apps}
                owned={owned}
              />
            ),
          )}
        <section aria-labelledby="categories">
          <div className="mb-5 flex border-b border-ink/80 pb-3">
            <SectionHeading id="categories" title="Everything, by category" href="/categories" />
          </div>
          <CategoryIndex categories={categories} />
        </section>
      </div>
    </div>
  );
}
