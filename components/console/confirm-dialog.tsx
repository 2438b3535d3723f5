'use client';

import { type ReactNode, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';

type Props = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  verb: string;
  keep: string;
  isNegative?: boolean;
  isWorking: boolean;
  failure: string | null;
  onConfirm: () => void;
};

/** Asks once more before something that is seen by others or cannot be undone. */
export function ConfirmDialog(props: Props) {
  const { isOpen, onClose, title, children, verb, keep, isNegative = false, isWorking, failure, onConfirm } = props;
  const stay = useRef<HTMLButtonElement>(null);
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={title} canClose={!isWorking} initialFocus={stay}>
      <div className="grid grid-cols-1 gap-5">
        <div className="text-muted">{children}</div>
        {failure ? <Notice tone="bad">{failure}</Notice> : null}
        <div className="flex flex-wrap gap-3">
          <Button tone={isNegative ? 'negative' : 'primary'} isWorking={isWorking} onClick={onConfirm}>
            {verb}
          </Button>
          <Button ref={stay} tone="soft" onClick={() => !isWorking && onClose()}>
            {keep}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
