'use client';

import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { cx } from './cx';
import { Link } from './link';

export type NavLink = { href: string; label: string; Icon: LucideIcon };

type Props = {
  links: readonly NavLink[];
  /** The link that leads here, or to what this page is a part of. */
  here: string | undefined;
  /** Whether `here` is this very page. */
  isPage?: boolean;
  /** Beside the page on wide screens; a row above it otherwise. */
  isColumn?: boolean;
};

/** Where one can go from here: a row that scrolls on phones, with the present place in sight. */
export function NavRail({ links, here, isPage = true, isColumn = false }: Props) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (!here) return;
    const link = list.current?.querySelector('[aria-current]');
    link?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
  }, [here]);
  return (
    <ul ref={list} className={cx('rail gap-1', isColumn && 'lg:m-0 lg:grid lg:overflow-visible lg:p-0')}>
      {links.map(({ href, label, Icon }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={href === here ? (isPage ? 'page' : 'true') : undefined}
            className={cx(
              'flex h-11 items-center gap-3 rounded-pill px-4 text-15 font-medium whitespace-nowrap text-muted transition-colors hover:text-ink aria-[current]:bg-sunken aria-[current]:text-ink',
              isColumn && 'lg:rounded-control lg:px-3',
            )}
          >
            <Icon className="size-4.5 shrink-0" aria-hidden="true" />
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
