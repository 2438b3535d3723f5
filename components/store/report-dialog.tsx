'use client';

import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { controlClass } from '@/components/ui/field';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import type { Report, ReportReason } from '@/lib/catalog/schema';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import { ReasonChoice } from './reason-choice';

const reasons: Record<ReportReason, { label: string; text: string }> = {
  malware: { label: 'It harms the device', text: 'Malware, spying, things it does behind your back' },
  scam: { label: 'It is a scam', text: 'Takes money or data under false pretences' },
  offensive: { label: 'It is offensive', text: 'Hate, violence, abuse, or not for the age it names' },
  copyright: { label: 'It is not theirs', text: 'Copies the work or the name of somebody else' },
  misleading: { label: 'It is not what it says', text: 'Pictures or words promise what the app does not do' },
  broken: { label: 'It does not work', text: 'Does not start, or cannot be used at all' },
  other: { label: 'Something else', text: 'Say it in your own words' },
};

type Props = {
  app: { id: string; name: string };
  isOpen: boolean;
  onClose: () => void;
  onSent: (isNew: boolean) => void;
};

/** Asks what is wrong with an app, and sends it. */
export function ReportDialog({ app, isOpen, onClose, onSent }: Props) {
  const noteId = useId();
  const firstReason = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [isReasonMissing, setIsReasonMissing] = useState(false);
  const send = useMutation({
    mutationFn: (body: { reason: ReportReason; note: string }) =>
      fetchJson<Report>(`/api/v1/apps/${app.id}/reports`, { method: 'POST', body }),
    onSuccess: ({ status }) => onSent(status === 201),
  });

  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title="Report this app"
      canClose={!send.isPending}
      initialFocus={firstReason}
    >
      <form
        className="grid grid-cols-1 gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          const note = new FormData(event.currentTarget).get('note');
          if (reason === null) {
            setIsReasonMissing(true);
            firstReason.current?.focus();
          } else if (!send.isPending) send.mutate({ reason, note: typeof note === 'string' ? note : '' });
        }}
      >
        <p className="text-muted">What is wrong with {app.name}? The developer does not learn who reported it.</p>
        <ReasonChoice
          reasons={reasons}
          value={reason}
          onChange={(chosen) => {
            setReason(chosen);
            setIsReasonMissing(false);
          }}
          missingText={isReasonMissing ? 'Choose what is wrong first.' : null}
          firstRef={firstReason}
        />
        <div className="grid grid-cols-1 gap-1.5">
          <label htmlFor={noteId} className="text-13 font-medium">
            What should we know? <span className="font-normal text-muted">Optional</span>
          </label>
          <textarea
            id={noteId}
            name="note"
            rows={3}
            maxLength={2000}
            className={cx(controlClass, 'h-auto min-h-24 resize-y py-2.5')}
          />
        </div>
        {send.isError ? <Notice tone="bad">{sentenceOf(send.error)}</Notice> : null}
        <Button type="submit" isWorking={send.isPending} className="h-12 rounded-pill">
          Send report
        </Button>
      </form>
    </Modal>
  );
}
