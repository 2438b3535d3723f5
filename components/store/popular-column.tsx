import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { Scroller } from '@/components/ui/scroller';
import { SectionHeading } from '@/components/ui/section-heading';
import type { AppCard, Collection } from '@/lib/catalog/schema';
import { RowRail } from './app-rail';
import { AppRow } from './app-row';

const looks = {
  2: { row: 'gap-8 lg:grid lg:grid-cols-2 lg:gap-14', column: 'max-lg:w-[min(22.5rem,calc(100vw-3.5rem))]' },
  3: { row: 'gap-8 xl:grid xl:grid-cols-3 xl:gap-10', column: 'max-xl:w-[min(22.5rem,calc(100vw-3.5rem))]' },
};

type Column = { key: string; title: string; subtitle?: string; href?: string; rows: ReactNode };

/** Two or three lists side by side; on narrow screens they scroll. */
function Columns({ columns }: { columns: Column[] }) {
  const look = looks[columns.length === 2 ? 2 : 3];
  return (
    <Scroller as="ul" className={look.row}>
      {columns.map(({ key, title, subtitle, href, rows }) => (
        <li key={key} className={cx('flex min-w-0 flex-col', look.column)}>
          <div className="flex border-b border-ink/80 pb-3">
            <SectionHeading title={title} href={href}>
              {subtitle}
            </SectionHeading>
          </div>
          {rows}
        </li>
      ))}
    </Scroller>
  );
}

const popularRows = 6;
const fewest = 3;

type Popular = { title: string; apps: AppCard[] };

/** The most popular apps of each kind, numbered. Where there is one kind only, it takes the whole width. */
export function PopularBoard({ kinds, owned }: { kinds: Popular[]; owned: ReadonlySet<string> }) {
  const shown = kinds.filter(({ apps }) => apps.length >= fewest).slice(0, 3);
  const [first] = shown;
  if (!first) return null;
  if (shown.length === 1) return <RowRail title="Popular" apps={first.apps} owned={owned} rows={5} isRanked />;
  return (
    <section aria-label="Popular">
      <Columns
        columns={shown.map(({ title, apps }) => ({
          key: title,
          title,
          rows: (
            <ol className="divide-y divide-line">
              {apps.slice(0, popularRows).map((app, index) => (
                <AppRow key={app.id} app={app} rank={index + 1} iconSize={48} isOwned={owned.has(app.id)} />
              ))}
            </ol>
          ),
        }))}
      />
    </section>
  );
}

const listRows = 4;

/** The editors' lists side by side, each with its first apps. */
export function ListColumns({ lists, owned }: { lists: Collection[]; owned: ReadonlySet<string> }) {
  return (
    <section aria-label="Lists">
      <Columns
        columns={lists.map((list) => ({
          key: list.slug,
          title: list.title,
          subtitle: list.subtitle,
          href: `/stories/${list.slug}`,
          rows: (
            <ul className="divide-y divide-line">
              {list.apps.slice(0, listRows).map((app) => (
                <AppRow key={app.id} app={app} iconSize={48} isOwned={owned.has(app.id)} />
              ))}
            </ul>
          ),
        }))}
      />
    </section>
  );
}
