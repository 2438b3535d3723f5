import Link from 'next/link';
import { cx } from '@/components/ui/cx';
import { counted } from '@/components/ui/format';
import type { Collection } from '@/lib/catalog/schema';
import { storySources } from './image-url';

/** The art of a story, or a quiet ground in the colour of its first app. */
export function StoryArt({ story, sizes, isEager = false }: { story: Collection; sizes: string; isEager?: boolean }) {
  const color = story.apps[0]?.color ?? '#57534e';
  const ground = { background: `linear-gradient(145deg, ${color}, color-mix(in oklab, ${color} 55%, #1c1917))` };
  return (
    <span className="absolute inset-0" style={ground} aria-hidden="true">
      {story.artUrl ? (
        // biome-ignore lint/performance/noImgElement: the store makes its own sizes
        <img
          {...storySources(story.artUrl, sizes)}
          alt=""
          width={1600}
          height={1000}
          loading={isEager ? 'eager' : 'lazy'}
          fetchPriority={isEager ? 'high' : 'auto'}
          decoding="async"
          className="size-full object-cover transition-transform duration-500 group-hover:scale-[1.015]"
        />
      ) : null}
    </span>
  );
}

/** The one large story: its headline lies over its art. */
export function StoryLead({ story, className }: { story: Collection; className?: string }) {
  return (
    <article
      className={cx(
        'group relative isolate flex flex-col justify-end overflow-hidden rounded-card text-white',
        className,
      )}
    >
      <StoryArt story={story} sizes="(min-width: 1200px) 760px, (min-width: 1024px) 64vw, 100vw" isEager />
      <span
        className="absolute inset-0 bg-linear-to-t from-[oklch(0.14_0.01_60/0.92)] via-[oklch(0.14_0.01_60/0.62)] via-45% to-transparent to-80%"
        aria-hidden="true"
      />
      <div className="relative px-5 pt-48 pb-6 sm:px-8 sm:pb-8 lg:max-w-[36rem]">
        <p className="mb-2.5 text-13 font-medium text-white/85">{counted(story.apps.length, 'app')} in this story</p>
        <h2 className="serif text-34 sm:text-46">
          <Link href={`/stories/${story.slug}`} className="covering rounded-card">
            {story.title}
          </Link>
        </h2>
        <p className="mt-3 max-w-[46ch] text-15 text-white/90 sm:text-17">{story.subtitle}</p>
      </div>
    </article>
  );
}

type CardProps = {
  story: Collection;
  /** On wide screens its art takes the height that its place has to give. */
  isStretched?: boolean;
};

/** A smaller story: art above, words below. */
export function StoryCard({ story, isStretched = false }: CardProps) {
  return (
    <article className="group relative flex flex-col rounded-card">
      <div
        className={cx(
          'relative isolate aspect-16/10 overflow-hidden rounded-card',
          isStretched && 'lg:aspect-auto lg:min-h-40 lg:flex-1',
        )}
      >
        <StoryArt story={story} sizes="(min-width: 1200px) 380px, (min-width: 640px) 48vw, 100vw" />
      </div>
      <h2 className="serif mt-3.5 text-20 leading-tight lg:text-[1.375rem]">
        <Link href={`/stories/${story.slug}`} className="covering rounded-card">
          {story.title}
        </Link>
      </h2>
      <p className="mt-1 line-clamp-2 text-15 text-muted">{story.subtitle}</p>
    </article>
  );
}
