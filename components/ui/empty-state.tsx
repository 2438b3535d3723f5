import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Wreath } from './wreath';

type Props = { icon: LucideIcon; title: string; children: ReactNode; action?: ReactNode };

/** Says why there is nothing and what to do about it. */
export function EmptyState({ icon: Icon, title, children, action }: Props) {
  return (
    <div className="grid grid-cols-1 justify-items-center gap-2.5 px-4 py-12 text-center wrap-anywhere">
      <span
        className="mb-2 grid size-24 place-items-center text-accent-text *:col-start-1 *:row-start-1"
        aria-hidden="true"
      >
        <Wreath className="size-24 opacity-60" />
        <Icon className="size-7" strokeWidth={1.5} />
      </span>
      <h2 className="serif max-w-[28ch] text-20">{title}</h2>
      <div className="max-w-[44ch] text-muted">{children}</div>
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
