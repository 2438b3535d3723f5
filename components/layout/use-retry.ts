'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';

/** Asks the server for the failed page again; `reset` alone would only draw the same failure once more. */
export function useRetry(reset: () => void): () => void {
  const router = useRouter();
  const [, startTransition] = useTransition();
  return () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
}
