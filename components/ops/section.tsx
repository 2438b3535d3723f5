import type { ReactNode } from 'react';

type Props = { id: string; title: string; text: string; children: ReactNode };

/** One part of a page of /ops. */
export function OpsSection({ id, title, text, children }: Props) {
  return (
    <section aria-labelledby={id} className="mt-14 first-of-type:mt-0">
      <h2 id={id} className="text-20 font-semibold">
        {title}
      </h2>
      <p className="mt-1 mb-4 max-w-[60ch] text-13 text-muted">{text}</p>
      {children}
    </section>
  );
}
