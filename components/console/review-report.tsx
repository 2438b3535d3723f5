'use client';

import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ReasonChoice } from '@/components/store/reason-choice';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/field';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import type { ReviewReport, ReviewReportReason } from '@/lib/reviews/schema';

const reasons: Record<ReviewReportReason, { label: string; text: string }> = {
  spam: { label: 'Advertising', text: 'It sells something or leads elsewhere' },
  offensive: { label: 'Offensive', text: 'Hate, threats, abuse' },
  fake: { label: 'Not honest', text: 'Bought, traded, or written without using the app' },
  off_topic: { label: 'About something else', text: 'It is not about this app' },
  personal_data: { label: 'Personal data', text: 'It names people, addresses or numbers' },
  other: { label: 'Something else', text: 'Say it in your own words' },
};

type Props = { reviewId: string; isOpen: boolean; onClose: () => void; onSent: () => void };

/** Asks what is wrong with a review, and sends it to the moderators. */
export function ReviewReportDialog({ reviewId, isOpen, onClose, onSent }: Props) {
  const first = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState<ReviewReportReason | null>(null);
  const [note, setNote] = useState('');
  const [isReasonMissing, setIsReasonMissing] = useState(false);
  const send = useMutation({
    mutationFn: (body: { reason: ReviewReportReason; note: string }) =>
      fetchJson<ReviewReport>(`/api/v1/reviews/${reviewId}/reports`, { method: 'POST', body }),
    onSuccess: onSent,
  });
  return (
    <Modal isOpen={isOpen} onClose={onClose} title="Report this review" canClose={!send.isPending} initialFocus={first}>
      <form
        className="grid grid-cols-1 gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason === null) {
            setIsReasonMissing(true);
            first.current?.focus();
          } else if (!send.isPending) send.mutate({ reason, note });
        }}
      >
        <p className="text-muted">A moderator decides. That a review is bad for the app is no reason.</p>
        <ReasonChoice
          reasons={reasons}
          value={reason}
          onChange={(chosen) => {
            setReason(chosen);
            setIsReasonMissing(false);
          }}
          missingText={isReasonMissing ? 'Choose what is wrong first.' : null}
          firstRef={first}
        />
        <TextAreaField
          label="What should we know?"
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {send.isError ? <Notice tone="bad">{sentenceOf(send.error)}</Notice> : null}
        <Button type="submit" isWorking={send.isPending} className="h-12 rounded-pill">
          Send report
        </Button>
      </form>
    </Modal>
  );
}
