import type { ReactNode } from 'react';
import { mayBrowse } from '@/lib/auth/audience';
import { openPageContext } from '@/lib/auth/page';
import { PlainShell } from '../plain-shell';
import { Shell } from '../shell';

// Receipts are shown to others: they may check them, also where the store is for members only.
export default async function VerifyLayout({ children }: { children: ReactNode }) {
  if (await mayBrowse(await openPageContext())) return <Shell>{children}</Shell>;
  return <PlainShell width="page-width">{children}</PlainShell>;
}
