'use client';

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ComponentProps, ReactNode, RefObject } from 'react';
import { cx } from './cx';

type Props = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  isTitleHidden?: boolean;
  /** False while something runs that must not be lost from sight. */
  canClose?: boolean;
  initialFocus?: RefObject<HTMLElement | null>;
  /** Where the focus goes afterwards, where what opened it may be gone. */
  finalFocus?: ComponentProps<typeof Dialog.Popup>['finalFocus'];
  children: ReactNode;
};

/** A dialog in the middle of wide screens and a sheet at the foot of phones; keeps the focus and gives it back. */
export function Modal({
  isOpen,
  onClose,
  title,
  isTitleHidden = false,
  canClose = true,
  initialFocus,
  finalFocus,
  children,
}: Props) {
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open) => !open && canClose && onClose()}
      disablePointerDismissal={!canClose}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-modal="true"
          initialFocus={initialFocus}
          finalFocus={finalFocus}
          className={cx(
            'fixed z-50 flex max-h-[92dvh] flex-col overflow-y-auto overscroll-contain bg-surface has-data-foot:scroll-pb-24 text-ink shadow-float outline-none forced-colors:border',
            'inset-x-0 bottom-0 rounded-t-card pb-[env(safe-area-inset-bottom)]',
            'sm:top-1/2 sm:bottom-auto sm:mx-auto sm:w-[28rem] sm:max-w-[calc(100vw-3rem)] sm:-translate-y-1/2 sm:rounded-card',
            'transition-[opacity,translate] duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0',
            'data-ending-style:translate-y-8 data-starting-style:translate-y-8 sm:data-ending-style:-translate-y-[calc(50%-8px)] sm:data-starting-style:-translate-y-[calc(50%-8px)]',
          )}
        >
          <div className={cx('flex items-center justify-between gap-4 px-5 pt-4', isTitleHidden && 'pb-0')}>
            <Dialog.Title className={cx('text-17 font-semibold', isTitleHidden && 'sr-only')}>{title}</Dialog.Title>
            <Dialog.Close
              disabled={!canClose}
              aria-label="Close"
              className="-me-3 ms-auto grid size-11 place-items-center rounded-pill text-muted hover:bg-sunken hover:text-ink disabled:opacity-40"
            >
              <X className="size-5" aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div className="px-5 pt-2 pb-5">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What sends a long form, at the foot of its dialog: in sight however far it is scrolled. */
export function ModalFoot({ children }: { children: ReactNode }) {
  return (
    <div data-foot="" className="sticky bottom-0 z-10 -mx-5 -mb-5 grid border-t border-line bg-surface px-5 py-3">
      {children}
    </div>
  );
}
