'use client';

import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Key } from '../claim-bar';
import { secondsLeft, type Undoable } from './undo';

const tickMs = 250;

type Props = { undoable: Pick<Undoable, 'key' | 'text' | 'until'> | null; isUndoing: boolean; onUndo: () => void };

/** What was decided last, and the way back while there is one. */
export function UndoToast({ undoable, isUndoing, onUndo }: Props) {
  return (
    <div aria-live="polite" className="pointer-events-none fixed inset-x-0 bottom-0 z-30 flex justify-center p-4">
      {undoable ? (
        <Toast key={undoable.key} text={undoable.text} until={undoable.until} isUndoing={isUndoing} onUndo={onUndo} />
      ) : null}
    </div>
  );
}

type ToastProps = Pick<Undoable, 'text' | 'until'> & Pick<Props, 'isUndoing' | 'onUndo'>;

export function Toast({ text, until, isUndoing, onUndo }: ToastProps) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const seconds = secondsLeft(until, now);
  if (seconds === 0) return null;
  return (
    <div className="pointer-events-auto flex max-w-full items-center gap-3 rounded-card bg-surface py-2 ps-4 pe-2 text-13 shadow-float forced-colors:border">
      <p dir="auto" className="min-w-0 wrap-anywhere">
        {text}
      </p>
      <Button
        tone="soft"
        className="h-11 shrink-0 px-3 text-13 whitespace-nowrap"
        aria-keyshortcuts="u"
        isWorking={isUndoing}
        onClick={onUndo}
      >
        <Undo2 className="size-4 rtl:-scale-x-100" aria-hidden="true" />
        Undo{' '}
        <span aria-hidden="true" className="min-w-[4ch] text-start numerals">
          ({seconds} s)
        </span>
        <Key>U</Key>
      </Button>
    </div>
  );
}
