import type { ReactNode } from 'react';
import { LeaveGuard } from '@/components/ops/unsaved';
import { Shell } from '../shell';
import { consoleContext } from './guard';

/** What stands around the pages of those who publish. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  await consoleContext();
  return (
    <Shell>
      <div className="page-width pt-4 lg:pt-10">{children}</div>
      <LeaveGuard />
    </Shell>
  );
}
