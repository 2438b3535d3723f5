'use client';

import {
  HeartPulse,
  Inbox,
  Landmark,
  LayoutGrid,
  type LucideIcon,
  MailPlus,
  Scale,
  SlidersHorizontal,
  Store,
  Undo2,
  UsersRound,
  Workflow,
} from 'lucide-react';
import { Link } from '@/components/ui/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

const links: { href: string; label: string; Icon: LucideIcon }[] = [
  { href: '/ops', label: 'Overview', Icon: Store },
  { href: '/ops/settings', label: 'Settings', Icon: SlidersHorizontal },
  { href: '/ops/legal', label: 'Legal pages', Icon: Scale },
  { href: '/ops/collections', label: 'Collections', Icon: LayoutGrid },
  { href: '/ops/invitations', label: 'Invitations', Icon: MailPlus },
  { href: '/ops/users', label: 'Users', Icon: UsersRound },
  { href: '/ops/refunds', label: 'Refunds', Icon: Undo2 },
  { href: '/ops/payouts', label: 'Payouts', Icon: Landmark },
  { href: '/ops/mail', label: 'Mail', Icon: Inbox },
  { href: '/ops/queues', label: 'Queues', Icon: Workflow },
  { href: '/ops/system', label: 'System', Icon: HeartPulse },
];

const isHere = (href: string, path: string) => path === href || (href !== '/ops' && path.startsWith(`${href}/`));

/** Where an admin can go: beside the page on wide screens, a row that scrolls on phones. */
export function OpsNav() {
  const pathname = usePathname();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (!pathname) return;
    const here = list.current?.querySelector('[aria-current]');
    here?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
  }, [pathname]);
  return (
    <nav aria-label="Running the store" className="min-w-0 print:hidden">
      <ul ref={list} className="rail gap-1 lg:m-0 lg:grid lg:overflow-visible lg:p-0">
        {links.map(({ href, label, Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isHere(href, pathname) ? 'page' : undefined}
              className="flex h-11 items-center gap-3 rounded-pill px-4 text-15 font-medium whitespace-nowrap text-muted transition-colors hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink lg:rounded-control lg:px-3"
            >
              <Icon className="size-4.5 shrink-0" aria-hidden="true" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
