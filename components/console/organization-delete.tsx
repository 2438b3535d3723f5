'use client';

import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { counted } from '@/components/ui/format';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import type { Organization } from '@/lib/accounts/organizations/schema';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import { ReasonedButton } from './reasoned-button';

type Props = {
  organization: Organization;
  /** Why I cannot delete it; null when I can. */
  reason: string | null;
};

/** Where an organisation ends: once nothing of it is in the store any more. */
export function OrganizationDelete({ organization, reason }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const { listedAppCount } = organization;
  const why =
    reason ??
    (listedAppCount > 0
      ? `${counted(listedAppCount, 'app')} of it in the store. Transfer or take off sale first.`
      : null);
  return (
    <>
      <p className="mb-4 max-w-[52ch] text-muted">
        Members, keys and drafts go with it. It has to have no apps that anybody sees or owns, and no money to come.
      </p>
      <ReasonedButton
        tone="negative"
        reason={why}
        className="h-auto min-h-11 max-w-full py-2 text-start wrap-anywhere"
        onClick={() => setIsOpen(true)}
      >
        Delete {organization.name}…
      </ReasonedButton>
      <DeleteDialog organization={organization} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}

function DeleteDialog({
  organization: { slug, name },
  isOpen,
  onClose,
}: {
  organization: Organization;
  isOpen: boolean;
  onClose: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const remove = useMutation({
    mutationFn: () => fetchJson(`/api/v1/console/organizations/${slug}`, { method: 'DELETE' }),
    // As a new document: nothing of it stays in memory.
    onSuccess: () => location.replace('/console'),
  });
  const isWorking = remove.isPending || remove.isSuccess;
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={`Delete ${name}?`} canClose={!isWorking} initialFocus={field}>
      <form
        noValidate
        className="grid grid-cols-1 gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWorking) return;
          setIsWrong(typed.trim() !== slug);
          if (typed.trim() === slug) remove.mutate();
          else field.current?.focus();
        }}
      >
        <p className="text-muted">This cannot be undone.</p>
        <TextField
          ref={field}
          label={`Type ${slug} to confirm`}
          value={typed}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          problem={isWrong ? `This is not ${slug}.` : null}
          onChange={(event) => {
            setTyped(event.target.value);
            setIsWrong(false);
          }}
        />
        {remove.isError ? <Notice tone="bad">{sentenceOf(remove.error)}</Notice> : null}
        <div className="grid grid-cols-1 gap-2.5">
          <Button type="submit" tone="negative" isWorking={isWorking} className="h-12 rounded-pill">
            Delete it for good
          </Button>
          <Button tone="soft" onClick={onClose} disabled={isWorking} className="h-12 rounded-pill">
            Keep it
          </Button>
        </div>
      </form>
    </Modal>
  );
}
