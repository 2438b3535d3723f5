'use client';

import { Failure } from '@/components/layout/failure';
import { useRetry } from '@/components/layout/use-retry';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  return (
    <main id="content">
      <Failure error={error} onRetry={useRetry(reset)} />
    </main>
  );
}
