'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { usePaymentMethods } from '@/components/account/use-payment-methods';
import { Button } from '@/components/ui/button';
import { Modal } from '@/components/ui/modal';
import type { Price } from '@/lib/catalog/schema';
import { AppIcon } from './app-icon';
import { PaymentChoice } from './payment-choice';
import { buttonText, priceText, trialText } from './price-text';
import type { Outcome } from './purchase-attempt';
import { type Buyable, type Progress, usePurchases } from './purchase-context';
import { BeingChecked, OutcomeNotice, Owned } from './purchase-outcome';
import { useDeliberate } from './use-deliberate';

type Props = { app: Buyable; isOpen: boolean; onClose: () => void };

/** What will be bought, for how much, with what; and what became of it. */
export function PurchaseDialog({ app, isOpen, onClose }: Props) {
  const { progressOf, send, isUnsettled } = usePurchases();
  const { phase, outcome, price: newPrice } = progressOf(app.id);
  const [method, setMethod] = useState<string | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const reasonId = useId();
  const confirm = useRef<HTMLButtonElement>(null);
  const isWaiting = phase === 'waiting';
  const isDeliberate = useDeliberate(`${isOpen} ${isWaiting}`);
  const price = newPrice ?? app.price;
  const isPaid = (price?.amountMinor ?? 0) > 0;
  const methods = usePaymentMethods({ isNeeded: isOpen && isPaid });
  const cards = methods.data?.items ?? [];
  // One that was removed elsewhere leaves the choice to the default.
  const chosen = (cards.find(({ id }) => id === method) ?? cards.find(({ isDefault }) => isDefault))?.id ?? null;
  const lacksCard = methods.data !== undefined && cards.length === 0 && isPaid && !price?.trialDays;
  const retryIn = useSecondsUntil(outcome?.kind === 'failed' ? outcome.retryAt : undefined);
  const isSameAgain = isUnsettled(app.id);
  const isOthers = outcome?.kind === 'account_changed';
  const close = () => {
    setIsAdding(false);
    onClose();
  };

  return (
    <Modal
      isOpen={isOpen}
      onClose={close}
      title={titleOf(phase, outcome)}
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
        <Owned app={app} outcome={outcome} onClose={close} />
      ) : (
        <div className="mt-5 grid grid-cols-1 gap-5">
          <div className="flex items-baseline justify-between gap-4 border-y border-line py-3">
            <span className="text-muted">{price.kind === 'subscription' ? 'Subscription' : 'Price'}</span>
            <bdi className="text-20 font-semibold numerals">{priceText(price)}</bdi>
          </div>
          {isPaid && !isWaiting && !isOthers ? (
            <PaymentChoice
              methods={methods}
              chosen={chosen}
              onChoose={setMethod}
              isDisabled={phase === 'working' || isSameAgain}
              isAdding={isAdding}
              onAdding={setIsAdding}
            />
          ) : null}
          {isWaiting ? <BeingChecked /> : outcome ? <OutcomeNotice outcome={outcome} price={newPrice} /> : null}
          <div className="grid grid-cols-1 gap-2.5">
            <Button
              ref={confirm}
              tone={isWaiting ? 'soft' : 'primary'}
              isWorking={phase === 'working'}
              disabled={!isWaiting && !isOthers && (isAdding || lacksCard || retryIn > 0)}
              aria-describedby={isAdding || lacksCard ? reasonId : undefined}
              onKeyDown={(event) => {
                if (event.repeat) event.preventDefault();
              }}
              onClick={(event) => {
                if (!isDeliberate(event)) return;
                if (isWaiting) close();
                else if (isOthers) location.reload();
                else void send(app, price, chosen ?? undefined);
              }}
              className="h-12 rounded-pill"
            >
              {isWaiting ? 'Close' : confirmText(price, outcome, retryIn)}
            </Button>
            {isWaiting || isOthers ? null : isAdding || lacksCard ? (
              <p id={reasonId} className="text-center text-12 text-muted">
                {isAdding ? 'Add the card, or cancel adding it, before you go on.' : 'Add a card before you go on.'}
              </p>
            ) : isPaid ? (
              <p dir="auto" className="text-center text-12 text-muted">
                {isSameAgain ? 'The same payment is tried again, with the same card.' : smallPrint(price)}
              </p>
            ) : null}
          </div>
        </div>
      )}
    </Modal>
  );
}

function titleOf(phase: Progress['phase'], outcome: Outcome | null): string {
  if (phase === 'waiting') return 'One moment';
  if (phase !== 'owned') return 'Confirm';
  return outcome?.kind === 'owned' && outcome.how !== 'bought' ? 'Yours already' : 'Thank you';
}

function confirmText(price: Price, outcome: Outcome | null, retryIn: number): string {
  if (retryIn > 0) return `Try again in ${retryIn} s`;
  if (outcome?.kind === 'account_changed') return 'Reload the page';
  if (outcome?.kind === 'failed') return 'Try again';
  if (price.amountMinor === 0) return buttonText(price);
  if (price.trialDays) return 'Subscribe';
  return price.kind === 'subscription' ? `Subscribe for ${priceText(price)}` : `Buy for ${priceText(price)}`;
}

const smallPrint = (price: Price) =>
  price.kind === 'subscription'
    ? `${trialText(price) ?? priceText(price)}, tax included. ${price.trialDays ? 'Only a first subscription has a trial.' : ''}`
    : 'Tax is included. You are charged once and own it for good.';

/** Counts down; 0 when there is nothing to wait for. */
function useSecondsUntil(at: number | undefined): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (at === undefined) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [at]);
  return at === undefined || now === 0 ? 0 : Math.max(0, Math.ceil((at - now) / 1000));
}
