'use client';

import { useMutation } from '@tanstack/react-query';
import { type RefObject, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { controlClass } from '@/components/ui/field';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import { formatMoney } from '@/lib/money';
import type { RefundCase } from '@/lib/purchases/schema';
import { outcomeSentence, refundsPath } from './refund-words';

type Asked = { item: RefundCase; verb: 'approve' | 'refuse' };

type Props = { asked: Asked | null; onClose: () => void; onDecided: (sentence: string) => Promise<void> };

/** Asks once more before money goes back, and for the words of a refusal. */
export function RefundDecision({ asked: given, onClose, onDecided }: Props) {
  // Still there while the dialog goes away.
  const [asked, setAsked] = useState(given);
  if (given && given !== asked) setAsked(given);
  const isRefusal = asked?.verb === 'refuse';
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <Modal
      isOpen={given !== null}
      onClose={onClose}
      initialFocus={field}
      title={isRefusal ? 'Refuse this refund?' : 'Give the money back?'}
    >
      {asked ? (
        <DecisionForm
          key={`${asked.item.id} ${asked.verb}`}
          {...asked}
          isRefusal={isRefusal}
          onDecided={onDecided}
          field={field}
        />
      ) : null}
    </Modal>
  );
}

function DecisionForm({
  item,
  verb,
  isRefusal,
  field,
  onDecided,
}: Asked & Pick<Props, 'onDecided'> & { isRefusal: boolean; field: RefObject<HTMLTextAreaElement | null> }) {
  const id = useId();
  const price = formatMoney(item);
  const decide = useMutation({
    mutationFn: async (note: string) => {
      const body = note === '' ? {} : { note };
      return (await fetchJson<RefundCase>(`${refundsPath}/${item.id}/${verb}`, { method: 'POST', body })).body;
    },
    onSuccess: (refund) => onDecided(outcomeSentence(refund)),
  });
  return (
    <form
      className="grid grid-cols-1 gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!decide.isPending) decide.mutate(String(new FormData(event.currentTarget).get('note') ?? '').trim());
      }}
    >
      <p className="text-muted">
        {isRefusal
          ? `${item.person.name} keeps ${item.app.name}, and ${price} stays where it is.`
          : `${price} goes back to ${item.person.name}, who loses ${item.app.name}. This cannot be undone.`}
      </p>
      <div className="grid grid-cols-1 gap-1.5">
        <label htmlFor={id} className="text-13 font-medium">
          {isRefusal ? (
            'Why? They will read this.'
          ) : (
            <>
              Why? <span className="font-normal text-muted">Optional, for the audit log</span>
            </>
          )}
        </label>
        <textarea
          ref={field}
          id={id}
          name="note"
          rows={3}
          required={isRefusal}
          maxLength={500}
          className={cx(controlClass, 'h-auto min-h-24 resize-y py-2.5')}
        />
      </div>
      {decide.isError ? <Notice tone="bad">{sentenceOf(decide.error)}</Notice> : null}
      <Button
        type="submit"
        tone={isRefusal ? 'negative' : 'primary'}
        isWorking={decide.isPending}
        className="h-12 rounded-pill"
      >
        {isRefusal ? 'Refuse' : `Give ${price} back`}
      </Button>
    </form>
  );
}
