'use client';

import { Flag, Gauge, Inbox, MessageSquareText, Scale, ScrollText } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { type NavLink, NavRail } from '@/components/ui/nav-rail';

const links: NavLink[] = [
  { href: '/moderation/submissions', label: 'Submissions', Icon: Inbox },
  { href: '/moderation/reviews', label: 'Reviews', Icon: MessageSquareText },
  { href: '/moderation/appeals', label: 'Appeals', Icon: Scale },
  { href: '/moderation/reports', label: 'Reports', Icon: Flag },
  { href: '/moderation/audit', label: 'Audit', Icon: ScrollText },
  { href: '/moderation', label: 'Dashboard', Icon: Gauge },
];

/** Where a moderator can go: one row above the page, which scrolls on phones. */
export function ModerationNav() {
  const pathname = usePathname();
  return (
    <nav aria-label="Moderation" className="min-w-0 border-b border-line pb-2 print:hidden">
      <NavRail links={links} here={pathname} />
    </nav>
  );
}
