'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { fetchJson } from '@/lib/http/fetch-json';
import type { SubmissionCase } from '@/lib/moderation/schema';
import { refusalWords, submissionsPath } from './words';

/** Often enough that a claim of 30 minutes never runs out under somebody who is reading. */
const renewMs = 5 * 60_000;

const pathOf = (id: string) => `${submissionsPath}/${id}/claim`;

type Options = {
  item: SubmissionCase | undefined;
  onChanged: (id: string) => void;
  onSaid: (sentence: string) => void;
};

/** Takes a submission and gives it back; renews the claim while the case is open and in sight. */
export function useClaim({ item, onChanged, onSaid }: Options) {
  const take = useMutation({
    mutationFn: (id: string) => fetchJson<{ expiresAt: string }>(pathOf(id), { method: 'POST' }),
    onSuccess: () => onSaid('Claimed for 30 minutes. It is renewed while you are here.'),
    onSettled: (_data, _error, id) => onChanged(id),
  });
  const giveBack = useMutation({
    mutationFn: (id: string) => fetchJson(pathOf(id), { method: 'DELETE' }),
    onSuccess: () => onSaid('Given back to the queue.'),
    onSettled: (_data, _error, id) => onChanged(id),
  });

  const id = item?.id;
  const isHeld = item?.claim?.isMine === true && item.outcome === null && !giveBack.isPending;
  const changed = useRef(onChanged);
  useEffect(() => {
    changed.current = onChanged;
  });
  useEffect(() => {
    if (!isHeld || id === undefined) return;
    const renew = () => {
      if (document.visibilityState !== 'visible') return;
      // Whatever comes of it shows in the case that is read again.
      void fetchJson(pathOf(id), { method: 'POST' })
        .catch(() => null)
        .then(() => changed.current(id));
    };
    const timer = setInterval(renew, renewMs);
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, [isHeld, id]);

  const failed = [take, giveBack].find((one) => one.isError && one.variables === id);
  return {
    take: () => id !== undefined && !take.isPending && take.mutate(id),
    giveBack: () => id !== undefined && !giveBack.isPending && giveBack.mutate(id),
    isTaking: take.isPending && take.variables === id,
    isGivingBack: giveBack.isPending && giveBack.variables === id,
    problem: failed ? refusalWords(failed.error) : null,
  };
}

export type Claim = ReturnType<typeof useClaim>;
