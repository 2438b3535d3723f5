'use client';

import { Failure } from '@/components/layout/failure';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function StoreError({ error, reset }: Props) {
  return <Failure digest={error.digest} onRetry={reset} />;
}
