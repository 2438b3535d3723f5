'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useMemo, useTransition } from 'react';
import { cx } from '@/components/ui/cx';

type Navigation = { go: (href: string, options?: { isReplaced?: boolean }) => void; isPending: boolean };

const NavigationContext = createContext<Navigation>({ go: (href) => location.assign(href), isPending: false });

/** Going to another page while the present one stays to be seen, dimmed, until the new one is there. */
export const useNavigation = () => useContext(NavigationContext);

export function NavigationProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const value = useMemo<Navigation>(
    () => ({
      isPending,
      go: (href, { isReplaced = false } = {}) =>
        startTransition(() => (isReplaced ? router.replace(href, { scroll: false }) : router.push(href))),
    }),
    [isPending, router],
  );
  return <NavigationContext value={value}>{children}</NavigationContext>;
}

/** Results that stay, dimmed, while others are on their way. */
export function Results({
  children,
  isDimmed = false,
  className,
}: {
  children: ReactNode;
  isDimmed?: boolean;
  className?: string;
}) {
  const { isPending } = useNavigation();
  const isWaiting = isPending || isDimmed;
  return (
    <div aria-busy={isWaiting} className={cx('transition-opacity', isWaiting && 'opacity-50 delay-100', className)}>
      {children}
    </div>
  );
}
