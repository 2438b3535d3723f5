'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { Price } from '@/lib/catalog/schema';
import { Notice } from '@/components/ui/notice';
import { missingPartText, usePart } from '@/components/ui/use-part';
import { signInPath } from '@/lib/auth/rules';
import { type Attempt, isFinal, newKey, runAttempt } from './purchase-attempt';
import { type Buyable, idle, type Progress, type Purchases, PurchasesContext } from './purchase-context';

const loadDialog = () => import('./purchase-dialog').then(({ PurchaseDialog }) => PurchaseDialog);

export function PurchaseProvider({ isSignedIn, children }: { isSignedIn: boolean; children: ReactNode }) {
  const [progress, setProgress] = useState<ReadonlyMap<string, Progress>>(new Map());
  const [dialogApp, setDialogApp] = useState<Buyable | null>(null);
  const [isDialogOpen, setIsDialogOpen] = useState(false);
  const { Part: PurchaseDialog, isMissing, prepare, want } = usePart(loadDialog);
  const [message, setMessage] = useState('');
  const keys = useRef(new Map<string, string>());
  const unsettled = useRef(new Map<string, Attempt>());
  const running = useRef(new Set<string>());
  const queryClient = useQueryClient();

  const update = useCallback((appId: string, change: Partial<Progress>) => {
    setProgress((all) => new Map(all).set(appId, { ...(all.get(appId) ?? idle), ...change }));
  }, []);

  const announce = useCallback((text: string) => {
    // The same sentence twice is only spoken twice when it was gone in between.
    setMessage('');
    requestAnimationFrame(() => setMessage(text));
  }, []);

  const send = useCallback(
    async (app: Buyable, price: Price, paymentMethodId?: string) => {
      if (running.current.has(app.id)) return null;
      running.current.add(app.id);
      const key = keys.current.get(app.id) ?? newKey();
      keys.current.set(app.id, key);
      const expected = { amountMinor: price.amountMinor, currency: price.currency };
      const attempt = unsettled.current.get(app.id) ?? {
        key,
        body: { appId: app.id, priceId: price.id, expected, paymentMethodId },
      };
      update(app.id, { phase: 'working', outcome: null });
      const outcome = await runAttempt(attempt, () => update(app.id, { phase: 'waiting' }));
      running.current.delete(app.id);
      const isOpen = outcome.kind === 'pending' || (outcome.kind === 'failed' && outcome.isUnsettled);
      if (isOpen) unsettled.current.set(app.id, attempt);
      else unsettled.current.delete(app.id);
      const isKeyUsed = outcome.kind === 'failed' && !outcome.isUnsettled;
      if (isFinal(outcome) || isKeyUsed) keys.current.delete(app.id);
      if (outcome.kind === 'signed_out') location.assign(signInPath(location.pathname + location.search));
      update(app.id, {
        phase: outcome.kind === 'owned' ? 'owned' : 'idle',
        outcome,
        ...(outcome.kind === 'price_changed' && outcome.price ? { price: outcome.price } : {}),
      });
      if (outcome.kind === 'owned') {
        announce(outcome.isNew ? `${app.name} is yours. You can download it now.` : `You already own ${app.name}.`);
        void queryClient.invalidateQueries({ queryKey: ['library'] });
      }
      return outcome;
    },
    [announce, queryClient, update],
  );

  const begin = useCallback(
    (app: Buyable) => {
      if (!isSignedIn) {
        location.assign(signInPath(location.pathname + location.search));
        return;
      }
      const price = progress.get(app.id)?.price ?? app.price;
      if (!price) return;
      if (price.amountMinor === 0 && price.kind === 'one_time') {
        void send(app, price).then((outcome) => {
          if (outcome && outcome.kind !== 'owned' && outcome.kind !== 'signed_out') openDialog(app);
        });
      } else openDialog(app);

      function openDialog(chosen: Buyable) {
        if (!unsettled.current.has(chosen.id) && !running.current.has(chosen.id)) keys.current.set(chosen.id, newKey());
        void want().then((isHere) => {
          if (!isHere) return;
          setDialogApp(chosen);
          setIsDialogOpen(true);
        });
      }
    },
    [isSignedIn, progress, send, want],
  );

  const value = useMemo<Purchases>(
    () => ({
      isSignedIn,
      progressOf: (appId) => progress.get(appId) ?? idle,
      prepare,
      begin,
      send,
      isUnsettled: (appId) => unsettled.current.has(appId),
      announce,
    }),
    [announce, begin, isSignedIn, prepare, progress, send],
  );

  return (
    <PurchasesContext value={value}>
      {children}
      {PurchaseDialog && dialogApp ? (
        <PurchaseDialog
          key={dialogApp.id}
          app={dialogApp}
          isOpen={isDialogOpen}
          onClose={() => setIsDialogOpen(false)}
        />
      ) : null}
      {isMissing ? (
        <Notice tone="bad" className="fixed inset-x-4 bottom-4 z-40 mx-auto max-w-md shadow-float">
          {missingPartText}
        </Notice>
      ) : null}
      <div aria-live="polite" className="sr-only">
        {message}
      </div>
    </PurchasesContext>
  );
}
