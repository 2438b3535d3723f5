import type { Metadata } from 'next';
import { cache } from 'react';
import { AppRow } from '@/components/store/app-row';
import { StoryArt } from '@/components/store/story';
import { SafeMarkdown } from '@/components/ui/markdown';
import { Notice } from '@/components/ui/notice';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { getCollection } from '@/lib/catalog/collections';
import { Missing, missingMetadata } from '../../../missing';
import { getSettings } from '@/lib/settings';
import { JsonLd, siteOf } from '../../../json-ld';
import { pageMetadata } from '../../../metadata';
import { ownedOf } from '../../../owned';
import { describe } from '@/lib/catalog/discovery/plain-text';
import { appListData, storyData } from '@/lib/catalog/discovery/structured-data';
import type { SearchParams } from '../../../search-params';

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

const findStory = cache(async (slug: string, country: string, isPreview: boolean) =>
  getCollection(await pageContext(), slug, country, { isPreview }),
);

async function storyOf({ params, searchParams }: Props) {
  const query = await searchParams;
  const country = await viewerCountry(await pageContext(), query);
  return findStory((await params).slug, country, query.preview !== undefined);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const story = await storyOf(props);
  if (!story) return missingMetadata;
  if (story.state !== 'live') return { title: story.title, robots: { index: false } };
  return pageMetadata({
    title: story.title,
    description: describe(story.subtitle, story.body),
    path: `/stories/${story.slug}`,
    poster: { story },
    kind: 'article',
  });
}

const notYet = {
  draft: 'This is a draft. Nobody but admins can see it.',
  scheduled: 'This is not out yet. Until it starts, nobody but admins can see it.',
  ended: 'This has ended. Nobody but admins can see it.',
};

export default async function StoryPage(props: Props) {
  const story = await storyOf(props);
  if (!story) return <Missing kind="story" address={(await props.params).slug} />;
  const owned = await ownedOf(await pageContext(), story.apps);
  const site = siteOf(await getSettings(await pageContext()));
  const hasArt = story.kind === 'story' || story.artUrl !== null;

  return (
    <article>
      {story.state === 'live' ? (
        <JsonLd data={[storyData(story, site), ...appListData(story.title, story.apps, site)]} />
      ) : null}
      {hasArt ? (
        <div className="relative isolate h-[min(62vw,34rem)] overflow-hidden sm:mx-auto sm:mt-6 sm:w-[calc(100%-2*var(--gutter))] sm:max-w-[72rem] sm:rounded-card">
          <StoryArt story={story} sizes="(min-width: 1200px) 1152px, 100vw" isEager />
        </div>
      ) : null}
      <div className="mx-auto max-w-[44rem] px-(--gutter) pt-8 md:pt-12">
        {story.state === 'live' ? null : (
          <Notice tone="warning" className="mb-8">
            {notYet[story.state]}
          </Notice>
        )}
        <header className="md:text-center">
          <h1 className="serif text-34 md:text-46">{story.title}</h1>
          {story.subtitle ? <p className="mt-4 text-20 text-balance text-muted">{story.subtitle}</p> : null}
        </header>
        {story.body ? (
          <div className="mt-8 text-17 leading-relaxed md:mt-10 [&>p]:my-5 [&>p:first-child]:text-20 [&>p:first-child]:leading-relaxed">
            <SafeMarkdown text={story.body} />
          </div>
        ) : null}
        {story.apps.length > 0 ? (
          <>
            <h2 className="serif mt-12 border-b border-ink/80 pb-3 text-26">
              {story.kind === 'story' ? 'In this story' : 'The list'}
            </h2>
            <ol className="divide-y divide-line">
              {story.apps.map((app, index) => (
                <AppRow
                  key={app.id}
                  app={app}
                  rank={story.kind === 'list' ? index + 1 : undefined}
                  isOwned={owned.has(app.id)}
                />
              ))}
            </ol>
          </>
        ) : null}
      </div>
    </article>
  );
}
