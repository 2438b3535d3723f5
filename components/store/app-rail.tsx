import { Rail } from '@/components/ui/rail';
import { SectionHeading } from '@/components/ui/section-heading';
import type { AppCard } from '@/lib/catalog/schema';
import { AppRow } from './app-row';
import { AppTile } from './app-tile';

type Props = {
  title: string;
  subtitle?: string;
  href?: string;
  apps: AppCard[];
  owned: ReadonlySet<string>;
};

/** Apps side by side as large tiles. */
export function TileRail({ title, subtitle, href, apps, owned }: Props) {
  return (
    <Rail
      label={title}
      header={
        <SectionHeading title={title} href={href}>
          {subtitle}
        </SectionHeading>
      }
      className="gap-5"
    >
      {apps.map((app) => (
        <AppTile key={app.id} app={app} isOwned={owned.has(app.id)} />
      ))}
    </Rail>
  );
}

/** Apps in columns of three rows. */
export function RowRail({ title, subtitle, href, apps, owned }: Props) {
  const columns = Array.from({ length: Math.ceil(apps.length / 3) }, (_, i) => apps.slice(i * 3, i * 3 + 3));
  return (
    <Rail
      label={title}
      header={
        <SectionHeading title={title} href={href}>
          {subtitle}
        </SectionHeading>
      }
      className="gap-8"
    >
      {columns.map((column) => (
        <li key={column[0]?.id} className="w-[min(22.5rem,calc(100vw-4rem))]">
          <ul className="divide-y divide-line border-t border-line">
            {column.map((app) => (
              <AppRow key={app.id} app={app} isOwned={owned.has(app.id)} />
            ))}
          </ul>
        </li>
      ))}
    </Rail>
  );
}
