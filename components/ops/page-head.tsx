import type { ReactNode } from 'react';

/** The name of a page of /ops, what it is for, and its one action. */
export function PageHead({ title, text, action }: { title: string; text?: string; action?: ReactNode }) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        <h1 className="serif text-34">{title}</h1>
        {text ? <p className="mt-2 max-w-[60ch] text-muted">{text}</p> : null}
      </div>
      {action}
    </header>
  );
}
