'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import {
  CircleUserRound,
  CreditCard,
  Hammer,
  Heart,
  LibraryBig,
  LogOut,
  ReceiptText,
  Scale,
  Store,
} from 'lucide-react';
import { Link } from '@/components/ui/link';
import { usePathname } from 'next/navigation';
import { useCallback, useId, useRef, useState } from 'react';
import { signOut } from '@/components/account/credentials';
import { buttonClass } from '@/components/ui/button';
import { useDismiss } from '@/components/ui/use-dismiss';
import type { Me } from '@/lib/accounts/schema';
import { signInPath } from '@/lib/auth/rules';
import { fetchJson } from '@/lib/http/fetch-json';
import { forgetRecent } from './forget-recent';

const links = [
  { href: '/library', label: 'Library', Icon: LibraryBig },
  { href: '/wishlist', label: 'Wishlist', Icon: Heart },
  { href: '/purchases', label: 'Purchases', Icon: ReceiptText },
  { href: '/account#payment', label: 'Payment methods', Icon: CreditCard },
  { href: '/account', label: 'Account', Icon: CircleUserRound },
];

const consoleLink = { href: '/console', label: 'Developer console', Icon: Hammer };
const deskLink = { href: '/moderation', label: 'Moderation desk', Icon: Scale };
const settingsLink = { href: '/ops', label: 'Store settings', Icon: Store };

const itemClass = 'flex h-11 w-full items-center gap-3 rounded-control px-3 text-15 hover:bg-sunken';

type Roles = { isAdmin: boolean; isModerator: boolean };

export function UserMenu({ isSignedIn, ...roles }: Roles & { isSignedIn: boolean }) {
  const pathname = usePathname();
  if (isSignedIn) return <SignedInMenu {...roles} />;
  return (
    <Link
      href={pathname === '/' ? '/sign-in' : signInPath(pathname)}
      className={buttonClass('soft', 'h-10 shrink-0 rounded-pill')}
    >
      Sign in
    </Link>
  );
}

const linksFor = ({ isAdmin, isModerator }: Roles) => [
  ...links,
  consoleLink,
  ...(isModerator ? [deskLink] : []),
  ...(isAdmin ? [settingsLink] : []),
];

function SignedInMenu(roles: Roles) {
  const [isOpen, setIsOpen] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      forgetRecent();
      location.assign('/');
    },
  });

  const close = useCallback((by: 'escape' | 'outside') => {
    setIsOpen(false);
    if (by === 'escape') trigger.current?.focus();
  }, []);
  useDismiss(area, isOpen, close);

  return (
    <div ref={area} className="relative shrink-0">
      <button
        ref={trigger}
        type="button"
        aria-label="Your account"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setIsOpen(!isOpen)}
        className="grid size-10 place-items-center rounded-pill bg-sunken text-ink transition-colors hover:bg-line"
      >
        <CircleUserRound className="size-5.5" aria-hidden="true" />
      </button>
      <div
        id={panelId}
        hidden={!isOpen}
        className="absolute top-full end-0 z-40 mt-2 w-64 rounded-card border border-line bg-surface p-2 shadow-float transition-opacity starting:opacity-0"
      >
        {isOpen ? <Person /> : null}
        <ul className="grid pt-2">
          {linksFor(roles).map(({ href, label, Icon }) => (
            <li key={href}>
              <Link href={href} className={itemClass} onClick={() => setIsOpen(false)}>
                <Icon className="size-4.5 text-muted" aria-hidden="true" />
                {label}
              </Link>
            </li>
          ))}
          <li>
            <button type="button" className={itemClass} onClick={() => !leave.isPending && leave.mutate()}>
              <LogOut className="size-4.5 text-muted rtl:-scale-x-100" aria-hidden="true" />
              {leave.isPending ? 'Signing out…' : leave.isError ? 'That failed. Try again' : 'Sign out'}
            </button>
          </li>
        </ul>
      </div>
    </div>
  );
}

function Person() {
  const me = useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => (await fetchJson<Me>('/api/v1/me', { signal })).body,
    staleTime: 60_000,
  });
  return (
    <div className="h-16 border-b border-line px-3 pt-1.5 pb-3">
      {me.data ? (
        <>
          <p className="truncate font-semibold">{me.data.name}</p>
          <p className="truncate text-13 text-muted">{me.data.email}</p>
        </>
      ) : me.isPending ? (
        <>
          <div className="skeleton mt-1 h-4 w-28" />
          <div className="skeleton mt-2.5 h-3 w-40" />
        </>
      ) : null}
    </div>
  );
}
