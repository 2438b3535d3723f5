'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useCallback, useRef, useState } from 'react';
import { paymentMethodsKey } from '@/components/account/use-payment-methods';
import { signInPath } from '@/lib/auth/rules';
import type { Price } from '@/lib/catalog/schema';
import { fetchJson, type Page } from '@/lib/http/fetch-json';
import type { PurchaseListItem } from '@/lib/purchases/schema';
import { type Attempt, followPurchase, isFinal, newKey, type Outcome, runAttempt } from './purchase-attempt';
import { type Buyable, idle, type Progress } from './purchase-context';

const signInFirst = () => location.assign(signInPath(location.pathname + location.search));

const fetchPending = async () =>
  (await fetchJson<Page<PurchaseListItem>>('/api/v1/purchases?status=pending&limit=100')).body.items;

/** The purchases of this page: what goes on with each app, and the key of each attempt. */
export function usePurchaseRuns(accountId: string | null, onEnd: (app: Buyable, outcome: Outcome) => void) {
  const [progress, setProgress] = useState<ReadonlyMap<string, Progress>>(new Map());
  const keys = useRef(new Map<string, string>());
  const unsettled = useRef(new Map<string, Attempt>());
  const running = useRef(new Set<string>());
  const queryClient = useQueryClient();
  const router = useRouter();

  const update = useCallback((appId: string, change: Partial<Progress>) => {
    setProgress((all) => new Map(all).set(appId, { ...(all.get(appId) ?? idle), ...change }));
  }, []);

  const run = useCallback(
    async (app: Buyable, isPaid: boolean, work: (onWaiting: () => void) => Promise<Outcome>, attempt?: Attempt) => {
      running.current.add(app.id);
      update(app.id, { phase: 'working', outcome: null });
      const outcome = await work(() => isPaid && update(app.id, { phase: 'waiting' }));
      running.current.delete(app.id);
      const isOpen = outcome.kind === 'failed' && outcome.isUnsettled;
      if (!isOpen) unsettled.current.delete(app.id);
      else if (attempt) unsettled.current.set(app.id, { ...attempt, wasSent: true });
      if (isFinal(outcome) || (outcome.kind === 'failed' && !isOpen)) keys.current.delete(app.id);
      if (outcome.kind === 'method_gone') void queryClient.invalidateQueries({ queryKey: paymentMethodsKey });
      if (outcome.kind === 'signed_out') signInFirst();
      update(app.id, {
        phase: outcome.kind === 'owned' ? 'owned' : 'idle',
        outcome,
        ...(outcome.kind === 'price_changed' && outcome.price ? { price: outcome.price } : {}),
      });
      if (outcome.kind === 'owned') {
        void queryClient.invalidateQueries({ queryKey: ['library'] });
        // What other pages said of purchases and library is out of date.
        if (isPaid) router.refresh();
      }
      onEnd(app, outcome);
      return outcome;
    },
    [onEnd, queryClient, router, update],
  );

  const send = useCallback(
    async (app: Buyable, price: Price, paymentMethodId?: string) => {
      if (running.current.has(app.id)) return null;
      const key = keys.current.get(app.id) ?? newKey();
      keys.current.set(app.id, key);
      const expected = { amountMinor: price.amountMinor, currency: price.currency };
      const attempt = unsettled.current.get(app.id) ?? {
        key,
        body: { appId: app.id, priceId: price.id, expected, paymentMethodId, accountId: accountId ?? undefined },
      };
      return run(app, price.amountMinor > 0, (onWaiting) => runAttempt(attempt, onWaiting), attempt);
    },
    [accountId, run],
  );

  const recall = useCallback(
    async (app: Buyable) => {
      if (running.current.has(app.id)) return;
      const options = { queryKey: ['purchases', 'pending'], queryFn: fetchPending, staleTime: 0 };
      const pending = await queryClient.fetchQuery(options).catch(() => []);
      const found = pending.find(({ appId }) => appId === app.id);
      if (!found || running.current.has(app.id)) return;
      await run(app, true, (onWaiting) => {
        onWaiting();
        return followPurchase(found.id);
      });
    },
    [queryClient, run],
  );

  /** For a dialog that opens: a key of its own and nothing of the last time, unless that is still open. */
  const renew = useCallback(
    (appId: string) => {
      if (unsettled.current.has(appId) || running.current.has(appId)) return;
      keys.current.set(appId, newKey());
      update(appId, { outcome: null });
    },
    [update],
  );

  const isUnsettled = useCallback((appId: string) => unsettled.current.has(appId), []);

  return { progress, send, recall, renew, isUnsettled, signInFirst };
}
