'use client';

import { MailCheck } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';

type Props = { title?: string; children: ReactNode; hint?: string };

/** Takes the place of a form that had a letter sent; who listens to the page is told by the focus. */
export function LetterSent({
  title = 'Look into your mail',
  children,
  hint = 'Nothing there after some minutes? It may have ended up among the spam.',
}: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="grid grid-cols-1 justify-items-start gap-3 rounded-card border border-line bg-surface p-6">
      <span className="grid size-11 place-items-center rounded-full bg-accent-soft text-accent-text">
        <MailCheck className="size-5" aria-hidden="true" />
      </span>
      <h2 ref={heading} tabIndex={-1} className="text-20 font-semibold outline-none">
        {title}
      </h2>
      <p className="min-w-0 max-w-full">{children}</p>
      <p className="text-13 text-muted">{hint}</p>
    </section>
  );
}
