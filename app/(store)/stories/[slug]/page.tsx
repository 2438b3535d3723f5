import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AppRow } from '@/components/store/app-row';
import { StoryArt } from '@/components/store/story';
import { SafeMarkdown } from '@/components/ui/markdown';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { listCollections } from '@/lib/catalog/queries';
import { ownedOf } from '../../../owned';
import type { SearchParams } from '../../../search-params';

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

const findStory = cache(async (slug: string, country: string) => {
  const collections = await listCollections(await pageContext(), country);
  return collections.find((collection) => collection.slug === slug);
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const country = await viewerCountry(await pageContext(), await searchParams);
  const story = await findStory((await params).slug, country);
  if (!story) return { title: 'Not found' };
  return { title: story.title, description: story.subtitle, alternates: { canonical: `/stories/${story.slug}` } };
}

export default async function StoryPage({ params, searchParams }: Props) {
  const ctx = await pageContext();
  const country = await viewerCountry(ctx, await searchParams);
  const story = await findStory((await params).slug, country);
  if (!story) notFound();
  const owned = await ownedOf(ctx, story.apps);
  const hasArt = story.kind === 'story' || story.artUrl !== null;

  return (
    <article>
      {hasArt ? (
        <div className="group relative h-[min(56vw,30rem)] overflow-hidden sm:mx-auto sm:mt-6 sm:w-[calc(100%-2*var(--gutter))] sm:max-w-[72rem] sm:rounded-card">
          <StoryArt story={story} sizes="(min-width: 1200px) 1152px, 100vw" isEager />
        </div>
      ) : null}
      <div className="mx-auto max-w-[44rem] px-(--gutter) pt-8 md:pt-12">
        <h1 className="serif text-34 md:text-46">{story.title}</h1>
        {story.subtitle ? <p className="mt-4 text-20 text-muted">{story.subtitle}</p> : null}
        {story.body ? (
          <div className="mt-6 text-17 leading-relaxed">
            <SafeMarkdown text={story.body} />
          </div>
        ) : null}
        <h2 className="mt-10 mb-2 border-b border-ink/80 pb-3 text-20 font-semibold">
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
      </div>
    </article>
  );
}
