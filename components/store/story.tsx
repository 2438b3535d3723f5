import { Link } from '@/components/ui/link';
import type { CSSProperties } from 'react';
import { cx } from '@/components/ui/cx';
import { counted } from '@/components/ui/format';
import type { Collection } from '@/lib/catalog/schema';
import { AppIcon } from './app-icon';
import { storySources } from './image-url';

type Story = Omit<Collection, 'body'>;

/** What lies under the words on a picture: nearly black, with a breath of the picture's own hue. */
const nightOf = ({ artHue }: Story) => (artHue === null ? 'oklch(0.17 0.012 60)' : `oklch(0.19 0.05 ${artHue})`);

const fade = (towards: string, stops: [percent: number, place: number][]) =>
  `linear-gradient(to ${towards}, ${stops
    .map(([percent, place]) => `color-mix(in oklab, var(--night) ${percent}%, transparent) ${place}%`)
    .join(', ')})`;

/** For words across the foot of a picture. */
const upwards = fade('top', [
  [94, 0],
  [84, 20],
  [62, 38],
  [28, 54],
  [8, 66],
  [0, 76],
]);
/** For a line at its foot. */
const lowly = fade('top', [
  [80, 0],
  [52, 14],
  [14, 30],
  [0, 42],
]);
/** For words beside what it shows. */
const onwards = fade('var(--inline-end)', [
  [92, 0],
  [82, 30],
  [50, 48],
  [12, 66],
  [0, 78],
]);
const beginning = 'linear-gradient(to var(--inline-end), black 40%, transparent 92%)';

function Shade({ background, mask, className }: { background: string; mask?: string; className?: string }) {
  return (
    <span
      className={cx('absolute inset-0 -z-10', className)}
      style={{ background, ...(mask ? { maskImage: mask } : {}) }}
      aria-hidden="true"
    />
  );
}

/** The art of a story, or a quiet ground in the colour of its first app. */
export function StoryArt({ story, sizes, isEager = false }: { story: Story; sizes: string; isEager?: boolean }) {
  const color = story.artHue === null ? (story.apps[0]?.color ?? '#57534e') : `oklch(0.66 0.09 ${story.artHue})`;
  const ground = { background: `linear-gradient(145deg, ${color}, color-mix(in oklab, ${color} 55%, #1c1917))` };
  return (
    <span className="absolute inset-0 -z-10" style={ground} aria-hidden="true">
      {story.artUrl ? (
        // biome-ignore lint/performance/noImgElement: the store makes its own sizes
        <img
          {...storySources(story.artUrl, sizes)}
          alt=""
          width={1600}
          height={1000}
          loading={isEager ? 'eager' : 'lazy'}
          fetchPriority={isEager ? 'high' : 'low'}
          decoding="async"
          className="size-full object-cover transition-transform duration-500 group-hover:scale-[1.015]"
        />
      ) : null}
    </span>
  );
}

const shownIcons = 5;

/** The first apps of a story, as a row of icons that says how many there are. */
function StoryApps({ story, className }: { story: Story; className?: string }) {
  if (story.appCount === 0) return null;
  const more = story.appCount - Math.min(shownIcons, story.apps.length);
  return (
    <p className={cx('flex items-center gap-2', className)}>
      <span className="sr-only">{counted(story.appCount, 'app')} in this story</span>
      {story.apps.slice(0, shownIcons).map((app) => (
        <AppIcon key={app.id} app={app} size={48} className="size-9 sm:size-11" />
      ))}
      {more > 0 ? (
        <bdi className="ms-1 text-13 font-medium text-white/90 numerals" aria-hidden="true">
          +{more}
        </bdi>
      ) : null}
    </p>
  );
}

const frame = 'group relative isolate flex flex-col justify-end overflow-hidden text-white forced-colors:border';

/** The one large story: its headline lies over its art. */
export function StoryLead({ story, className }: { story: Story; className?: string }) {
  return (
    <article className={cx(frame, className)} style={{ '--night': nightOf(story) } as CSSProperties}>
      <StoryArt story={story} sizes="(min-width: 1200px) 980px, 100vw" isEager />
      <Shade background={upwards} className="lg:hidden" />
      <Shade background={upwards} mask={beginning} className="max-lg:hidden" />
      <Shade background={lowly} className="max-lg:hidden" />
      <div className="flex flex-col gap-x-8 gap-y-5 px-(--gutter) pt-52 pb-7 sm:px-8 sm:pb-8 lg:flex-row lg:items-end lg:justify-between">
        <div className="min-w-0 lg:max-w-[30rem]">
          <h2 className="serif text-34 sm:text-46">
            <Link href={`/stories/${story.slug}`} className="covering">
              {story.title}
            </Link>
          </h2>
          {story.subtitle ? <p className="mt-2.5 max-w-[46ch] text-17 text-white/90">{story.subtitle}</p> : null}
        </div>
        <StoryApps story={story} className="shrink-0" />
      </div>
    </article>
  );
}

/** A story across the page: its headline beside what its art shows. */
export function StoryBand({ story }: { story: Story }) {
  return (
    <article
      className={cx(
        frame,
        '-mx-(--gutter) min-h-[26rem] sm:mx-0 sm:rounded-card md:min-h-[24rem] md:justify-center lg:min-h-[27rem]',
      )}
      style={{ '--night': nightOf(story) } as CSSProperties}
    >
      <StoryArt story={story} sizes="(min-width: 1200px) 1152px, (min-width: 640px) 100vw, 190vw" />
      <Shade background={upwards} className="md:hidden" />
      <Shade background={onwards} className="max-md:hidden" />
      <div className="flex flex-col gap-5 px-(--gutter) pt-48 pb-7 sm:px-8 md:max-w-[30rem] md:py-10 lg:ps-12">
        <div>
          <h2 className="serif text-34 lg:text-46">
            <Link href={`/stories/${story.slug}`} className="covering">
              {story.title}
            </Link>
          </h2>
          {story.subtitle ? <p className="mt-2.5 text-17 text-white/90">{story.subtitle}</p> : null}
        </div>
        <StoryApps story={story} />
      </div>
    </article>
  );
}

type CardProps = {
  story: Story;
  as?: 'article' | 'li';
  /** On wide screens its art takes the height that its place has to give. */
  isStretched?: boolean;
  className?: string;
};

/** A smaller story: art above, words below. */
export function StoryCard({ story, as: Tag = 'article', isStretched = false, className }: CardProps) {
  return (
    <Tag className={cx('group relative flex flex-col rounded-card', className)}>
      <div
        className={cx(
          'relative isolate aspect-16/10 overflow-hidden rounded-card',
          isStretched && 'lg:aspect-auto lg:min-h-40 lg:flex-1',
        )}
      >
        <StoryArt story={story} sizes="(min-width: 1200px) 380px, (min-width: 640px) 48vw, 100vw" />
      </div>
      <h2 className="serif mt-3.5 text-20">
        <Link href={`/stories/${story.slug}`} className="covering rounded-card">
          {story.title}
        </Link>
      </h2>
      {story.subtitle ? <p className="mt-1 line-clamp-2 text-15 text-muted">{story.subtitle}</p> : null}
    </Tag>
  );
}
