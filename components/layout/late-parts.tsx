'use client';

import { useEffect } from 'react';

/** Lays out what `late-parts` of utilities.css left for later, a part a frame, while the browser has nothing else to do. */
export function LateParts() {
  useEffect(() => {
    const parts = document.querySelectorAll<HTMLElement>('.late-parts > *').values();
    const next = () => {
      const { value: part } = parts.next();
      if (part) {
        part.style.contentVisibility = 'visible';
        requestAnimationFrame(() => whenIdle(next));
      } else {
        // What comes from now on is laid out at once: the back button needs the heights to find its place.
        document.documentElement.dataset.settled = '';
      }
    };
    whenIdle(next);
  }, []);

  return null;
}

const whenIdle = (run: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(run) : setTimeout(run, 200);
