import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { OpsNav } from '@/components/ops/ops-nav';
import { LeaveGuard } from '@/components/ops/unsaved';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { pathHeader } from '@/lib/auth/rules';
import { Shell } from '../shell';

/** What stands around the pages of those who run the store; to others they do not exist. */
export default async function OpsLayout({ children }: { children: ReactNode }) {
  requirePageRole(await pageContext(), 'admin', (await headers()).get(pathHeader) ?? '/ops');
  return (
    <Shell>
      <div className="page-width grid grid-cols-1 gap-x-12 gap-y-6 pt-4 lg:grid-cols-[13rem_minmax(0,1fr)] lg:pt-10">
        <div className="min-w-0 lg:sticky lg:top-24 lg:self-start">
          <OpsNav />
        </div>
        <div className="min-w-0">{children}</div>
      </div>
      <LeaveGuard />
    </Shell>
  );
}
