import Link from 'next/link';
import type { Collection } from '@/lib/catalog/schema';
import { AppRow } from './app-row';

const shown = 6;

/** A list of the editors given room: its headline beside its first apps. */
export function ListFeature({ list, owned }: { list: Collection; owned: ReadonlySet<string> }) {
  return (
    <section
      aria-labelledby={`list-${list.slug}`}
      className="grid grid-cols-1 gap-6 rounded-card bg-sunken px-5 py-7 sm:px-8 md:py-9 lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-12"
    >
      <div className="flex flex-col items-start gap-2">
        <h2 id={`list-${list.slug}`} className="serif text-26 lg:text-34">
          {list.title}
        </h2>
        <p className="text-15 text-muted lg:text-17">{list.subtitle}</p>
        <Link
          href={`/stories/${list.slug}`}
          aria-label={`See all ${list.apps.length}: ${list.title}`}
          className="mt-1 rounded-control font-medium text-accent-text hover:underline lg:mt-auto"
        >
          See all {list.apps.length}
          <span className="sr-only">: {list.title}</span>
        </Link>
      </div>
      <ul className="grid grid-cols-1 gap-x-10 md:grid-cols-2">
        {list.apps.slice(0, shown).map((app) => (
          <AppRow key={app.id} app={app} isOwned={owned.has(app.id)} className="border-t border-line" />
        ))}
      </ul>
    </section>
  );
}
