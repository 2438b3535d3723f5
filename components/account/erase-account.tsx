'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Modal } from '@/components/ui/modal';
import { EraseForm } from './erase-form';

type Props = { email: string; hasPassword: boolean };

/** Where an account ends: what that means, a choice and a proof, and then a last word. */
export function EraseAccount({ email, hasPassword }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [isWorking, setIsWorking] = useState(false);
  const [isErased, setIsErased] = useState(false);
  // A whole new document: nothing of the account stays in memory.
  const close = () => (isErased ? location.assign('/') : setIsOpen(false));

  return (
    <div className="rounded-card border border-line bg-surface p-5">
      <p className="mb-4">
        Deleting your account cannot be undone, and your library goes with it. You may want to download your data first.
      </p>
      <Button tone="negative" onClick={() => setIsOpen(true)}>
        Delete my account
      </Button>
      <Modal
        isOpen={isOpen}
        onClose={close}
        title={isErased ? 'Your account is deleted' : 'Delete your account?'}
        canClose={!isWorking}
      >
        {isErased ? (
          <div className="grid grid-cols-1 gap-5">
            <p>You are signed out everywhere. Thank you for having been here.</p>
            <Button className="h-12 rounded-pill" onClick={close} autoFocus>
              Go to the front page
            </Button>
          </div>
        ) : (
          <EraseForm
            email={email}
            hasPassword={hasPassword}
            onWorking={setIsWorking}
            onErased={() => setIsErased(true)}
            onCancel={close}
          />
        )}
      </Modal>
    </div>
  );
}
