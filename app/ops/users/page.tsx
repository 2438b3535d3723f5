import type { Metadata } from 'next';
import { PageHead } from '@/components/ops/page-head';
import { UsersPanel } from '@/components/ops/users-panel';
import { listUsers } from '@/lib/accounts/list-users';
import { peopleQuery } from '@/lib/accounts/schema';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { fromCursor, keepValid, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Users', robots: { index: false } };

export default async function UsersPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  const { userId } = requirePageRole(ctx, 'admin', '/ops/users');
  const { cursor, ...asked } = await pick(searchParams, ['q', 'role', 'cursor']);
  const filters = keepValid(peopleQuery, asked);
  const { page, ...from } = await fromCursor(cursor, (from) =>
    listUsers(ctx, peopleQuery.parse({ ...filters, cursor: from })),
  );
  return (
    <>
      <PageHead title="Users" text="Everybody with an account, newest first, and what they may do here." />
      <UsersPanel initial={page} params={{ ...filters, ...from }} myId={userId} />
    </>
  );
}
