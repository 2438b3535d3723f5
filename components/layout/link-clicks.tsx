'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Follows the page's links within the document, and fetches ahead once somebody means one. */
export function LinkClicks() {
  const router = useRouter();

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = linkOf(event);
      if (!link || event.defaultPrevented || !isPlain(event)) return;
      if (link.origin !== location.origin || (link.target && link.target !== '_self')) return;
      event.preventDefault();
      router.push(addressOf(link));
    };
    let meant: HTMLAnchorElement | null = null;
    const mean = (event: Event) => {
      const link = linkOf(event);
      if (!link || link === meant || link.origin !== location.origin) return;
      meant = link;
      router.prefetch(addressOf(link));
    };
    document.addEventListener('click', follow);
    document.addEventListener('pointerover', mean, { passive: true });
    document.addEventListener('touchstart', mean, { passive: true });
    document.addEventListener('focusin', mean);
    return () => {
      document.removeEventListener('click', follow);
      document.removeEventListener('pointerover', mean);
      document.removeEventListener('touchstart', mean);
      document.removeEventListener('focusin', mean);
    };
  }, [router]);

  return null;
}

const linkOf = (event: Event) =>
  event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-link]') : null;

const addressOf = ({ pathname, search, hash }: HTMLAnchorElement) => `${pathname}${search}${hash}`;

/** With the first button alone: the others open tabs and windows. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
