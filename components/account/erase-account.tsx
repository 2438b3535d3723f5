'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Modal } from '@/components/ui/modal';
import { EraseForm } from './erase-form';

type Props = { email: string; hasPassword: boolean; hasReviews: boolean };

/** Where an account ends: what that means, a choice and a proof, and then a page that says goodbye. */
export function EraseAccount(account: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [isWorking, setIsWorking] = useState(false);
  const close = () => setIsOpen(false);

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-card border border-line bg-surface p-5">
      <p className="max-w-[52ch]">
        Deleting your account cannot be undone, and your library goes with it. You may want to download your data first.
      </p>
      <Button tone="negative" onClick={() => setIsOpen(true)}>
        Delete my account
      </Button>
      <Modal isOpen={isOpen} onClose={close} title="Delete your account?" canClose={!isWorking}>
        <EraseForm {...account} onWorking={setIsWorking} onCancel={close} />
      </Modal>
    </div>
  );
}
