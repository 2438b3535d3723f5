'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { AppIcon } from './app-icon';
import { BuyButton } from './buy-button';
import type { Buyable } from './purchase-context';

type Props = { app: Buyable; isOwned: boolean; children: ReactNode };

/** Keeps the price button in reach: once the page's own has scrolled away, a bar has it. */
export function StickyBuy({ app, isOwned, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [isAway, setIsAway] = useState(false);

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry) setIsAway(!entry.isIntersecting && entry.boundingClientRect.top < 80);
      },
      { rootMargin: '-64px 0px 0px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <>
      <div ref={place}>{children}</div>
      {isAway ? (
        <section
          aria-label="Price"
          data-sticky-buy
          className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface/95 pb-[env(safe-area-inset-bottom)] shadow-float backdrop-blur-md transition-[translate,opacity] duration-200 md:top-16 md:bottom-auto md:border-t-0 md:border-b md:shadow-none starting:translate-y-full starting:opacity-0 md:starting:-translate-y-4 print:hidden"
        >
          <div className="page-width flex h-16 items-center gap-3">
            <AppIcon app={app} size={48} className="size-10" />
            <p dir="auto" className="min-w-0 flex-1 truncate font-medium">
              {app.name}
            </p>
            <BuyButton app={app} isOwned={isOwned} tone="solid" />
          </div>
        </section>
      ) : null}
    </>
  );
}
