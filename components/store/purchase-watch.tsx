'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { followPurchase, type Outcome, outcomeSentence } from './purchase-attempt';

type Watched = { id: string; name: string };
type Props = { purchases: Watched[]; className?: string };

/** Follows purchases that are under way, says how each ends and renews the page. */
export function PurchaseWatch({ purchases, className }: Props) {
  const [ended, setEnded] = useState<(Watched & { outcome: Outcome })[]>([]);
  const queryClient = useQueryClient();
  const router = useRouter();
  const watched = JSON.stringify(purchases);

  useEffect(() => {
    const leaving = new AbortController();
    for (const purchase of JSON.parse(watched) as Watched[]) {
      followPurchase(purchase.id, leaving.signal).then(
        (outcome) => {
          setEnded((others) => [...others.filter(({ id }) => id !== purchase.id), { ...purchase, outcome }]);
          void queryClient.invalidateQueries({ queryKey: ['/api/v1/purchases'] });
          router.refresh();
        },
        () => undefined,
      );
    }
    return () => leaving.abort();
  }, [watched, queryClient, router]);

  const isOpen = purchases.some(({ id }) => !ended.some((one) => one.id === id));
  if (!isOpen && ended.length === 0) return null;
  return (
    <div className={className}>
      <div className="grid grid-cols-1 gap-3">
        {ended.map(({ id, name, outcome }) => (
          <Notice
            key={id}
            tone={outcome.kind === 'owned' ? 'good' : 'bad'}
            title={outcome.kind === 'owned' ? name : `${name} was not bought`}
          >
            {outcomeSentence(outcome)}
          </Notice>
        ))}
        {isOpen ? (
          <Notice tone="info" title="A payment is being checked">
            The bank has not answered yet. You will not be charged twice. This page shows how it ends, by itself.
          </Notice>
        ) : null}
      </div>
    </div>
  );
}
