'use client';

import { Failure } from '@/components/layout/failure';
import { fontVariables } from './fonts';
import './globals.css';

type Props = { error: Error & { digest?: string } };

export default function GlobalError({ error }: Props) {
  return (
    <html lang="en" className={fontVariables}>
      <head>
        <title>Something went wrong</title>
      </head>
      <body>
        <main id="content">
          <Failure error={error} onRetry={() => location.reload()} />
        </main>
      </body>
    </html>
  );
}
