'use client';

import { useRef, useState } from 'react';
import { ReasonChoice } from '@/components/store/reason-choice';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/field';
import { Modal, ModalFoot } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { useSendOnce } from '@/components/ui/use-send-once';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import type { ReviewReport, ReviewReportReason } from '@/lib/reviews/schema';
import { reportReasonWords } from './words';

type Props = {
  reviewId: string;
  isOpen: boolean;
  onClose: () => void;
  onSent: () => void;
};

/** Asks what is wrong with a review, and sends it to the moderators. */
export function ReportDialog({ reviewId, isOpen, onClose, onSent }: Props) {
  const first = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState<ReviewReportReason | null>(null);
  const [note, setNote] = useState('');
  const [isReasonMissing, setIsReasonMissing] = useState(false);
  const send = useSendOnce({
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
          } else send.mutate({ reason, note });
        }}
      >
        <p className="text-muted">A moderator decides. That you think otherwise about the app is no reason.</p>
        <ReasonChoice
          reasons={reportReasonWords}
          value={reason}
          onChange={(chosen) => {
            setReason(chosen);
            setIsReasonMissing(false);
          }}
          missingText={isReasonMissing ? 'Choose what is wrong first.' : null}
          firstRef={first}
        />
        <TextAreaField
          label="What should we know? (optional)"
          dir="auto"
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {send.isError ? <Notice tone="bad">{sentenceOf(send.error)}</Notice> : null}
        <ModalFoot>
          <Button type="submit" isWorking={send.isPending} className="h-12 rounded-pill">
            Send report
          </Button>
        </ModalFoot>
      </form>
    </Modal>
  );
}
