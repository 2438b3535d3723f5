import type { ReactNode } from 'react';

/** A way past what nobody wants to go through link by link; seen by those who come to it with Tab. */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a
      href={`#${to}`}
      className="fixed top-2 start-2 z-50 -translate-y-24 rounded-pill bg-accent px-5 py-2.5 font-medium text-on-accent focus:translate-y-0 print:hidden"
    >
      {children}
    </a>
  );
}
