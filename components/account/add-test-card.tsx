'use client';

import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { sentenceOf } from '@/lib/http/fetch-json';
import { sandboxCards } from '@/lib/payments/rules';
import type { PaymentMethod } from '@/lib/purchases/schema';
import { useChangePaymentMethods } from './use-payment-methods';

const cards = Object.entries(sandboxCards).map(([token, card]) => ({ token, ...card }));

const toOption = ({ token, label }: (typeof cards)[number]) => (
  <option key={token} value={token}>
    {label}
  </option>
);

/** Keeps one of the sandbox's cards. */
export function AddTestCard({ onAdded }: { onAdded?: (method: PaymentMethod) => void }) {
  const { add } = useChangePaymentMethods();
  return (
    <form
      className="grid grid-cols-1 gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const token = new FormData(event.currentTarget).get('token');
        if (typeof token === 'string') add.mutate(token, { onSuccess: onAdded });
      }}
    >
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <SelectField label="Test card" name="token">
            {cards.filter(({ fault }) => fault === null).map(toOption)}
            <optgroup label="What can go wrong">{cards.filter(({ fault }) => fault !== null).map(toOption)}</optgroup>
          </SelectField>
        </div>
        <Button type="submit" tone="outline" isWorking={add.isPending}>
          Add
        </Button>
      </div>
      {add.isError ? <Notice tone="bad">{sentenceOf(add.error)}</Notice> : null}
    </form>
  );
}
