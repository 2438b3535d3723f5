import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { ModerationNav } from '@/components/moderation/moderation-nav';
import { LeaveGuard } from '@/components/ops/unsaved';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { pathHeader } from '@/lib/auth/rules';
import { Shell } from '../shell';

/** What stands around the pages of the moderators' desk; to others they do not exist. The desk itself is wider than the store. */
export default async function ModerationLayout({ children }: { children: ReactNode }) {
  requirePageRole(await pageContext(), 'moderator', (await headers()).get(pathHeader) ?? '/moderation');
  return (
    <Shell>
      <div className="page-width pt-2 pb-8 has-data-desk:max-w-[100rem]">
        <ModerationNav />
        <div className="min-w-0 pt-5">{children}</div>
      </div>
      <LeaveGuard />
    </Shell>
  );
}
