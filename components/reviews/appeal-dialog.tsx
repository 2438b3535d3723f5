'use client';

import { type ComponentProps, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/field';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { useSendOnce } from '@/components/ui/use-send-once';
import { fetchJson, fieldProblem, sentenceOf } from '@/lib/http/fetch-json';
import { appealTextMax } from '@/lib/reviews/rules';
import type { MyReview } from '@/lib/reviews/schema';
import { countText, tooLong } from './draft';

type Props = {
  reviewId: string;
  isOpen: boolean;
  onClose: () => void;
  onAppealed: (review: MyReview) => void;
  finalFocus?: ComponentProps<typeof Modal>['finalFocus'];
};

/** Asks for somebody else to look at a rejected review: once. */
export function AppealDialog({ reviewId, isOpen, onClose, onAppealed, finalFocus }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const send = useSendOnce<MyReview, void>({
    mutationFn: async () =>
      (
        await fetchJson<{ review: MyReview }>(`/api/v1/reviews/${reviewId}/appeal`, {
          method: 'POST',
          body: { text: text.trim() },
        })
      ).body.review,
    onSuccess: onAppealed,
  });
  const over = tooLong(text, appealTextMax);
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title="Appeal"
      canClose={!send.isPending}
      initialFocus={area}
      finalFocus={finalFocus}
    >
      <form
        noValidate
        className="grid grid-cols-1 gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '' || over) {
            setIsMissing(text.trim() === '');
            area.current?.focus();
          } else send.mutate();
        }}
      >
        <p className="text-muted">
          Somebody else than who decided reads your review and what you write here. You can appeal once; what they
          decide is final.
        </p>
        <TextAreaField
          ref={area}
          label="Why should others see your review?"
          dir="auto"
          rows={5}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setIsMissing(false);
          }}
          hint={countText(text, appealTextMax)}
          problem={isMissing ? 'Say it in a few words.' : (over ?? fieldProblem(send.error, 'text'))}
          className="max-h-[40dvh]"
        />
        {send.isError ? <Notice tone="bad">{sentenceOf(send.error)}</Notice> : null}
        <Button type="submit" isWorking={send.isPending} className="h-12 rounded-pill">
          Send appeal
        </Button>
      </form>
    </Modal>
  );
}
