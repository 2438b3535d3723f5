'use client';

import { CircleCheck } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { usePaymentMethods } from '@/components/account/use-payment-methods';
import { Button } from '@/components/ui/button';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import type { Price } from '@/lib/catalog/schema';
import { AppIcon } from './app-icon';
import { PaymentChoice } from './payment-choice';
import { buttonText, priceText, trialText } from './price-text';
import { declineSentence, type Outcome } from './purchase-attempt';
import { type Buyable, usePurchases } from './purchase-context';
import { useDownload } from './use-download';
import { WithoutFile } from './without-file';

type Props = { app: Buyable; isOpen: boolean; onClose: () => void };

/** What will be bought, for how much, with what; and what became of it. */
export function PurchaseDialog({ app, isOpen, onClose }: Props) {
  const { progressOf, send, isUnsettled } = usePurchases();
  const { phase, outcome, price: newPrice } = progressOf(app.id);
  const [method, setMethod] = useState<string | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const reasonId = useId();
  const confirm = useRef<HTMLButtonElement>(null);
  const price = newPrice ?? app.price;
  const methods = usePaymentMethods({ isNeeded: isOpen && (price?.amountMinor ?? 0) > 0 });
  const chosen = method ?? methods.data?.items.find(({ isDefault }) => isDefault)?.id ?? null;
  const lacksCard = methods.data?.items.length === 0 && (price?.amountMinor ?? 0) > 0 && !price?.trialDays;
  const isBusy = phase === 'working' || phase === 'waiting';
  const close = () => {
    setIsAdding(false);
    onClose();
  };

  return (
    <Modal
      isOpen={isOpen}
      onClose={close}
      title={phase === 'owned' ? 'Thank you' : 'Confirm'}
      canClose={phase !== 'working'}
      initialFocus={confirm}
    >
      <div className="flex items-center gap-4">
        <AppIcon app={app} size={64} isEager />
        <div className="min-w-0">
          <p dir="auto" className="line-clamp-2 font-semibold">
            {app.name}
          </p>
          <p dir="auto" className="truncate text-13 text-muted">
            {app.developer.name}
          </p>
        </div>
      </div>
      {phase === 'owned' || !price ? (
        <Owned app={app} onClose={close} />
      ) : (
        <div className="mt-5 grid grid-cols-1 gap-5">
          <div className="flex items-baseline justify-between gap-4 border-y border-line py-3">
            <span className="text-muted">{price.kind === 'subscription' ? 'Subscription' : 'Price'}</span>
            <bdi className="text-20 font-semibold numerals">{priceText(price)}</bdi>
          </div>
          {price.amountMinor > 0 ? (
            <PaymentChoice
              methods={methods}
              chosen={chosen}
              onChoose={setMethod}
              isDisabled={isBusy || isUnsettled(app.id)}
              isAdding={isAdding}
              onAdding={setIsAdding}
            />
          ) : null}
          <OutcomeNotice outcome={outcome} price={newPrice} isWaiting={phase === 'waiting'} />
          <div className="grid grid-cols-1 gap-2.5">
            <Button
              ref={confirm}
              isWorking={isBusy}
              disabled={isAdding || lacksCard}
              aria-describedby={isAdding || lacksCard ? reasonId : undefined}
              onClick={() => void send(app, price, chosen ?? undefined)}
              className="h-12 rounded-pill"
            >
              {confirmText(price, outcome)}
            </Button>
            {isAdding || lacksCard ? (
              <p id={reasonId} className="text-center text-12 text-muted">
                {isAdding ? 'Add the card, or cancel adding it, before you go on.' : 'Add a card before you go on.'}
              </p>
            ) : price.amountMinor > 0 ? (
              <p dir="auto" className="text-center text-12 text-muted">
                {smallPrint(price)}
              </p>
            ) : null}
          </div>
        </div>
      )}
    </Modal>
  );
}

function confirmText(price: Price, outcome: Outcome | null): string {
  if (outcome?.kind === 'pending') return 'Check again';
  if (outcome?.kind === 'failed') return 'Try again';
  if (price.amountMinor === 0) return buttonText(price);
  if (price.trialDays) return 'Subscribe';
  return price.kind === 'subscription' ? `Subscribe for ${priceText(price)}` : `Buy for ${priceText(price)}`;
}

const smallPrint = (price: Price) =>
  price.kind === 'subscription'
    ? `${trialText(price) ?? priceText(price)}, tax included. ${price.trialDays ? 'Only a first subscription has a trial.' : ''}`
    : 'Tax is included. You are charged once and own it for good.';

function OutcomeNotice({
  outcome,
  price,
  isWaiting,
}: {
  outcome: Outcome | null;
  price: Price | null;
  isWaiting: boolean;
}) {
  if (isWaiting) return <Notice tone="info">Waiting for the payment to be confirmed…</Notice>;
  switch (outcome?.kind) {
    case 'declined':
      return (
        <Notice tone="bad" title="Payment declined">
          {declineSentence(outcome.declineCode)}
        </Notice>
      );
    case 'price_changed':
      return (
        <Notice tone="warning" title="The price has changed">
          {price
            ? `It is ${priceText(price)} now. Confirm again to buy it at that price.`
            : 'Reload the page to see the new one.'}
        </Notice>
      );
    case 'not_for_sale':
      return <Notice tone="bad">This app is no longer sold in your country.</Notice>;
    case 'pending':
      return (
        <Notice tone="info" title="Not confirmed yet">
          The payment takes longer than usual. You can close this: it will show under Purchases once it is settled.
        </Notice>
      );
    case 'failed':
      return <Notice tone="bad">{outcome.message}</Notice>;
    default:
      return null;
  }
}

function Owned({ app, onClose }: { app: Buyable; onClose: () => void }) {
  const { start, isWorking, problem } = useDownload(app);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <div className="mt-5 grid grid-cols-1 gap-5">
      <p className="flex items-center gap-2.5 rounded-control bg-accent-soft px-3.5 py-3 text-accent-text">
        <CircleCheck className="size-5 shrink-0" aria-hidden="true" />
        It is yours, and kept in your library.
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
          <Button ref={next} className="h-12 rounded-pill" isWorking={isWorking} onClick={start}>
            Download
          </Button>
        )}
      </div>
    </div>
  );
}
