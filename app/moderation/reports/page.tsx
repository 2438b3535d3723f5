import type { Metadata } from 'next';
import { ReportsList } from '@/components/moderation/reports-list';
import { StateTabs } from '@/components/moderation/state-tabs';
import { PageHead } from '@/components/ops/page-head';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { listReports } from '@/lib/moderation/list-reports';
import { reportsQuery } from '@/lib/moderation/schema';
import { fromCursor, keepValid, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Reports', robots: { index: false } };

const tabs = [
  { state: 'open', label: 'Open' },
  { state: 'resolved', label: 'Closed' },
];

export default async function ReportsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  const { roles } = requirePageRole(ctx, 'moderator', '/moderation/reports');
  const { cursor, ...asked } = await pick(searchParams, ['state', 'cursor']);
  const { state } = reportsQuery.parse(keepValid(reportsQuery, asked));
  const { page, ...from } = await fromCursor(cursor, (start) =>
    listReports(ctx, reportsQuery.parse({ state, cursor: start })),
  );
  return (
    <div className="max-w-[64rem]">
      <PageHead title="Reports" text="What people say is wrong with apps. Developers do not learn who reported them." />
      <StateTabs label="Reports" path="/moderation/reports" tabs={tabs} state={state} />
      <ReportsList
        key={state}
        initial={page}
        params={{ state, ...from }}
        now={ctx.now.toISOString()}
        isAdmin={roles.includes('admin')}
      />
    </div>
  );
}
