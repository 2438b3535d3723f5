import type { ReactNode } from 'react';
import { Chip } from '@/components/ops/chip';
import { Stars } from '@/components/ui/stars';
import type { ReviewState } from '@/lib/reviews/rules';
import { deskHref, desks } from '../desk-address';
import { openHere } from '../queue-link';
import { stateNames } from './words';

export function StateChip({ status }: { status: ReviewState }) {
  const { label, tone } = stateNames[status];
  return <Chip tone={tone}>{label}</Chip>;
}

type LinkProps = { id: string; onOpen: (id: string) => void; children: ReactNode };

/** To the case of another review, which is opened here. */
export function CaseLink({ id, onOpen, children }: LinkProps) {
  return (
    <a
      href={deskHref(desks.reviews, 'open', id)}
      onClick={openHere(() => onOpen(id))}
      className="inline-flex min-h-6 items-center gap-1 font-medium text-accent-text underline-offset-2 hover:underline pointer-coarse:min-h-11"
    >
      {children}
    </a>
  );
}

/** What somebody wrote: text, as it was written, in its own direction. */
export function Written({ text, className = '' }: { text: string; className?: string }) {
  return (
    <p dir="auto" className={`text-start whitespace-pre-line wrap-anywhere ${className}`}>
      {text}
    </p>
  );
}

/** A review, as text. */
export function Quote({ rating, title, body }: { rating: number; title: string; body: string }) {
  return (
    <blockquote className="rounded-card border border-line bg-surface p-5">
      <Stars value={rating} />
      {title ? (
        <p dir="auto" className="text-start mt-2 font-semibold wrap-anywhere">
          {title}
        </p>
      ) : null}
      {body ? <Written text={body} className="mt-2" /> : <p className="mt-2 text-muted">Stars without a text.</p>}
    </blockquote>
  );
}
