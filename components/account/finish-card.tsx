'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { useChangePaymentMethods } from './use-payment-methods';
import { takeWayBack } from './way-back';

const forget = () => window.history.replaceState(null, '', '/account#payment');

/** Keeps the card that was added on the provider's page, when somebody comes back from there. */
export function FinishCard() {
  const setup = useSearchParams().get('setup');
  const [reference] = useState(setup);
  const { add } = useChangePaymentMethods();
  const { mutate } = add;
  const [wayBack, setWayBack] = useState<string | null>(null);
  useEffect(() => {
    if (reference !== null) setWayBack(takeWayBack());
  }, [reference]);
  useEffect(() => {
    if (reference === null) return;
    if (reference === 'canceled') forget();
    else mutate(reference, { onSuccess: forget });
  }, [reference, mutate]);

  if (reference === null) return null;
  const back = wayBack ? (
    <Link href={wayBack} className="mt-1 inline-block font-semibold underline">
      Back to where you were
    </Link>
  ) : null;
  if (reference === 'canceled') {
    return (
      <Notice tone="info" title="No card was added.">
        {back}
      </Notice>
    );
  }
  if (add.isSuccess) {
    return (
      <Notice tone="good" title={`${add.data.label} was added.`}>
        {back}
      </Notice>
    );
  }
  if (!add.isError) return <Notice tone="info">Adding your card…</Notice>;
  const isUnknown = add.error instanceof ProblemError && add.error.problem.code === 'payment_method_unknown';
  return (
    <Notice tone="bad" title="The card was not added.">
      {isUnknown ? (
        <p>It was not finished, or by another account. Add it again.</p>
      ) : (
        <>
          <p>{sentenceOf(add.error)}</p>
          <button
            type="button"
            className="mt-1 font-semibold underline"
            onClick={() => mutate(reference, { onSuccess: forget })}
          >
            Try again
          </button>
        </>
      )}
    </Notice>
  );
}
