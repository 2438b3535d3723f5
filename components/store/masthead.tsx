import type { CSSProperties, ReactNode } from 'react';
import type { AppCard } from '@/lib/catalog/schema';
import { AppIcon } from './app-icon';

type Props = {
  /** The colour whose tint the ground takes. */
  color: string;
  /** Whose icons lie beside the words on wide screens, given enough of them. */
  apps: Pick<AppCard, 'id' | 'name' | 'iconUrl' | 'color'>[];
  children: ReactNode;
  /** Below the words, at the foot of the ground: tabs. */
  foot?: ReactNode;
};

const fewest = 6;

/** The head of a page about many apps: words on a tinted ground, and a sheet of their icons cut off by its edges. */
export function Masthead({ color, apps, children, foot }: Props) {
  return (
    <header className="tinted border-b border-line" style={{ '--color-of': color } as CSSProperties}>
      <div className="page-width">
        <div className="relative flex min-h-36 items-end overflow-clip md:min-h-56">
          <div className="relative z-10 min-w-0 flex-1 pt-7 pb-6 md:pb-8 lg:max-w-[38rem]">{children}</div>
          {apps.length >= fewest ? <IconSheet apps={apps} /> : null}
        </div>
        {foot}
      </div>
    </header>
  );
}

function IconSheet({ apps }: Pick<Props, 'apps'>) {
  const shown = apps.slice(0, apps.length >= 12 ? 12 : apps.length >= 8 ? 8 : fewest);
  const columns = shown.length === fewest ? 'grid-cols-3' : 'grid-cols-4';
  return (
    <div
      aria-hidden="true"
      className="absolute inset-y-0 end-0 hidden w-[31rem] place-items-center mask-[linear-gradient(to_var(--inline-end),transparent,black_35%)] lg:grid print:hidden"
    >
      <div className={`grid -rotate-12 gap-5 rtl:rotate-12 ${columns}`}>
        {shown.map((app) => (
          <AppIcon key={app.id} app={app} size={96} />
        ))}
      </div>
    </div>
  );
}
