import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';

type Props = { id?: string; title: string; href?: string; linkText?: string; children?: ReactNode };

/** Where the store speaks: a serif headline, a line below it, a way to all of it. */
export function SectionHeading({ id, title, href, linkText = 'See all', children }: Props) {
  return (
    <div className="flex min-w-0 flex-1 items-end justify-between gap-4">
      <div className="min-w-0">
        <h2 id={id} className="serif text-26">
          {title}
        </h2>
        {children ? <p className="mt-1 text-muted">{children}</p> : null}
      </div>
      {href ? (
        <Link
          href={href}
          className="shrink-0 rounded-control py-1 text-15 font-medium text-accent-text hover:underline"
          aria-label={`${linkText}: ${title}`}
        >
          {linkText}
        </Link>
      ) : null}
    </div>
  );
}
