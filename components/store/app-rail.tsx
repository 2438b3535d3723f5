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

type RowProps = Props & { rows?: number; isRanked?: boolean };

/** Apps in columns of a few rows. */
export function RowRail({ title, subtitle, href, apps, owned, rows = 3, isRanked = false }: RowProps) {
  const columns = Array.from({ length: Math.ceil(apps.length / rows) }, (_, i) => apps.slice(i * rows, (i + 1) * rows));
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
      {columns.map((column, at) => (
        <li key={column[0]?.id} className="w-[min(22.5rem,calc(100vw-3.5rem))]">
          <ul className="divide-y divide-line border-t border-line">
            {column.map((app, index) => (
              <AppRow
                key={app.id}
                app={app}
                rank={isRanked ? at * rows + index + 1 : undefined}
                iconSize={isRanked ? 48 : 64}
                isOwned={owned.has(app.id)}
              />
            ))}
          </ul>
        </li>
      ))}
    </Rail>
  );
}
