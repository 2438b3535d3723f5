import type { Metadata } from 'next';
import { AuditLog } from '@/components/moderation/audit-log';
import { PageHead } from '@/components/ops/page-head';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { listAudit } from '@/lib/moderation/list-audit';
import { auditQuery } from '@/lib/moderation/schema';
import { fromCursor, keepValid, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Audit log', robots: { index: false } };

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  requirePageRole(ctx, 'moderator', '/moderation/audit');
  const { cursor, ...asked } = await pick(searchParams, ['action', 'subjectType', 'subjectId', 'actorId', 'cursor']);
  const filters = keepValid(auditQuery, asked);
  const { page, ...from } = await fromCursor(cursor, (start) =>
    listAudit(ctx, auditQuery.parse({ ...filters, cursor: start })),
  );
  return (
    <>
      <PageHead
        title="Audit log"
        text="Who did what, on what and why. Each row carries the hash of the one before it; nothing here is ever changed."
      />
      <AuditLog initial={page} params={{ ...filters, ...from }} />
    </>
  );
}
