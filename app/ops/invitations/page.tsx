import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { InvitationsPanel } from '@/components/ops/invitations-panel';
import { PageHead } from '@/components/ops/page-head';
import { Notice } from '@/components/ui/notice';
import { listInvitations } from '@/lib/accounts/invitations';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { env } from '@/lib/env';
import { getSettings } from '@/lib/settings';
import { fromCursor, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Invitations', robots: { index: false } };

const notes = {
  open: 'Anyone can join this store, so nobody needs an invitation now.',
  closed: 'Sign-up is closed, so invitations do not work now.',
};

export default async function InvitationsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  requirePageRole(ctx, 'admin', '/ops/invitations');
  const { cursor } = await pick(searchParams, ['cursor']);
  const [{ page, ...params }, { signUp }] = await Promise.all([
    fromCursor(cursor, (from) => listInvitations(ctx, { limit: 20, cursor: from })),
    getSettings(ctx),
  ]);
  return (
    <>
      <PageHead title="Invitations" text="Each link lets one person make an account, once, within seven days." />
      {signUp === 'invitation' ? null : (
        <Notice tone="info" className="mb-6 max-w-[44rem]">
          {notes[signUp]}{' '}
          <Link href="/ops/settings#access" className="font-medium underline underline-offset-2">
            Change who may join
          </Link>
        </Notice>
      )}
      <InvitationsPanel
        initial={page}
        params={params}
        now={ctx.now.toISOString()}
        isMailed={env().SMTP_URL !== undefined}
      />
    </>
  );
}
