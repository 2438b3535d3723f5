'use client';

import { CreditCard } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { sentenceOf } from '@/lib/http/fetch-json';
import { isSandboxToken } from '@/lib/payments/rules';
import type { PaymentMethodList } from '@/lib/purchases/schema';
import { AddCard } from './add-card';
import { AddTestCard } from './add-test-card';
import { FinishCard } from './finish-card';
import { useChangePaymentMethods, usePaymentMethods } from './use-payment-methods';

/** How I pay: which card unless told otherwise, which others. */
export function PaymentMethods({ initial }: { initial: PaymentMethodList }) {
  const methods = usePaymentMethods({ initial });
  const { remove, makeDefault } = useChangePaymentMethods();
  const error = remove.error ?? makeDefault.error;
  const { items, isSandbox } = methods.data ?? initial;

  return (
    <div className="grid grid-cols-1 gap-5">
      {isSandbox ? null : <FinishCard />}
      {items.length === 0 ? (
        <p className="text-muted">No card yet. Add one to buy apps; free ones need none.</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {items.map((method) => (
            <li key={method.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
              <CreditCard className="size-5 shrink-0 text-muted" aria-hidden="true" />
              <p className="min-w-48 flex-1 truncate font-medium">
                {method.label}
                {method.isDefault ? <span className="ms-2 text-13 font-normal text-muted">Default</span> : null}
              </p>
              <div className="ms-auto flex gap-2">
                {method.isDefault ? null : (
                  <Button
                    tone="plain"
                    className="h-11 px-4 text-13"
                    isWorking={makeDefault.isPending && makeDefault.variables === method.id}
                    aria-label={`Make default: ${method.label}`}
                    onClick={() => makeDefault.mutate(method.id)}
                  >
                    Make default
                  </Button>
                )}
                {isSandboxToken(method.id) ? null : (
                  <Button
                    tone="soft"
                    className="h-11 px-4 text-13"
                    isWorking={remove.isPending && remove.variables === method.id}
                    aria-label={`Remove ${method.label}`}
                    onClick={() => remove.mutate(method.id)}
                  >
                    Remove
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {error ? <Notice tone="bad">{sentenceOf(error)}</Notice> : null}
      {isSandbox ? (
        <div className="grid grid-cols-1 gap-x-10 gap-y-4 rounded-card bg-sunken p-5 xl:grid-cols-2 xl:items-end">
          <p className="text-13 text-muted">
            This store uses a sandbox: cards are for trying things out and no money moves.
          </p>
          <AddTestCard />
        </div>
      ) : (
        <div className="grid grid-cols-1 gap-3">
          <AddCard />
          <p className="text-13 text-muted">
            You give your card to Stripe, on its own page, and come back. This store never sees its number.
          </p>
        </div>
      )}
    </div>
  );
}
