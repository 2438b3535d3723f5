'use client';

import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { sentenceOf } from '@/lib/http/fetch-json';
import { useCardPage } from './use-payment-methods';
import { rememberWayBack } from './way-back';

/** Leads to the provider's page for a card; it leads back to the account, and from there to where one was. */
export function AddCard() {
  const page = useCardPage();
  const { reset } = page;
  // Whoever comes back with the browser's own button finds the page as it was left: on its way.
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) reset();
    };
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, [reset]);
  return (
    <div className="grid grid-cols-1 justify-items-start gap-3">
      <Button
        tone="outline"
        isWorking={page.isPending || page.isSuccess}
        onClick={() =>
          page.mutate(undefined, {
            onSuccess: (url) => {
              rememberWayBack();
              window.location.assign(url);
            },
          })
        }
      >
        Add a card
      </Button>
      {page.isError ? <Notice tone="bad">{sentenceOf(page.error)}</Notice> : null}
    </div>
  );
}
