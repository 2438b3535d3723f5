'use client';

import {
  HeartPulse,
  Inbox,
  Landmark,
  LayoutGrid,
  MailPlus,
  Scale,
  SlidersHorizontal,
  Store,
  Undo2,
  UsersRound,
  Workflow,
} from 'lucide-react';
import { usePathname } from 'next/navigation';
import { type NavLink, NavRail } from '@/components/ui/nav-rail';

const links: NavLink[] = [
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
  return (
    <nav aria-label="Running the store" className="min-w-0 print:hidden">
      <NavRail links={links} here={links.find(({ href }) => isHere(href, pathname))?.href} isColumn />
    </nav>
  );
}
