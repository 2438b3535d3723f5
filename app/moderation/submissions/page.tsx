import type { Metadata } from 'next';
import { Desk } from '@/components/moderation/desk';
import { queuePageSize } from '@/components/moderation/queue-size';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { listSubmissions } from '@/lib/moderation/list-submissions';
import { submissionsQuery } from '@/lib/moderation/schema';
import { getSubmissionCase } from '@/lib/moderation/submission-case';
import { keepValid, pick, type SearchParams } from '../../search-params';
import { readCase } from '../read-case';

export const metadata: Metadata = { title: 'Submissions', robots: { index: false } };

export default async function SubmissionsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  const { roles } = requirePageRole(ctx, 'moderator', '/moderation/submissions');
  const { id, ...asked } = await pick(searchParams, ['id', 'state']);
  const query = submissionsQuery.parse({ ...keepValid(submissionsQuery, asked), limit: queuePageSize });
  const [page, opened] = await Promise.all([
    listSubmissions(ctx, query),
    readCase(id, (known) => getSubmissionCase(ctx, known)),
  ]);
  return (
    <Desk
      initial={{ state: query.state, page, now: ctx.now.toISOString() }}
      initialCase={opened}
      isAdmin={roles.includes('admin')}
    />
  );
}
