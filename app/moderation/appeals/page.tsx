import type { Metadata } from 'next';
import { AppealsList } from '@/components/moderation/appeals-list';
import { StateTabs } from '@/components/moderation/state-tabs';
import { PageHead } from '@/components/ops/page-head';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { listAppeals } from '@/lib/moderation/list-appeals';
import { appealsQuery } from '@/lib/moderation/schema';
import { fromCursor, keepValid, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Appeals', robots: { index: false } };

const tabs = [
  { state: 'open', label: 'Open' },
  { state: 'decided', label: 'Decided' },
];

export default async function AppealsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  const { userId, roles } = requirePageRole(ctx, 'moderator', '/moderation/appeals');
  const { cursor, ...asked } = await pick(searchParams, ['state', 'cursor']);
  const { state } = appealsQuery.parse(keepValid(appealsQuery, asked));
  const { page, ...from } = await fromCursor(cursor, (start) =>
    listAppeals(ctx, appealsQuery.parse({ state, cursor: start })),
  );
  return (
    <div className="max-w-[64rem]">
      <PageHead title="Appeals" text="Rejections to look at again. Somebody else than who rejected decides." />
      <StateTabs label="Appeals" path="/moderation/appeals" tabs={tabs} state={state} />
      <AppealsList
        key={state}
        initial={page}
        params={{ state, ...from }}
        now={ctx.now.toISOString()}
        me={{ id: userId, isAdmin: roles.includes('admin') }}
      />
    </div>
  );
}
