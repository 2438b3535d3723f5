import type { MouseEvent, ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { claimWords } from './words';

type Props = { id: string; href: string; isChosen: boolean; onOpen: (id: string) => void; children: ReactNode };

/** Opens it here, unless another window or a download was meant. */
export const openHere = (open: () => void) => (event: MouseEvent) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open();
};

/** A row of a queue: a link that opens the case beside it. */
export function QueueLink({ id, href, isChosen, onOpen, children }: Props) {
  return (
    <a
      href={href}
      data-row={id}
      aria-current={isChosen ? 'true' : undefined}
      onClick={openHere(() => onOpen(id))}
      className={cx(
        'flex h-full items-center gap-3 rounded-control px-2.5 transition-colors hover:bg-sunken',
        'aria-[current=true]:bg-accent-soft focus-visible:-outline-offset-2',
      )}
    >
      {children}
    </a>
  );
}

type Claimed = { claim: { by: { name: string }; expiresAt: string; isMine: boolean } | null };

/** Who is on it. */
export function Claimant({ item: { claim }, now }: { item: Claimed; now: number }) {
  const left = claim ? claimWords(claim.expiresAt, now) : null;
  if (!claim || left === null) return null;
  return claim.isMine ? (
    <span className="shrink-0 font-medium text-accent-text">yours, {left}</span>
  ) : (
    <span dir="auto" className="max-w-32 shrink-0 truncate">
      <span className="sr-only">claimed by </span>
      {claim.by.name}
    </span>
  );
}
