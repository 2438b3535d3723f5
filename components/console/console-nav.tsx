'use client';

import {
  Check,
  ChevronsUpDown,
  KeyRound,
  LayoutGrid,
  MessageSquareText,
  Plus,
  Settings2,
  UsersRound,
} from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useCallback, useId, useRef, useState } from 'react';
import { Link } from '@/components/ui/link';
import { type NavLink, NavRail } from '@/components/ui/nav-rail';
import { useDismiss } from '@/components/ui/use-dismiss';

type Name = { slug: string; name: string };

type Props = { organization: Name; others: Name[] };

const linksOf = (slug: string): NavLink[] => [
  { href: `/console/${slug}`, label: 'Apps', Icon: LayoutGrid },
  { href: `/console/${slug}/reviews`, label: 'Reviews', Icon: MessageSquareText },
  { href: `/console/${slug}/members`, label: 'Members', Icon: UsersRound },
  { href: `/console/${slug}/keys`, label: 'API keys', Icon: KeyRound },
  { href: `/console/${slug}/settings`, label: 'Settings', Icon: Settings2 },
];

/** Everything that is none of the other pages is about the apps. */
function placeOf(pathname: string, slug: string): string {
  const others = linksOf(slug).slice(1);
  return others.find(({ href }) => pathname === href || pathname.startsWith(`${href}/`))?.href ?? `/console/${slug}`;
}

/** Whose console it is and where one can go in it: beside the page on wide screens, a row that scrolls on phones. */
export function ConsoleNav({ organization, others }: Props) {
  const pathname = usePathname();
  const here = placeOf(pathname, organization.slug);
  return (
    <nav aria-label="Developer console" className="grid min-w-0 grid-cols-1 gap-3 print:hidden lg:gap-4">
      <Switcher organization={organization} others={others} />
      <NavRail links={linksOf(organization.slug)} here={here} isPage={pathname === here} isColumn />
    </nav>
  );
}

const itemClass = 'flex min-h-11 items-center gap-3 rounded-control px-3 py-1.5 text-15 hover:bg-sunken';

/** Whose console it is; the other organisations that I belong to, and a new one. */
function Switcher({ organization, others }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const close = useCallback((by: 'escape' | 'outside') => {
    setIsOpen(false);
    if (by === 'escape') trigger.current?.focus();
  }, []);
  useDismiss(area, isOpen, close);
  return (
    <div ref={area} className="relative min-w-0">
      <button
        ref={trigger}
        type="button"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setIsOpen(!isOpen)}
        className="flex h-11 w-full items-center gap-2 rounded-control border border-line bg-surface px-3 text-start font-semibold transition-colors hover:border-line-strong"
      >
        <span className="sr-only">Organisation: </span>
        <span className="min-w-0 flex-1 truncate" dir="auto">
          {organization.name}
        </span>
        <ChevronsUpDown className="size-4 shrink-0 text-muted" aria-hidden="true" />
      </button>
      <div
        id={panelId}
        hidden={!isOpen}
        className="absolute inset-x-0 top-full z-20 mt-2 max-h-[min(24rem,60dvh)] overflow-y-auto rounded-card border border-line bg-surface p-2 shadow-float lg:end-auto lg:w-72"
      >
        <ul className="grid grid-cols-1">
          <li>
            <Link
              href={`/console/${organization.slug}`}
              aria-current="true"
              className={itemClass}
              onClick={() => setIsOpen(false)}
            >
              <span className="min-w-0 flex-1 truncate" dir="auto">
                {organization.name}
              </span>
              <Check className="size-4.5 shrink-0 text-accent-text" aria-hidden="true" />
            </Link>
          </li>
          {others.map(({ slug, name }) => (
            <li key={slug}>
              <Link href={`/console/${slug}`} className={itemClass} onClick={() => setIsOpen(false)}>
                <span className="min-w-0 flex-1 truncate" dir="auto">
                  {name}
                </span>
              </Link>
            </li>
          ))}
          <li className="mt-2 border-t border-line pt-2">
            <Link href="/console/new" className={`${itemClass} text-muted`} onClick={() => setIsOpen(false)}>
              <Plus className="size-4.5 shrink-0" aria-hidden="true" />
              New organisation
            </Link>
          </li>
        </ul>
      </div>
    </div>
  );
}
