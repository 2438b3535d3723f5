'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextAreaField } from '@/components/ui/field';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { fetchJson } from '@/lib/http/fetch-json';
import { type GuidelineId, guidelines } from '@/lib/moderation/rules';
import type { TakedownBody } from '@/lib/moderation/schema';
import { refusalWords } from './words';

export type TakedownChoice = { app: { id: string; name: string }; verb: 'take_down' | 'restore' };

type Props = {
  asked: TakedownChoice | null;
  onClose: () => void;
  onDone: (sentence: string) => Promise<void>;
};

/** Takes an app down with a rule and a reason, or brings it back; for admins. */
export function TakedownDialog({ asked: given, onClose, onDone }: Props) {
  // Still there while the dialog goes away.
  const [asked, setAsked] = useState(given);
  if (given && given !== asked) setAsked(given);
  const name = asked?.app.name ?? '';
  return (
    <Modal
      isOpen={given !== null}
      onClose={onClose}
      title={asked?.verb === 'restore' ? `Restore ${name}?` : `Take ${name} down?`}
    >
      {asked ? (
        <TakedownForm key={`${asked.app.id} ${asked.verb}`} {...asked} onClose={onClose} onDone={onDone} />
      ) : null}
    </Modal>
  );
}

function TakedownForm({ app, verb, onClose, onDone }: TakedownChoice & Pick<Props, 'onClose' | 'onDone'>) {
  const [guidelineId, setGuidelineId] = useState<GuidelineId | ''>('');
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isRestore = verb === 'restore';
  const path = `/api/v1/moderation/apps/${app.id}/takedown`;
  const change = useMutation({
    mutationFn: (body: TakedownBody | null) =>
      body === null ? fetchJson(path, { method: 'DELETE' }) : fetchJson(path, { method: 'PUT', body }),
    onSuccess: async () => {
      onClose();
      await onDone(`${app.name} is ${isRestore ? 'in the store again' : 'down'}.`);
    },
  });
  return (
    <form
      noValidate
      className="grid grid-cols-1 gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (change.isPending) return;
        if (isRestore) return change.mutate(null);
        setIsChecked(true);
        const wrong = guidelineId === '' ? 'select' : reason.trim() === '' ? 'textarea' : null;
        if (wrong !== null) event.currentTarget.querySelector<HTMLElement>(wrong)?.focus();
        else if (guidelineId !== '') change.mutate({ guidelineId, reason: reason.trim() });
      }}
    >
      <p className="text-muted">
        {isRestore
          ? 'The versions that were out then come back, and its page with them.'
          : 'Its page goes at once, and nothing of it can be downloaded. Its developer and everybody who owns it are told.'}
      </p>
      {isRestore ? null : (
        <>
          <SelectField
            label="Which rule does it break?"
            value={guidelineId}
            problem={isChecked && guidelineId === '' ? 'Choose the rule.' : null}
            onChange={(event) => setGuidelineId(guidelines.find(({ id }) => id === event.target.value)?.id ?? '')}
          >
            <option value="">Choose…</option>
            {guidelines.map(({ id, title }) => (
              <option key={id} value={id}>
                {id} {title}
              </option>
            ))}
          </SelectField>
          <TextAreaField
            label="Why? Its developer and its owners will read this."
            value={reason}
            maxLength={2000}
            problem={isChecked && reason.trim() === '' ? 'Say why in a few words.' : null}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
      {change.isError ? <Notice tone="bad">{refusalWords(change.error)}</Notice> : null}
      <Button
        type="submit"
        tone={isRestore ? 'primary' : 'negative'}
        isWorking={change.isPending}
        className="h-12 rounded-pill"
      >
        {isRestore ? 'Restore' : 'Take down'}
      </Button>
    </form>
  );
}
