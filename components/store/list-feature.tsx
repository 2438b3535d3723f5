import { Link } from '@/components/ui/link';
import type { CSSProperties } from 'react';
import type { Collection } from '@/lib/catalog/schema';
import { AppRow } from './app-row';

const shown = 6;

/** A list of the editors given room: its headline beside its first apps, on a breath of their colour. */
export function ListFeature({ list, owned }: { list: Collection; owned: ReadonlySet<string> }) {
  const color = liveliest(list.apps.slice(0, shown).map((app) => app.color));
  return (
    <section
      aria-labelledby={`list-${list.slug}`}
      className="-mx-(--gutter) grid grid-cols-1 gap-5 bg-[color-mix(in_oklab,var(--color-of)_calc(var(--tint)*0.6),var(--paper))] px-(--gutter) py-8 sm:mx-0 sm:rounded-card sm:px-8 md:py-10 lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-12"
      style={{ '--color-of': color } as CSSProperties}
    >
      <div className="flex flex-col items-start gap-2">
        <h2 id={`list-${list.slug}`} className="serif text-26 lg:text-34">
          {list.title}
        </h2>
        {list.subtitle ? <p className="text-15 text-muted lg:text-17">{list.subtitle}</p> : null}
        <Link
          href={`/stories/${list.slug}`}
          className="inline-flex h-11 items-center rounded-control font-medium text-accent-text hover:underline lg:mt-auto"
        >
          See all {list.appCount}
          <span className="sr-only">: {list.title}</span>
        </Link>
      </div>
      <ul className="grid grid-cols-1 gap-x-10 md:grid-cols-2">
        {list.apps.slice(0, shown).map((app) => (
          <AppRow
            key={app.id}
            app={app}
            iconSize={48}
            isOwned={owned.has(app.id)}
            className="border-t border-line max-md:nth-[n+5]:hidden"
          />
        ))}
      </ul>
    </section>
  );
}

/** The colour with most colour in it, so that a row of black icons does not make the ground grey. */
function liveliest(colors: string[]): string {
  const spread = (color: string) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    return Math.max(...parts) - Math.min(...parts);
  };
  return [...colors].sort((a, b) => spread(b) - spread(a))[0] ?? '#8a8580';
}
