import type { AppCard } from '@/lib/catalog/schema';
import { SectionHeading } from '@/components/ui/section-heading';
import { AppRow } from './app-row';

type Props = { title: string; href?: string; apps: AppCard[]; owned: ReadonlySet<string> };

/** The most popular apps of one kind, numbered. */
export function PopularColumn({ title, href, apps, owned }: Props) {
  return (
    <div className="min-w-0">
      <div className="flex border-b border-ink/80 pb-3">
        <SectionHeading title={title} href={href} />
      </div>
      <ol className="divide-y divide-line">
        {apps.map((app, index) => (
          <AppRow key={app.id} app={app} rank={index + 1} iconSize={48} isOwned={owned.has(app.id)} />
        ))}
      </ol>
    </div>
  );
}
