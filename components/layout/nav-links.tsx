'use client';

import { Link } from '@/components/ui/link';
import { usePathname } from 'next/navigation';
import { cx } from '@/components/ui/cx';

const links = [
  { href: '/', label: 'Today', isOf: (path: string) => path === '/' || path.startsWith('/stories/') },
  { href: '/categories', label: 'Categories', isOf: (path: string) => path.startsWith('/categories') },
  { href: '/library', label: 'Library', isOf: (path: string) => path.startsWith('/library') },
];

export function NavLinks({ className }: { className?: string }) {
  const pathname = usePathname();
  return (
    <ul className={cx('flex gap-1', className)}>
      {links.map(({ href, label, isOf }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={isOf(pathname) ? 'page' : undefined}
            className="inline-flex h-10 items-center rounded-pill px-3.5 text-15 font-medium text-muted transition-colors hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink"
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
