'use client';

import { Menu } from '@base-ui/react/menu';
import { useMutation, useQuery } from '@tanstack/react-query';
import { CircleUserRound, CreditCard, LibraryBig, LogOut, ReceiptText } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { signOut } from '@/components/account/credentials';
import { buttonClass } from '@/components/ui/button';
import type { Me } from '@/lib/accounts/schema';
import { signInPath } from '@/lib/auth/rules';
import { fetchJson } from '@/lib/http/fetch-json';

const links = [
  { href: '/library', label: 'Library', Icon: LibraryBig },
  { href: '/purchases', label: 'Purchases', Icon: ReceiptText },
  { href: '/account#payment', label: 'Payment methods', Icon: CreditCard },
  { href: '/account', label: 'Account', Icon: CircleUserRound },
];

const itemClass =
  'flex h-11 items-center gap-3 rounded-control px-3 text-15 outline-none select-none data-highlighted:bg-sunken';

export function UserMenu({ isSignedIn }: { isSignedIn: boolean }) {
  const pathname = usePathname();
  if (isSignedIn) return <SignedInMenu />;
  return (
    <Link
      href={pathname === '/' ? '/sign-in' : signInPath(pathname)}
      className={buttonClass('soft', 'h-10 shrink-0 rounded-pill')}
    >
      Sign in
    </Link>
  );
}

function SignedInMenu() {
  const [isOpen, setIsOpen] = useState(false);
  const me = useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => (await fetchJson<Me>('/api/v1/me', { signal })).body,
    enabled: isOpen,
    staleTime: 60_000,
  });
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => location.assign('/') });

  return (
    <Menu.Root open={isOpen} onOpenChange={setIsOpen} modal={false}>
      <Menu.Trigger
        aria-label="Your account"
        className="grid size-10 shrink-0 place-items-center rounded-pill bg-sunken text-ink transition-colors hover:bg-line"
      >
        <CircleUserRound className="size-5.5" aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={8} align="end" className="z-40 outline-none">
          <Menu.Popup className="w-64 origin-(--transform-origin) rounded-card border border-line bg-surface p-2 text-ink shadow-float outline-none transition-[opacity,scale] data-ending-style:scale-97 data-ending-style:opacity-0 data-starting-style:scale-97 data-starting-style:opacity-0">
            <div className="border-b border-line px-3 pt-1.5 pb-3">
              {me.data ? (
                <>
                  <p className="truncate font-semibold">{me.data.name}</p>
                  <p className="truncate text-13 text-muted">{me.data.email}</p>
                </>
              ) : (
                <>
                  <div className="skeleton mt-1 h-4 w-28" />
                  <div className="skeleton mt-2.5 h-3 w-40" />
                </>
              )}
            </div>
            <div className="grid pt-2">
              {links.map(({ href, label, Icon }) => (
                <Menu.LinkItem key={href} closeOnClick className={itemClass} render={<Link href={href} />}>
                  <Icon className="size-4.5 text-muted" aria-hidden="true" />
                  {label}
                </Menu.LinkItem>
              ))}
              <Menu.Item className={itemClass} closeOnClick={false} onClick={() => leave.mutate()}>
                <LogOut className="size-4.5 text-muted" aria-hidden="true" />
                {leave.isPending ? 'Signing out…' : leave.isError ? 'That failed. Try again' : 'Sign out'}
              </Menu.Item>
            </div>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
