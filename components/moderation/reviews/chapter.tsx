import type { ReactNode } from 'react';

/** A part of a page that is read, with an address of its own. */
export function Chapter({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-14">
      <h2 id={id} className="serif mb-4 scroll-mt-24 text-26">
        {title}
      </h2>
      {children}
    </section>
  );
}
