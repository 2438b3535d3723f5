'use client';

import { CreditCard } from 'lucide-react';
import { AddCard } from '@/components/account/add-card';
import { AddTestCard } from '@/components/account/add-test-card';
import type { usePaymentMethods } from '@/components/account/use-payment-methods';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { sentenceOf } from '@/lib/http/fetch-json';

type Props = {
  methods: ReturnType<typeof usePaymentMethods>;
  chosen: string | null;
  onChoose: (id: string) => void;
  isDisabled: boolean;
  /** While a card is being added, nobody can tell which one is meant to pay. */
  isAdding: boolean;
  onAdding: (isAdding: boolean) => void;
};

/** Which of my payment methods pays. */
export function PaymentChoice({ methods, chosen, onChoose, isDisabled, isAdding, onAdding }: Props) {
  if (methods.isPending) {
    return (
      <div className="grid grid-cols-1 gap-2" role="status">
        <span className="sr-only">Loading your payment methods</span>
        <div className="skeleton h-12" />
        <div className="skeleton h-12" />
      </div>
    );
  }
  if (methods.isError) {
    return (
      <Notice tone="bad" title="Your payment methods could not be loaded.">
        <p>{sentenceOf(methods.error)}</p>
        <button type="button" className="mt-1 font-semibold underline" onClick={() => methods.refetch()}>
          Try again
        </button>
      </Notice>
    );
  }
  return (
    <fieldset disabled={isDisabled} className="grid grid-cols-1 gap-2">
      <legend className="mb-2 text-13 font-medium">Pay with</legend>
      <div className="-m-1 grid max-h-76 grid-cols-1 gap-2 overflow-y-auto p-1">
        {methods.data.items.map((method) => (
          <label
            key={method.id}
            className="flex min-h-12 items-center gap-3 rounded-control border border-line px-3 transition-colors has-checked:border-accent has-checked:bg-accent-soft has-disabled:opacity-60 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="payment-method"
              value={method.id}
              checked={chosen === method.id}
              onChange={() => onChoose(method.id)}
              className="size-4 accent-accent outline-none"
            />
            <CreditCard className="size-4.5 text-muted" aria-hidden="true" />
            <span className="min-w-0 flex-1 truncate">{method.label}</span>
            {method.isDefault ? <span className="text-12 text-muted">Default</span> : null}
          </label>
        ))}
      </div>
      {!methods.data.isSandbox ? (
        <AddCard />
      ) : isAdding ? (
        <div className="mt-1 rounded-control bg-sunken p-3">
          <AddTestCard
            onAdded={(method) => {
              onChoose(method.id);
              onAdding(false);
            }}
          />
          <Button tone="plain" className="mt-1 -ms-2 h-10 px-3 text-13" onClick={() => onAdding(false)}>
            Cancel
          </Button>
        </div>
      ) : (
        <Button tone="plain" className="h-10 justify-self-start px-3 text-13" onClick={() => onAdding(true)}>
          Add a test card
        </Button>
      )}
    </fieldset>
  );
}
