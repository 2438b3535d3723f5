'use client';

import { Failure } from '@/components/layout/failure';
import './globals.css';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function GlobalError({ error, reset }: Props) {
  return (
    <html lang="en">
      <head>
        <title>Something went wrong</title>
      </head>
      <body>
        <main id="content">
          <Failure digest={error.digest} onRetry={reset} />
        </main>
      </body>
    </html>
  );
}
