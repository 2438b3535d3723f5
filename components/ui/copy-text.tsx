'use client';

import { Check, Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, type ButtonTone } from './button';

type Props = { text: string /** "the hash": what is copied. */; what: string; tone?: ButtonTone; children?: ReactNode };

/** Copies a text that stands on the page; where the browser has no clipboard, over plain http, it says so. */
export function CopyText({ text, what, tone = 'soft', children = 'Copy' }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };
  const Icon = outcome === 'copied' ? Check : Copy;
  return (
    <>
      <Button tone={tone} onClick={copy} aria-label={`Copy ${what}`}>
        <Icon className="size-4.5" aria-hidden="true" />
        {outcome === 'copied' ? 'Copied' : children}
      </Button>
      <span role="status" className={outcome === 'failed' ? 'basis-full text-13 text-muted' : 'sr-only'}>
        {outcome === 'copied'
          ? `Copied ${what}`
          : outcome === 'failed'
            ? 'This browser copies nothing over plain http. Mark it and copy it with your keyboard.'
            : ''}
      </span>
    </>
  );
}
