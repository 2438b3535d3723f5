import { Search } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { cx } from '@/components/ui/cx';
import { counted } from '@/components/ui/format';
import type { AppCard } from '@/lib/catalog/schema';
import { AppIcon } from './app-icon';

type Props = { storeName: string; tagline: string; date: string; isoDate: string; appCount: number; apps: AppCard[] };

/** Fewer icons than this are no pattern. */
const fewest = 8;

/** The face of a store that nobody wrote stories for: its name in its own colour, and a sheet of its icons. */
export function StoreHero({ storeName, tagline, date, isoDate, appCount, apps }: Props) {
  const hasSheet = apps.length >= fewest;
  return (
    <header className="shown-dark relative isolate -mx-(--gutter) overflow-hidden bg-[oklch(0.27_0.055_var(--accent-hue))] text-ink sm:mx-0 sm:rounded-card">
      <span
        aria-hidden="true"
        className="absolute inset-0 -z-20 bg-[radial-gradient(90%_120%_at_85%_0%,oklch(0.46_0.1_var(--accent-hue)),transparent_70%)]"
      />
      {hasSheet ? <IconSheet apps={apps} /> : <IconRow apps={apps} />}
      <div
        className={cx(
          'flex flex-col justify-end px-(--gutter) pb-8 sm:px-10 sm:pb-10 lg:max-w-[36rem]',
          hasSheet ? 'pt-64 lg:min-h-[27rem] lg:pt-16' : 'pt-16 lg:min-h-[20rem]',
        )}
      >
        <p className="text-15 text-muted">
          <time dateTime={isoDate}>{date}</time>
        </p>
        <h1 className="serif mt-2 text-46 wrap-anywhere">{storeName}</h1>
        {tagline ? <p className="mt-3 max-w-[40ch] text-20 text-balance">{tagline}</p> : null}
        {appCount > 0 ? (
          <p className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-3">
            <Link
              href="/search"
              className="inline-flex h-11 items-center gap-2 rounded-pill bg-accent px-5 font-medium text-on-accent hover:bg-accent-hover"
            >
              <Search className="size-4.5" aria-hidden="true" />
              Search {counted(appCount, 'app')}
            </Link>
            <Link
              href="/categories"
              className="inline-flex h-11 items-center rounded-control font-medium text-accent-text hover:underline"
            >
              Browse by category
            </Link>
          </p>
        ) : null}
      </div>
    </header>
  );
}

function IconSheet({ apps }: { apps: AppCard[] }) {
  const count = apps.length >= 24 ? 24 : apps.length >= 16 ? 16 : fewest;
  return (
    <div
      aria-hidden="true"
      className="absolute inset-x-0 top-0 -z-10 grid h-64 place-items-center mask-[linear-gradient(black_50%,transparent_92%)] lg:inset-y-0 lg:start-auto lg:end-0 lg:h-auto lg:w-[40rem] lg:mask-[linear-gradient(to_var(--inline-end),transparent,black_40%)] print:hidden"
    >
      <div
        className={cx('grid -rotate-12 gap-4 lg:gap-5 rtl:rotate-12', count === fewest ? 'grid-cols-4' : 'grid-cols-6')}
      >
        {apps.slice(0, count).map((app) => (
          <AppIcon key={app.id} app={app} size={96} isEager className="size-18 lg:size-24" />
        ))}
      </div>
    </div>
  );
}

/** The icons of a store that has only begun. */
function IconRow({ apps }: { apps: AppCard[] }) {
  return (
    <div aria-hidden="true" className="absolute end-10 bottom-10 -z-10 hidden gap-5 lg:flex print:hidden">
      {apps.slice(0, 4).map((app) => (
        <AppIcon key={app.id} app={app} size={96} isEager />
      ))}
    </div>
  );
}
