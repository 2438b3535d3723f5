import { cx } from '@/components/ui/cx';
import type { Collection } from '@/lib/catalog/schema';
import { StoryCard, StoryLead } from './story';

type Props = { stories: Collection[]; tagline: string; date: string; isoDate: string };

/** The head of the front page: the day, one large story, two smaller ones. */
export function TodayHero({ stories: [lead, ...beside], tagline, date, isoDate }: Props) {
  return (
    <>
      <header className="flex flex-wrap items-baseline gap-x-5 gap-y-1 pt-5 pb-4 sm:border-b-2 sm:border-ink sm:pt-8 sm:pb-3">
        <h1 className="serif text-34 sm:text-46">Today</h1>
        <p className="text-15 text-muted sm:text-17">
          <time dateTime={isoDate}>{date}</time>
        </p>
        {tagline ? <p className="ms-auto text-17 text-muted max-lg:hidden">{tagline}</p> : null}
      </header>
      {lead ? (
        <section aria-label="Stories" className="grid grid-cols-1 gap-8 sm:mt-6 lg:grid-cols-3">
          <StoryLead
            story={lead}
            className={cx(
              '-mx-(--gutter) min-h-[30rem] sm:mx-0 sm:rounded-card md:min-h-[36rem] lg:min-h-[38rem]',
              beside.length > 0 ? 'lg:col-span-2' : 'lg:col-span-3',
            )}
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
    </>
  );
}
