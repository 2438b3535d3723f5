'use client';

import { useEffect, useRef, useState } from 'react';
import { type DeskEvent, deskEvent } from '@/lib/moderation/reviews/schema';
import { reviewsPath } from './words';

/** After a refusal the browser does not try again by itself. */
const retryMs = 15_000;

type Options = {
  onEvent: (event: DeskEvent) => void;
  /** The stream was away for a while: things may have happened that nobody told. */
  onMissed: () => void;
};

/**
 * What others do on the desk, as it happens; whether it is told at present. A window that nobody looks at listens to
 * nothing: browsers open few connections at once, and each would keep one.
 */
export function useDeskEvents({ onEvent, onMissed }: Options): boolean {
  const [isLive, setIsLive] = useState(false);
  const latest = useRef({ onEvent, onMissed });
  useEffect(() => {
    latest.current = { onEvent, onMissed };
  });
  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasOpen = false;
    const close = () => {
      clearTimeout(timer);
      source?.close();
      source = null;
      setIsLive(false);
    };
    const open = () => {
      close();
      source = new EventSource(`${reviewsPath}/events`);
      source.onopen = () => {
        setIsLive(true);
        if (wasOpen) latest.current.onMissed();
        wasOpen = true;
      };
      source.onmessage = ({ data }) => {
        const event = readEvent(data);
        if (event) latest.current.onEvent(event);
      };
      source.onerror = () => {
        setIsLive(false);
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, retryMs);
      };
    };
    const follow = () => (document.visibilityState === 'visible' ? source === null && open() : close());
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      close();
    };
  }, []);
  return isLive;
}

/** What cannot be read is nothing: the desk may be newer or older than the store. */
export function readEvent(data: unknown): DeskEvent | null {
  try {
    const parsed = deskEvent.safeParse(JSON.parse(String(data)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
