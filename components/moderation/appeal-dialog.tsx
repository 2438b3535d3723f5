'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Modal } from '@/components/ui/modal';
import { TextAreaField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useSendOnce } from '@/components/ui/use-send-once';
import { fetchJson } from '@/lib/http/fetch-json';
import type { Appeal, AppealDecisionBody } from '@/lib/moderation/schema';
import { appealOutcome, appealTitle } from './appeal-words';
import { appealsPath, refusalWords } from './words';

export type AppealVerb = AppealDecisionBody['decision'];
export type AppealChoice = { appeal: Appeal; verb: AppealVerb };

type Props = {
  asked: AppealChoice | null;
  onClose: () => void;
  onDecided: (sentence: string) => Promise<void>;
};

/** Asks for the words of the decision, which the developer or the author will read. */
export function AppealDialog({ asked: given, onClose, onDecided }: Props) {
  // Still there while the dialog goes away.
  const [asked, setAsked] = useState(given);
  if (given && given !== asked) setAsked(given);
  return (
    <Modal
      isOpen={given !== null}
      onClose={onClose}
      title={asked?.verb === 'uphold' ? 'Uphold the rejection?' : 'Overturn the rejection?'}
    >
      {asked ? <AppealForm key={`${asked.appeal.id} ${asked.verb}`} {...asked} onDecided={onDecided} /> : null}
    </Modal>
  );
}

function AppealForm({ appeal, verb, onDecided }: AppealChoice & Pick<Props, 'onDecided'>) {
  const [note, setNote] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const isUpheld = verb === 'uphold';
  const what = appealTitle(appeal);
  const decide = useSendOnce({
    mutationFn: (body: AppealDecisionBody) =>
      fetchJson<Appeal>(`${appealsPath}/${appeal.id}/decision`, { method: 'POST', body }),
    onSuccess: () => onDecided(`${what}: the rejection is ${isUpheld ? 'upheld' : 'overturned'}.`),
  });
  return (
    <form
      noValidate
      className="grid grid-cols-1 gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setIsMissing(note.trim() === '');
        if (note.trim() === '') event.currentTarget.querySelector('textarea')?.focus();
        else decide.mutate({ decision: verb, note: note.trim() });
      }}
    >
      <p className="text-muted">{appealOutcome(appeal, verb)}</p>
      <TextAreaField
        label={`Why? The ${appeal.review ? 'author' : 'developer'} will read this.`}
        value={note}
        maxLength={4000}
        problem={isMissing ? 'Say why in a few words.' : null}
        onChange={(event) => setNote(event.target.value)}
      />
      {decide.isError ? <Notice tone="bad">{refusalWords(decide.error)}</Notice> : null}
      <Button
        type="submit"
        tone={isUpheld ? 'negative' : 'primary'}
        isWorking={decide.isPending}
        className="h-12 rounded-pill"
      >
        {isUpheld ? 'Uphold' : 'Overturn'}
      </Button>
    </form>
  );
}
