'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { fetchJson } from '@/lib/http/fetch-json';
import { refusalWords } from './words';

/** Often enough that a claim of 30 minutes never runs out under somebody who is reading. */
const renewMs = 5 * 60_000;

type Options = {
  /** Route of the API that the cases are under. */
  path: string;
  id: string | undefined;
  /** I have it, and it waits for a decision. */
  isMine: boolean;
  onChanged: (id: string) => void;
  onSaid: (sentence: string) => void;
};

/** Takes a case; a claim of one's own is renewed by it. */
export const takeCase = (path: string, id: string) =>
  fetchJson<{ expiresAt: string }>(`${path}/${id}/claim`, { method: 'POST' });

/** Takes a case and gives it back; renews the claim while the case is open and in sight. */
export function useClaim({ path, id, isMine, onChanged, onSaid }: Options) {
  const take = useMutation({
    mutationFn: (of: string) => takeCase(path, of),
    onSuccess: () => onSaid('Claimed for 30 minutes. It is renewed while you are here.'),
    onSettled: (_data, _error, of) => onChanged(of),
  });
  const giveBack = useMutation({
    mutationFn: (of: string) => fetchJson(`${path}/${of}/claim`, { method: 'DELETE' }),
    onSuccess: () => onSaid('Given back to the queue.'),
    onSettled: (_data, _error, of) => onChanged(of),
  });

  const isHeld = isMine && !giveBack.isPending;
  const changed = useRef(onChanged);
  useEffect(() => {
    changed.current = onChanged;
  });
  useEffect(() => {
    if (!isHeld || id === undefined) return;
    const renew = () => {
      if (document.visibilityState !== 'visible') return;
      // Whatever comes of it shows in the case that is read again.
      void takeCase(path, id)
        .catch(() => null)
        .then(() => changed.current(id));
    };
    const timer = setInterval(renew, renewMs);
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, [isHeld, path, id]);

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
