'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Modal } from '@/components/ui/modal';
import { TextAreaField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { fetchJson } from '@/lib/http/fetch-json';
import { refusalWords } from './words';

type Organization = { id: string; name: string; isSuspended: boolean };

type Props = { organization: Organization | null; onClose: () => void; onDone: (sentence: string) => Promise<void> };

/** Suspends an organisation or, when it is suspended, lifts that; for admins. */
export function SuspensionDialog({ organization: opened, onClose, onDone }: Props) {
  // Still there while the dialog goes away.
  const [organization, setOrganization] = useState(opened);
  if (opened && opened !== organization) setOrganization(opened);
  return (
    <Modal isOpen={opened !== null} onClose={onClose} title={organization ? titleOf(organization) : ''}>
      {organization ? (
        <SuspensionForm
          key={`${organization.id} ${organization.isSuspended}`}
          organization={organization}
          onClose={onClose}
          onDone={onDone}
        />
      ) : null}
    </Modal>
  );
}

const titleOf = ({ name, isSuspended }: Organization) =>
  isSuspended ? `Lift the suspension of ${name}?` : `Suspend ${name}?`;

export function SuspensionForm({ organization, onClose, onDone }: Props & { organization: Organization }) {
  const [reason, setReason] = useState('');
  const [isReasonMissing, setIsReasonMissing] = useState(false);
  const { name, isSuspended } = organization;
  const path = `/api/v1/moderation/organizations/${organization.id}/suspension`;
  const change = useMutation({
    mutationFn: () =>
      isSuspended
        ? fetchJson(path, { method: 'DELETE' })
        : fetchJson(path, { method: 'PUT', body: { reason: reason.trim() } }),
    onSuccess: async () => {
      onClose();
      await onDone(`${name} is ${isSuspended ? 'no longer suspended' : 'suspended'}.`);
    },
  });
  return (
    <form
      noValidate
      className="grid grid-cols-1 gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const isMissing = !isSuspended && reason.trim() === '';
        setIsReasonMissing(isMissing);
        if (isMissing) event.currentTarget.querySelector('textarea')?.focus();
        else if (!change.isPending) change.mutate();
      }}
    >
      <p className="text-muted">
        {isSuspended
          ? 'The apps that the suspension hid are listed again, and its members can work.'
          : 'Its apps are not listed and nothing of it can change. Those who own its apps keep them.'}
      </p>
      {isSuspended ? null : (
        <TextAreaField
          label="Why? Its members will read this."
          value={reason}
          maxLength={2000}
          problem={isReasonMissing ? 'Say why in a few words.' : null}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {change.isError ? <Notice tone="bad">{refusalWords(change.error)}</Notice> : null}
      <Button
        type="submit"
        tone={isSuspended ? 'primary' : 'negative'}
        isWorking={change.isPending}
        className="h-12 rounded-pill"
      >
        {isSuspended ? 'Lift the suspension' : 'Suspend'}
      </Button>
    </form>
  );
}
