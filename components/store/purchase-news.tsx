import { X } from 'lucide-react';
import { Notice } from '@/components/ui/notice';
import { type Outcome, outcomeSentence } from './purchase-attempt';
import type { Buyable } from './purchase-context';

type Props = { app: Buyable; outcome: Outcome; onShow: () => void; onClose: () => void };

/** How a purchase ended that went on after its dialog was closed. */
export function PurchaseNews({ app, outcome, onShow, onClose }: Props) {
  const isOwned = outcome.kind === 'owned';
  return (
    <div className="fixed inset-x-4 bottom-20 z-30 mx-auto max-w-[28rem] rounded-control bg-surface shadow-float md:bottom-4 print:hidden">
      <Notice
        tone={isOwned ? 'good' : 'bad'}
        title={isOwned ? app.name : `${app.name} was not bought`}
        className="pe-14"
      >
        <p>{outcomeSentence(outcome)}</p>
        <button type="button" className="mt-1 font-semibold underline underline-offset-2" onClick={onShow}>
          {isOwned ? 'Show' : 'Try again'}
        </button>
      </Notice>
      <button
        type="button"
        aria-label="Close"
        className="absolute end-0.5 top-0.5 grid size-11 place-items-center rounded-pill text-muted hover:text-ink"
        onClick={onClose}
      >
        <X className="size-4.5" aria-hidden="true" />
      </button>
    </div>
  );
}
