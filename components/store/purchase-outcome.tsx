'use client';

import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Ring } from '@/components/ui/ring';
import type { Price } from '@/lib/catalog/schema';
import { priceText } from './price-text';
import { type Outcome, outcomeSentence } from './purchase-attempt';
import type { Buyable } from './purchase-context';
import { useDeliberate } from './use-deliberate';
import { useDownload } from './use-download';
import { WithoutFile } from './without-file';

/** While nobody knows yet whether the payment went through. */
export function BeingChecked() {
  return (
    <div role="status" className="flex gap-3 rounded-control bg-sunken px-3.5 py-3 text-13">
      <Ring className="mt-px shrink-0 self-start" />
      <div className="min-w-0">
        <p className="font-semibold">Your payment is being checked</p>
        The bank has not answered yet. You will not be charged twice. You can close this window: the purchase goes on,
        and{' '}
        <Link href="/purchases" className="rounded-control font-medium underline underline-offset-2">
          your purchases
        </Link>{' '}
        show how it ends.
      </div>
    </div>
  );
}

/** Why it is not bought, and what to do next. `price`: the one in force, when it is another than expected. */
export function OutcomeNotice({ outcome, price }: { outcome: Outcome; price: Price | null }) {
  const text = outcomeSentence(outcome);
  switch (outcome.kind) {
    case 'declined':
      return (
        <Notice tone="bad" title={isCalledOff(outcome.declineCode) ? 'Not bought' : 'Payment declined'}>
          {text}
        </Notice>
      );
    case 'price_changed':
      return (
        <Notice tone="warning" title="The price has changed">
          {price
            ? `It is ${priceText(price)} now. Nothing was charged. Confirm again to buy it at that price.`
            : 'Nothing was charged. Reload the page to see the new one.'}
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="bad">
          {text}
          {outcome.isUnsettled ? ' You will not be charged twice.' : null}
        </Notice>
      );
    case 'not_for_sale':
    case 'account_changed':
    case 'method_gone':
      return <Notice tone="bad">{text}</Notice>;
    default:
      return null;
  }
}

const isCalledOff = (code: string | null) => code === 'canceled' || code === 'abandoned';

export function Owned({ app, outcome, onClose }: { app: Buyable; outcome: Outcome | null; onClose: () => void }) {
  const { start, isWorking, problem } = useDownload(app);
  const isDeliberate = useDeliberate('owned');
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <div className="mt-5 grid grid-cols-1 gap-5">
      <p className="flex items-center gap-2.5 rounded-control bg-accent-soft px-3.5 py-3 text-accent-text">
        <CircleCheck className="size-5 shrink-0" aria-hidden="true" />
        {outcomeSentence(outcome?.kind === 'owned' ? outcome : { kind: 'owned', how: 'bought' })}
      </p>
      {problem ? <Notice tone="bad">{problem}</Notice> : null}
      <div className="grid grid-cols-2 gap-2.5">
        <Button
          ref={app.hasFile === false ? next : undefined}
          tone="soft"
          className="h-12 rounded-pill"
          onClick={onClose}
        >
          Close
        </Button>
        {app.hasFile === false ? (
          <WithoutFile className="place-self-center text-center" />
        ) : (
          <Button
            ref={next}
            className="h-12 rounded-pill"
            isWorking={isWorking}
            onClick={(event) => {
              if (isDeliberate(event)) void start();
            }}
          >
            {app.isWeb ? 'Open' : 'Download'}
          </Button>
        )}
      </div>
    </div>
  );
}
