'use client';

import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { fetchJson, fieldProblem, sentenceOf } from '@/lib/http/fetch-json';
import type { RefundCase } from '@/lib/purchases/schema';
import { outcomeSentence, reasonWords, refundsPath } from './refund-words';

/** Gives the money of any purchase back, by its id. */
export function RefundStart({ onDone }: { onDone: (sentence: string) => Promise<void> }) {
  const form = useRef<HTMLFormElement>(null);
  const start = useMutation({
    mutationFn: async (body: Record<string, string>) =>
      (await fetchJson<RefundCase>(refundsPath, { method: 'POST', body })).body,
    onSuccess: async (refund) => {
      form.current?.reset();
      await onDone(outcomeSentence(refund));
    },
  });
  const problemOf = (field: string, words: string) => (fieldProblem(start.error, field) === null ? null : words);
  const problems = {
    purchaseId: problemOf('purchaseId', 'This is not the id of a purchase.'),
    note: problemOf('note', 'Say why in a few words.'),
  };
  const isElsewhere = problems.purchaseId === null && problems.note === null;

  return (
    <section aria-labelledby="start-refund" className="mt-14 max-w-[44rem] rounded-card bg-sunken p-5">
      <h2 id="start-refund" className="text-17 font-semibold">
        Give a purchase back
      </h2>
      <p className="mt-1 text-13 text-muted">
        Whatever the rules say, and without a request. Its owner finds the id on the page of the purchase.
      </p>
      <form
        ref={form}
        noValidate
        className="mt-4 grid grid-cols-1 gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const fields = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()]);
          if (!start.isPending) start.mutate(Object.fromEntries(fields));
        }}
      >
        <TextField
          label="Purchase id"
          name="purchaseId"
          autoComplete="off"
          spellCheck={false}
          className="font-mono"
          problem={problems.purchaseId}
        />
        <SelectField label="Reason" name="reason" defaultValue="OTHER">
          {Object.entries(reasonWords).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Why? Kept in the audit log"
          name="note"
          autoComplete="off"
          maxLength={500}
          problem={problems.note}
        />
        {start.isError && isElsewhere ? <Notice tone="bad">{sentenceOf(start.error)}</Notice> : null}
        <div>
          <Button type="submit" isWorking={start.isPending}>
            Give the money back
          </Button>
        </div>
      </form>
    </section>
  );
}
