'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { type Dispatch, type SetStateAction, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { hrefOf, readAddress } from './address';
import { commitAddress, typeAddress } from './entries';

const pauseMs = 250;
const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

const presentSearch = () => {
  const query = new URLSearchParams(location.search);
  return readAddress((name) => query.get(name));
};

type TypedAddress = {
  text: string;
  setText: Dispatch<SetStateAction<string>>;
  isOnPage: boolean;
  /** While an input method composes, nothing is searched for. */
  setIsComposing: (isComposing: boolean) => void;
  /** Searches at once, on the search page, with the filters that are on. */
  commit: (words: string) => void;
  /** Writes what waits at once. */
  flush: () => void;
  /** Drops what waits. */
  cancel: () => void;
};

/**
 * The words in the box and those in the address of the search page, each following the other: the address what is
 * typed, after a pause, and the box every other change, such as the way back.
 */
export function useTypedAddress(): TypedAddress {
  const pathname = usePathname();
  const isOnPage = pathname === '/search';
  const query = useSearchParams();
  const asked = isOnPage ? (readAddress((name) => query.get(name)).q ?? '') : '';
  const [text, setText] = useState(asked);
  const [isComposing, setIsComposing] = useState(false);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; write: () => void } | null>(null);
  // Written here, and not yet heard of again: what has been typed since is not to be overwritten.
  const own = useRef<string[]>([]);

  useBrowserLayoutEffect(() => {
    const at = own.current.lastIndexOf(asked);
    own.current = at < 0 ? [] : own.current.slice(at + 1);
    if (at < 0) setText(asked);
  }, [asked]);

  // Only the search page has words in its address: on others the box begins empty.
  const before = useRef(pathname);
  useBrowserLayoutEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    own.current = [];
    setText(asked);
  }, [asked, pathname]);

  useEffect(() => {
    if (!isOnPage || isComposing) return;
    const words = text.trim();
    const write = () => {
      waiting.current = null;
      const values = presentSearch();
      if (words === (values.q ?? '')) return;
      own.current.push(words);
      typeAddress(hrefOf(readable({ ...values, q: words })));
    };
    const timer = setTimeout(write, pauseMs);
    waiting.current = { timer, write };
    return () => {
      clearTimeout(timer);
      waiting.current = null;
    };
  }, [text, isOnPage, isComposing]);

  const cancel = () => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
  };
  return {
    text,
    setText,
    isOnPage,
    setIsComposing,
    cancel,
    flush: () => {
      const { write } = waiting.current ?? {};
      cancel();
      write?.();
    },
    commit: (words) => {
      cancel();
      const values = presentSearch();
      // Who goes on typing before the page has heard of it keeps what they typed.
      if (isOnPage && words.trim() !== (values.q ?? '')) own.current.push(words.trim());
      commitAddress(hrefOf(readable({ ...values, q: words })));
    },
  };
}

/** As it will be read again: an order by fit goes with the last word. */
const readable = (values: ReturnType<typeof presentSearch>) =>
  readAddress((name) => values[name as keyof typeof values]);
