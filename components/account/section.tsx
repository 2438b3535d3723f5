import type { ReactNode } from 'react';

/** One part of the account page: its name beside it on wide screens, above it on phones. */
export function AccountSection({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-12 grid-cols-1 gap-5 border-line not-first:border-t py-10 lg:grid-cols-[18rem_1fr] lg:gap-12"
    >
      <div>
        <h2 id={`${id}-title`} className="text-20 font-semibold">
          {title}
        </h2>
        {text ? <p className="mt-1 max-w-[40ch] text-muted">{text}</p> : null}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
