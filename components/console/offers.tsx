'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AppIcon } from '@/components/store/app-icon';
import { Button } from '@/components/ui/button';
import { formatDate } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import type { Transfer } from '@/lib/publishing/transfers/schema';
import { ReasonedButton } from './reasoned-button';

export type Offer = Transfer & {
  /** Why I may not answer it; null when I may. */
  reason: string | null;
};

/** Apps that other organisations want to hand over. */
export function Offers({ offers }: { offers: Offer[] }) {
  const [answered, setAnswered] = useState<Record<string, Transfer>>({});
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby="offers" className="mb-10 rounded-card border border-line bg-surface p-5">
      <h2 id="offers" className="text-17 font-semibold">
        {offers.length === 1 ? 'An app is offered to you' : 'Apps are offered to you'}
      </h2>
      <ul className="mt-2 divide-y divide-line">
        {offers.map((offer) => (
          <OfferRow
            key={offer.id}
            offer={offer}
            answer={answered[offer.id] ?? null}
            onAnswer={(transfer) => setAnswered((all) => ({ ...all, [offer.id]: transfer }))}
          />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { offer: Offer; answer: Transfer | null; onAnswer: (transfer: Transfer) => void };

function OfferRow({ offer: { id, app, from, to, createdAt, reason }, answer, onAnswer }: RowProps) {
  const router = useRouter();
  const decide = useMutation({
    mutationFn: async (verb: 'accept' | 'decline') =>
      (await fetchJson<Transfer>(`/api/v1/console/transfers/${id}/${verb}`, { method: 'POST' })).body,
    onSuccess: (transfer) => {
      onAnswer(transfer);
      router.refresh();
    },
  });
  const color = 'var(--sunken)';
  return (
    <li className="grid grid-cols-1 gap-3 py-4 sm:flex sm:items-center sm:gap-4">
      <div className="flex min-w-0 flex-1 items-center gap-4">
        <AppIcon app={{ ...app, color }} size={48} />
        <div className="min-w-0">
          <p className="truncate font-medium" dir="auto">
            {app.name}
          </p>
          <p className="text-13 text-muted">
            From <bdi>{from.name}</bdi> to <bdi>{to.name}</bdi>, {formatDate(createdAt)}
          </p>
        </div>
      </div>
      {answer ? (
        <p role="status" className="text-13 text-muted">
          {answer.outcome === 'accepted' ? (
            <>
              It is yours.{' '}
              <Link href={`/console/apps/${app.id}`} className="font-medium text-accent-text hover:underline">
                Open it
              </Link>
            </>
          ) : (
            'Declined.'
          )}
        </p>
      ) : (
        <div className="flex flex-wrap gap-2">
          <ReasonedButton
            reason={reason}
            isWorking={decide.isPending && decide.variables === 'accept'}
            aria-label={`Accept ${app.name}`}
            onClick={() => !decide.isPending && decide.mutate('accept')}
          >
            Accept
          </ReasonedButton>
          {reason === null ? (
            <Button
              tone="soft"
              isWorking={decide.isPending && decide.variables === 'decline'}
              aria-label={`Decline ${app.name}`}
              onClick={() => !decide.isPending && decide.mutate('decline')}
            >
              Decline
            </Button>
          ) : null}
        </div>
      )}
      {decide.isError ? (
        <Notice tone="bad" className="sm:basis-full">
          {sentenceOf(decide.error)}
        </Notice>
      ) : null}
    </li>
  );
}
