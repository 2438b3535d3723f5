'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useUnsaved } from '@/components/ops/unsaved';
import { fetchJson, fieldProblem, sentenceOf } from '@/lib/http/fetch-json';
import type { PricesView } from '@/lib/publishing/prices/schema';
import { baseOf } from './base-of';
import { amountText, bodyOf, type PriceBody, type PriceDraft } from './amounts';

function draftOf(view: PricesView): PriceDraft {
  const base = baseOf(view);
  const currency = base?.currency ?? 'USD';
  return {
    isFree: (base?.amountMinor ?? 0) === 0,
    currency,
    amount: base && base.amountMinor > 0 ? amountText(base.amountMinor, currency) : '',
    overrides: Object.fromEntries(
      view.countries
        .filter(({ isOverride }) => isOverride)
        .map((price) => [price.country, amountText(price.amountMinor, price.currency)]),
    ),
  };
}

const filled = (overrides: PriceDraft['overrides']) =>
  Object.entries(overrides)
    .filter(([, text]) => text.trim() !== '')
    .sort();

const isSame = (a: PriceDraft, b: PriceDraft) =>
  JSON.stringify({ ...a, overrides: filled(a.overrides) }) === JSON.stringify({ ...b, overrides: filled(b.overrides) });

type Options = {
  appId: string;
  initial: PricesView;
  /** A country's own currency; undefined where prices follow the base. */
  currencies: Record<string, string>;
};

/** The prices of an app: what is in force, and what somebody makes of it. */
export function usePrices({ appId, initial, currencies }: Options) {
  const router = useRouter();
  const [stored, setStored] = useState(initial);
  const [draft, setDraft] = useState(() => draftOf(initial));
  const isDirty = stored.base === null || !isSame(draft, draftOf(stored));
  const isTouched = !isSame(draft, draftOf(stored));
  useUnsaved(isTouched);
  const currencyIn = (country: string) => currencies[country] ?? draft.currency;
  const { body, problems = {} } = bodyOf(draft, currencyIn);
  const save = useMutation({
    mutationFn: async (sent: PriceBody) =>
      (await fetchJson<PricesView>(`/api/v1/console/apps/${appId}/prices`, { method: 'PUT', body: sent })).body,
    onSuccess: (next) => {
      setStored(next);
      setDraft(draftOf(next));
      router.refresh();
    },
  });
  return {
    stored,
    draft,
    isDirty,
    isTouched,
    canSave: isDirty && body !== null,
    isSaving: save.isPending,
    isSaved: save.isSuccess && !isTouched,
    failure: save.isError ? sentenceOf(save.error) : null,
    currencyIn,
    /** What is wrong with a field; nothing while a price has not been typed. */
    problem: (path: string) =>
      fieldProblem(save.error, path) ??
      (path === 'base.amountMinor' && draft.amount === '' ? null : (problems[path] ?? null)),
    edit: (change: Partial<PriceDraft>) => {
      if (!save.isPending && !save.isIdle) save.reset();
      setDraft((now) => ({ ...now, ...change }));
    },
    undo: () => {
      save.reset();
      setDraft(draftOf(stored));
    },
    save: () => {
      if (body !== null && isDirty && !save.isPending) save.mutate(body);
    },
  };
}
