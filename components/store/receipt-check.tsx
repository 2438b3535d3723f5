'use client';

import { useMutation } from '@tanstack/react-query';
import { FileText, ReceiptText } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { controlClass } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { sentenceOf } from '@/lib/http/fetch-json';
import { ReceiptPaper } from './receipt-paper';
import { isTooLong, readReceipt, receiptIn } from './receipt-reading';

/**
 * Takes a receipt as text, as a file or out of the address, and shows what it says. Of the address, the part after # never
 * leaves the browser: nothing is sent before somebody asks.
 */
export function ReceiptCheck({ storeName }: { storeName: string }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const check = useMutation({ mutationFn: readReceipt });
  const { reset } = check;
  useEffect(() => {
    const fill = () => {
      const receipt = receiptIn(location.hash);
      if (receipt === null) return;
      setText(receipt);
      setProblem(null);
      reset();
    };
    fill();
    addEventListener('hashchange', fill);
    return () => removeEventListener('hashchange', fill);
  }, [reset]);

  function edit(value: string): void {
    setText(value);
    setProblem(null);
    check.reset();
  }

  function submit(value: string): void {
    if (check.isPending) return;
    if (value.trim() === '') {
      setProblem('Paste a receipt first, or open its file.');
      field.current?.focus();
    } else check.mutate(value);
  }

  async function open(file: File | undefined): Promise<void> {
    if (!file) return;
    const value = file.size > 100_000 ? null : await file.text();
    if (value === null || isTooLong(value)) {
      edit('');
      setProblem('This file is too large to be a receipt.');
      return;
    }
    edit(value.trim());
    submit(value);
  }

  return (
    <>
      <form
        className="mt-8 grid grid-cols-1 gap-1.5 no-script:hidden"
        onSubmit={(event) => {
          event.preventDefault();
          submit(text);
        }}
      >
        <label htmlFor={id} className="text-13 font-medium">
          Receipt
        </label>
        <textarea
          ref={field}
          id={id}
          dir="ltr"
          rows={5}
          value={text}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          placeholder="eyJhbGciOiJFUzI1NiIsImtpZCI6…"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => edit(event.target.value)}
          className={cx(controlClass, 'h-auto min-h-32 resize-y py-3 font-mono text-13 break-all')}
        />
        {problem ? (
          <p id={`${id}-problem`} role="alert" className="text-13 text-negative-text">
            {problem}
          </p>
        ) : null}
        <div className="mt-2.5 flex flex-wrap gap-3">
          <Button type="submit" isWorking={check.isPending} className="h-11 rounded-pill px-6">
            Check it
          </Button>
          <label
            className={buttonClass(
              'soft',
              'h-11 rounded-pill px-5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
            )}
          >
            <span className="inline-flex items-center gap-2">
              <FileText className="size-4.5" aria-hidden="true" />
              Open a file
            </span>
            <input
              type="file"
              accept=".jws,.txt,application/jose,text/plain"
              className="sr-only"
              onChange={(event) => {
                void open(event.target.files?.[0]);
                // The same file once more is a change again.
                event.target.value = '';
              }}
            />
          </label>
        </div>
      </form>
      <div className="mt-8 hidden no-script:block">
        <Notice tone="info">Checking a receipt here needs JavaScript. Programs can ask the API.</Notice>
      </div>
      <div aria-live="polite" className="mt-8 no-script:hidden">
        {check.isError ? <Notice tone="bad">{sentenceOf(check.error)}</Notice> : null}
        {check.isSuccess ? <ReceiptPaper reading={check.data} storeName={storeName} /> : null}
        {check.isIdle || check.isPending ? (
          <div className="rounded-card border border-dashed border-line-strong">
            <EmptyState icon={ReceiptText} title="What it says appears here">
              Nothing is kept of what you paste.
            </EmptyState>
          </div>
        ) : null}
      </div>
    </>
  );
}
