'use client';

import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import type { RefundVerdict } from '@/lib/purchases/rules';
import type { Refund, RefundReason } from '@/lib/purchases/schema';
import { ReasonChoice } from './reason-choice';
import { outlookWords, refundReasonWords } from './refund-words';

type Props = {
  purchaseId: string;
  app: string;
  /** "$4.99". */
  price: string;
  outlook: RefundVerdict;
  isOpen: boolean;
  onClose: () => void;
  onAnswer: (refund: Refund) => void;
};

/** Asks why somebody wants their money back, says what will happen, and sends it. */
export function RefundDialog({ purchaseId, app, price, outlook, isOpen, onClose, onAnswer }: Props) {
  const firstReason = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState<RefundReason | null>(null);
  const [isReasonMissing, setIsReasonMissing] = useState(false);
  const send = useMutation({
    mutationFn: async (chosen: RefundReason) => {
      const path = `/api/v1/purchases/${purchaseId}/refund`;
      return (await fetchJson<{ refund: Refund }>(path, { method: 'POST', body: { reason: chosen } })).body.refund;
    },
    onSuccess: onAnswer,
  });
  const { title, text } = outlookWords[outlook.because];

  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title="Request a refund"
      canClose={!send.isPending}
      initialFocus={firstReason}
    >
      <form
        className="grid grid-cols-1 gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason === null) {
            setIsReasonMissing(true);
            firstReason.current?.focus();
          } else if (!send.isPending) send.mutate(reason);
        }}
      >
        <p className="text-muted">
          Why do you want {price} back for <bdi>{app}</bdi>?
        </p>
        <ReasonChoice
          reasons={refundReasonWords}
          value={reason}
          onChange={(chosen) => {
            setReason(chosen);
            setIsReasonMissing(false);
          }}
          missingText={isReasonMissing ? 'Choose a reason first.' : null}
          firstRef={firstReason}
        />
        <div className="rounded-control bg-sunken px-3.5 py-3 text-13">
          <p className="font-semibold">{title}</p>
          <p>
            {text}{' '}
            {outlook.status === 'approved'
              ? 'The app leaves your library; you can buy it again at any time.'
              : 'Until then the app stays in your library.'}
          </p>
        </div>
        {send.isError ? <Notice tone="bad">{sentenceOf(send.error)}</Notice> : null}
        <Button type="submit" isWorking={send.isPending} className="h-12 rounded-pill">
          {outlook.status === 'approved' ? `Get ${price} back` : 'Send request'}
        </Button>
      </form>
    </Modal>
  );
}
