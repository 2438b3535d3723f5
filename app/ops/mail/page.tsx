import type { Metadata } from 'next';
import { MailList } from '@/components/ops/mail-list';
import { PageHead } from '@/components/ops/page-head';
import { Notice } from '@/components/ui/notice';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { env } from '@/lib/env';
import { listMails } from '@/lib/mail/queries';
import { mailsQuery } from '@/lib/mail/schema';
import { fromCursor, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Mail', robots: { index: false } };

export default async function MailPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  requirePageRole(ctx, 'admin', '/ops/mail');
  const { cursor } = await pick(searchParams, ['cursor']);
  const { page, ...params } = await fromCursor(cursor, (from) => listMails(ctx, mailsQuery.parse({ cursor: from })));
  const isMailed = env().SMTP_URL !== undefined;
  return (
    <>
      <PageHead title="Mail" text="Every letter that this store wrote, newest first." />
      {isMailed ? null : (
        <Notice tone="info" title="No mail server is configured" className="mb-6 max-w-[44rem]">
          Letters stay here, where you can read them and pass their links on. Set SMTP_URL and MAIL_FROM to send them.
        </Notice>
      )}
      <MailList initial={page} params={params} isMailed={isMailed} />
    </>
  );
}
