'use client';

import { useEffect, useState } from 'react';

const tickMs = 15_000;

/** The time in milliseconds, a quarter of a minute old at most; `start` is what the server has rendered with. */
export function useNow(start: string): number {
  const [now, setNow] = useState(() => Date.parse(start));
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
