'use client';

import { Flag, Gauge, Inbox, type LucideIcon, Scale, ScrollText } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { Link } from '@/components/ui/link';

const links: { href: string; label: string; Icon: LucideIcon }[] = [
  { href: '/moderation/submissions', label: 'Submissions', Icon: Inbox },
  { href: '/moderation/appeals', label: 'Appeals', Icon: Scale },
  { href: '/moderation/reports', label: 'Reports', Icon: Flag },
  { href: '/moderation/audit', label: 'Audit', Icon: ScrollText },
  { href: '/moderation', label: 'Dashboard', Icon: Gauge },
];

/** Where a moderator can go: one row above the page, which scrolls on phones. */
export function ModerationNav() {
  const pathname = usePathname();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (!pathname) return;
    const here = list.current?.querySelector('[aria-current]');
    here?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
  }, [pathname]);
  return (
    <nav aria-label="Moderation" className="min-w-0 border-b border-line pb-2 print:hidden">
      <ul ref={list} className="rail gap-1">
        {links.map(({ href, label, Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={pathname === href ? 'page' : undefined}
              className="flex h-11 items-center gap-2.5 rounded-pill px-4 text-15 font-medium whitespace-nowrap text-muted transition-colors hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink"
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
