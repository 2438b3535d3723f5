import type { Metadata } from 'next';
import { PageHead } from '@/components/ops/page-head';
import { RefundQueue } from '@/components/ops/refund-queue';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { listRefunds } from '@/lib/purchases/refunds/list-refunds';
import { refundsQuery } from '@/lib/purchases/schema';
import { fromCursor, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Refunds', robots: { index: false } };

export default async function RefundsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  requirePageRole(ctx, 'admin', '/ops/refunds');
  const { cursor } = await pick(searchParams, ['cursor']);
  const [{ page, ...from }, decided] = await Promise.all([
    fromCursor(cursor, (start) => listRefunds(ctx, refundsQuery.parse({ cursor: start }))),
    listRefunds(ctx, refundsQuery.parse({ status: 'decided' })),
  ]);
  return (
    <>
      <PageHead
        title="Refunds"
        text="Requests that the rules leave to people. Within 48 hours, or 14 days where nothing was downloaded, money goes back by itself, three times in 90 days."
      />
      <RefundQueue
        initial={page}
        params={{ status: 'pending', ...from }}
        decided={decided}
        now={ctx.now.toISOString()}
      />
    </>
  );
}
