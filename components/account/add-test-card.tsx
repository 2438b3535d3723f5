'use client';

import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { sentenceOf } from '@/lib/http/fetch-json';
import { isSandboxToken, sandboxCards } from '@/lib/payments/rules';
import type { PaymentMethod } from '@/lib/purchases/schema';
import { useChangePaymentMethods, usePaymentMethods } from './use-payment-methods';

const cards = Object.entries(sandboxCards).map(([token, card]) => ({ token, ...card }));

const paying = cards.filter(({ declineCode, fault }) => declineCode === null && fault === null);
const declined = cards.filter(({ declineCode }) => declineCode !== null);
const faulty = cards.filter(({ fault }) => fault !== null);

const toOption = ({ token, label }: (typeof cards)[number]) => (
  <option key={token} value={token}>
    {label}
  </option>
);

/** Keeps one of the sandbox's cards, and the one that paid so far for those who kept none: it stays the default. */
export function AddTestCard({ onAdded }: { onAdded?: (method: PaymentMethod) => void }) {
  const { add } = useChangePaymentMethods();
  const { data: known } = usePaymentMethods({ isNeeded: false });
  const kept = known?.items.map(({ id }) => id).find(isSandboxToken);

  async function keep(token: string) {
    try {
      if (kept !== undefined && kept !== token) await add.mutateAsync(kept);
      const method = await add.mutateAsync(token);
      onAdded?.(method);
    } catch {
      // Said below.
    }
  }

  return (
    <form
      className="grid grid-cols-1 gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const token = new FormData(event.currentTarget).get('token');
        if (typeof token === 'string') void keep(token);
      }}
    >
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <SelectField label="Test card" name="token">
            {paying.map(toOption)}
            <optgroup label="The bank declines">{declined.map(toOption)}</optgroup>
            <optgroup label="The network fails">{faulty.map(toOption)}</optgroup>
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
