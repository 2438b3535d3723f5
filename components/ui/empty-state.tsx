import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = { icon: LucideIcon; title: string; children: ReactNode; action?: ReactNode };

/** Says why there is nothing and what to do about it. */
export function EmptyState({ icon: Icon, title, children, action }: Props) {
  return (
    <div className="grid justify-items-center gap-3 rounded-card border border-dashed border-line px-6 py-14 text-center">
      <span className="grid size-12 place-items-center rounded-pill bg-sunken text-muted">
        <Icon className="size-5.5" aria-hidden="true" />
      </span>
      <h2 className="text-17 font-semibold">{title}</h2>
      <div className="max-w-[42ch] text-muted">{children}</div>
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
