'use client';

import { Keyboard } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Modal } from '@/components/ui/modal';
import { commandOf, type DeskKey, isTypingIn } from './keys';

const keptAs = 'pomona-desk-keys';
const changed = 'pomona-desk-keys-changed';

function subscribe(listener: () => void) {
  addEventListener(changed, listener);
  addEventListener('storage', listener);
  return () => {
    removeEventListener(changed, listener);
    removeEventListener('storage', listener);
  };
}

function areKeysOn(): boolean {
  try {
    return localStorage.getItem(keptAs) !== 'off';
  } catch {
    return true;
  }
}

function setKeysOn(isOn: boolean) {
  try {
    localStorage.setItem(keptAs, isOn ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing has the keys on.
  }
  dispatchEvent(new Event(changed));
}

/** Calls `run` for each key of the desk; never while somebody types or a dialog is open. */
export function useDeskKeys<C extends string>(keys: readonly DeskKey<C>[], run: (command: C) => void) {
  const isOn = useSyncExternalStore(subscribe, areKeysOn, () => true);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const isDialogOpen = document.querySelector('[role=dialog],[role=alertdialog]') !== null;
      const command = commandOf(keys, event, { isTyping: isTypingIn(target), isDialogOpen });
      if (command === null) return;
      event.preventDefault();
      latest.current(command);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn, keys]);
}

type HelpProps = { keys: readonly DeskKey<string>[]; isOpen: boolean; onOpen: () => void; onClose: () => void };

/** Says what the keys do, and turns them off for those whom they hinder. */
export function KeysHelp({ keys, isOpen, onOpen, onClose }: HelpProps) {
  const isOn = useSyncExternalStore(subscribe, areKeysOn, () => true);
  return (
    <>
      <button type="button" className={buttonClass('plain', 'h-11 px-3 pointer-coarse:hidden')} onClick={onOpen}>
        <span className="inline-flex items-center gap-2">
          <Keyboard className="size-4.5" aria-hidden="true" />
          Keys
        </span>
      </button>
      <Modal isOpen={isOpen} onClose={onClose} title="Keys of this desk">
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2.5">
          {keys.map(({ key, text }) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="inline-grid h-7 min-w-7 place-items-center rounded border border-line-strong px-1.5 font-sans text-13">
                  {key}
                </kbd>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-5 flex min-h-11 items-center gap-3 border-t border-line pt-4">
          <input
            type="checkbox"
            checked={isOn}
            onChange={(event) => setKeysOn(event.target.checked)}
            className="size-5 shrink-0 accent-accent"
          />
          Use these keys
        </label>
        <p className="text-13 text-muted">They do nothing while you type. Escape closes a decision that you began.</p>
      </Modal>
    </>
  );
}
