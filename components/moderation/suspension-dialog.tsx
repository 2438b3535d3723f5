'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Choice, type Option } from '@/components/ops/choice';
import { Button } from '@/components/ui/button';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { fetchJson } from '@/lib/http/fetch-json';
import { TextArea } from './text-area';
import { refusalWords } from './words';

type Organization = { id: string; name: string };

type Props = { organization: Organization | null; onClose: () => void; onDone: (sentence: string) => void };

/** Suspends an organisation, or lifts that; for admins. */
export function SuspensionDialog({ organization: opened, onClose, onDone }: Props) {
  // Still there while the dialog goes away.
  const [organization, setOrganization] = useState(opened);
  if (opened && opened !== organization) setOrganization(opened);
  return (
    <Modal isOpen={opened !== null} onClose={onClose} title={organization?.name ?? ''}>
      {organization ? (
        <SuspensionForm key={organization.id} organization={organization} onClose={onClose} onDone={onDone} />
      ) : null}
    </Modal>
  );
}

type Verb = 'suspend' | 'lift';

const verbs: Option<Verb>[] = [
  {
    value: 'suspend',
    label: 'Suspend it',
    text: 'Its apps are not listed and nothing of it can change. Those who own its apps keep them.',
  },
  { value: 'lift', label: 'Lift its suspension', text: 'Its apps are listed again and its members can work.' },
];

function SuspensionForm({ organization, onClose, onDone }: Props & { organization: Organization }) {
  const [verb, setVerb] = useState<Verb>('suspend');
  const [reason, setReason] = useState('');
  const [isReasonMissing, setIsReasonMissing] = useState(false);
  const path = `/api/v1/moderation/organizations/${organization.id}/suspension`;
  const change = useMutation({
    mutationFn: () =>
      verb === 'suspend'
        ? fetchJson(path, { method: 'PUT', body: { reason: reason.trim() } })
        : fetchJson(path, { method: 'DELETE' }),
    onSuccess: () => {
      onDone(`${organization.name} is ${verb === 'suspend' ? 'suspended' : 'no longer suspended'}.`);
      onClose();
    },
  });
  return (
    <form
      noValidate
      className="grid grid-cols-1 gap-4 pt-1"
      onSubmit={(event) => {
        event.preventDefault();
        const isMissing = verb === 'suspend' && reason.trim() === '';
        setIsReasonMissing(isMissing);
        if (isMissing) event.currentTarget.querySelector('textarea')?.focus();
        else if (!change.isPending) change.mutate();
      }}
    >
      <Choice
        legend="What should happen?"
        options={verbs}
        value={verb}
        onChange={(to) => {
          setVerb(to);
          change.reset();
        }}
      />
      {verb === 'suspend' ? (
        <TextArea
          label="Why? Its members will read this."
          value={reason}
          maxLength={2000}
          problem={isReasonMissing ? 'Say why in a few words.' : null}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
      {change.isError ? <Notice tone="bad">{refusalWords(change.error)}</Notice> : null}
      <Button
        type="submit"
        tone={verb === 'suspend' ? 'negative' : 'primary'}
        isWorking={change.isPending}
        className="h-12 rounded-pill"
      >
        {verb === 'suspend' ? `Suspend ${organization.name}` : `Lift the suspension of ${organization.name}`}
      </Button>
    </form>
  );
}
