'use client';

import { Compass } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { cx } from '@/components/ui/cx';
import type { CountryOption } from './country-picker';

// Nobody pays for the menu before the first time that somebody wants it.
const load = () => import('./command-menu');
const CommandMenu = dynamic(() => load().then((module) => module.CommandMenu), { ssr: false });

type Props = {
  country: string;
  countries: CountryOption[];
  isSignedIn: boolean;
  isAdmin: boolean;
  isModerator: boolean;
};

const never = () => () => undefined;
const isApple = () => /mac|iphone|ipad/i.test(navigator.platform);

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** ⌘K on Apple's keyboards, where Ctrl+K edits text; Ctrl+K on the others. */
const isShortcut = (event: KeyboardEvent) =>
  event.key.toLowerCase() === 'k' &&
  !event.altKey &&
  !event.shiftKey &&
  (isApple() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey);

// Outside of React: the button may come to life, and be clicked, before the menu has.
let isOpen = false;
const listeners = new Set<() => void>();
const setIsOpen = (value: boolean) => {
  isOpen = value;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The command menu with its keys: ⌘K or Ctrl+K opens it, "/" goes to the search. Once a page. */
export function CommandMenuKeys(props: Props) {
  const isShown = useSyncExternalStore(
    subscribe,
    () => isOpen,
    () => false,
  );
  const [wasShown, setWasShown] = useState(false);
  if (isShown && !wasShown) setWasShown(true);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (isShortcut(event)) {
        event.preventDefault();
        if (isOpen || !isBehindDialog()) setIsOpen(!isOpen);
      } else if (
        event.key === '/' &&
        !event.metaKey &&
        !event.ctrlKey &&
        !isTyping(event.target) &&
        !isBehindDialog()
      ) {
        event.preventDefault();
        document.querySelector<HTMLInputElement>('header input[name="q"]')?.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return wasShown ? <CommandMenu {...props} isOpen={isShown} onClose={() => setIsOpen(false)} /> : null;
}

const isBehindDialog = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/** Says that there is a command menu, and opens it. */
export function CommandMenuButton({ isHint = false, className }: { isHint?: boolean; className?: string }) {
  const isApplesKey = useSyncExternalStore(never, isApple, () => false);
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      title={isApplesKey ? 'Command menu (⌘K)' : 'Command menu (Ctrl+K)'}
      onPointerEnter={load}
      onFocus={load}
      onClick={() => setIsOpen(true)}
      className={cx('place-items-center text-muted transition-colors hover:text-ink', className)}
    >
      <span className="sr-only">Command menu </span>
      {isHint ? (
        <kbd className="font-sans text-12 font-medium">{isApplesKey ? '⌘K' : 'Ctrl K'}</kbd>
      ) : (
        <Compass className="size-4.5" aria-hidden="true" />
      )}
    </button>
  );
}
