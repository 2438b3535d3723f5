'use client';

import { Check, Copy } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Copies what stands in a field; where the browser has no clipboard, over plain http, it marks the text. */
export function CopyButton({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const [outcome, setOutcome] = useState<'copied' | 'marked' | null>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(field.current?.value ?? '');
      setOutcome('copied');
    } catch {
      setOutcome('marked');
    }
  };
  return (
    <>
      <Button onClick={copy}>
        {outcome === 'copied' ? (
          <Check className="size-4.5" aria-hidden="true" />
        ) : (
          <Copy className="size-4.5" aria-hidden="true" />
        )}
        {outcome === 'copied' ? 'Copied' : 'Copy'}
      </Button>
      <span role="status" className={outcome === 'marked' ? 'basis-full text-13 text-muted' : 'sr-only'}>
        {outcome === 'copied'
          ? 'The link is copied'
          : outcome === 'marked'
            ? 'Marked: copy it with your keyboard.'
            : ''}
      </span>
    </>
  );
}
