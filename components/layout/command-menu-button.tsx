'use client';

import { Compass } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { cx } from '@/components/ui/cx';
import type { CountryOption } from './country-picker';

// Nobody pays for the menu before the first time that somebody wants it.
const load = () => import('./command-menu');
const CommandMenu = dynamic(() => load().then((module) => module.CommandMenu), { ssr: false });

type Props = { country: string; countries: CountryOption[]; isSignedIn: boolean; isAdmin: boolean };

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

const openEvent = 'pomona-open-menu';

/** Opens the command menu, wherever its keys are handled. */
const openMenu = () => window.dispatchEvent(new Event(openEvent));

/** The command menu with its keys: ⌘K or Ctrl+K opens it, "/" goes to the search. Once a page. */
export function CommandMenuKeys(props: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [isWanted, setIsWanted] = useState(false);

  useEffect(() => {
    const open = () => {
      setIsWanted(true);
      setIsOpen(true);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (isShortcut(event)) {
        event.preventDefault();
        if (isOpen) setIsOpen(false);
        else if (!isBehindDialog()) open();
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
    window.addEventListener(openEvent, open);
    return () => {
      document.removeEventListener('keydown', onKey);
      window.removeEventListener(openEvent, open);
    };
  }, [isOpen]);

  return isWanted ? <CommandMenu {...props} isOpen={isOpen} onClose={() => setIsOpen(false)} /> : null;
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
      onClick={openMenu}
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
