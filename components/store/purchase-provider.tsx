'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { missingPartText, usePart } from '@/components/ui/use-part';
import type { Outcome } from './purchase-attempt';
import { type Buyable, idle, type Purchases, PurchasesContext } from './purchase-context';
import { PurchaseNews } from './purchase-news';
import { usePurchaseRuns } from './use-purchase-runs';

const loadDialog = () => import('./purchase-dialog').then(({ PurchaseDialog }) => PurchaseDialog);

const noop = () => undefined;

type Props = {
  /** Whose page this is; null for a visitor's. */
  accountId: string | null;
  children: ReactNode;
};

export function PurchaseProvider({ accountId, children }: Props) {
  const isSignedIn = accountId !== null;
  const pathname = usePathname();
  const [dialog, setDialog] = useState<{ app: Buyable; path: string | null } | null>(null);
  const [news, setNews] = useState<{ app: Buyable; outcome: Outcome } | null>(null);
  const [message, setMessage] = useState('');
  const { Part: PurchaseDialog, isMissing, prepare, want } = usePart(loadDialog);
  // It belongs to its page: whoever goes back leaves it behind, and does not find it there again.
  if (dialog !== null && dialog.path !== null && dialog.path !== pathname) setDialog({ ...dialog, path: null });
  const isDialogOpen = dialog !== null && dialog.path === pathname;
  const watched = useRef<string | null>(null);
  useEffect(() => {
    watched.current = isDialogOpen ? dialog.app.id : null;
  }, [isDialogOpen, dialog]);

  const announce = useCallback((text: string) => {
    // The same sentence twice is only spoken twice when it was gone in between.
    setMessage('');
    requestAnimationFrame(() => setMessage(text));
  }, []);

  const tell = useCallback(
    (app: Buyable, outcome: Outcome) => {
      const isPaid = (app.price?.amountMinor ?? 0) > 0;
      if (isPaid && watched.current !== app.id && outcome.kind !== 'signed_out') setNews({ app, outcome });
      else if (outcome.kind === 'owned') {
        announce(
          outcome.how === 'bought' ? `${app.name} is yours. You can download it now.` : `You already own ${app.name}.`,
        );
      }
    },
    [announce],
  );

  const { progress, send, recall, renew, isUnsettled, signInFirst } = usePurchaseRuns(accountId, tell);

  const begin = useCallback(
    (app: Buyable) => {
      if (!isSignedIn) return signInFirst();
      const price = progress.get(app.id)?.price ?? app.price;
      if (!price) return;
      if (price.amountMinor === 0 && price.kind === 'one_time') {
        void send(app, price).then((outcome) => {
          if (outcome && outcome.kind !== 'owned' && outcome.kind !== 'signed_out') openDialog();
        });
      } else {
        // Opened from the news, it says what these said.
        if (news?.app.id !== app.id) renew(app.id);
        setNews(null);
        openDialog();
        void recall(app);
      }

      function openDialog() {
        void want().then((isHere) => isHere && setDialog({ app, path: pathname }));
      }
    },
    [isSignedIn, news, pathname, progress, recall, renew, send, signInFirst, want],
  );

  const value = useMemo<Purchases>(
    () => ({
      isSignedIn,
      progressOf: (appId) => progress.get(appId) ?? idle,
      prepare,
      begin,
      recall: isSignedIn ? recall : noop,
      send,
      isUnsettled,
      announce,
    }),
    [announce, begin, isSignedIn, isUnsettled, prepare, progress, recall, send],
  );

  return (
    <PurchasesContext value={value}>
      {children}
      {PurchaseDialog && dialog ? (
        <PurchaseDialog
          key={dialog.app.id}
          app={dialog.app}
          isOpen={isDialogOpen}
          onClose={() => setDialog({ ...dialog, path: null })}
        />
      ) : null}
      {news && !pathname.startsWith('/purchases') ? (
        <PurchaseNews {...news} onShow={() => begin(news.app)} onClose={() => setNews(null)} />
      ) : null}
      {isMissing ? (
        <Notice tone="bad" className="fixed inset-x-4 bottom-4 z-40 mx-auto max-w-[28rem] shadow-float">
          {missingPartText}
        </Notice>
      ) : null}
      <div aria-live="polite" className="sr-only">
        {message}
      </div>
    </PurchasesContext>
  );
}
