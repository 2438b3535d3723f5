'use client';

import { CSPProvider } from '@base-ui/react/csp-provider';
import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ProblemError } from '@/lib/http/fetch-json';

/** Offline, what is asked for fails at once and says so, where the library would wait in silence. */
export const makeClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < 2 && onlineManager.isOnline() && error instanceof ProblemError && error.isUnsettled,
      },
      mutations: { networkMode: 'always' },
    },
  });

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient);
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </CSPProvider>
  );
}
