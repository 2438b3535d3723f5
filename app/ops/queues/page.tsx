import type { Metadata } from 'next';
import { DeadLetterList } from '@/components/ops/dead-letter-list';
import { PageHead } from '@/components/ops/page-head';
import { QueueTable } from '@/components/ops/queue-table';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { listDeadLetters } from '@/lib/events/dead-letters';
import { listQueues } from '@/lib/events/queue-status';
import { queues } from '@/lib/events/queues';
import { deadLettersQuery } from '@/lib/events/schema';
import { fromCursor, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Queues', robots: { index: false } };

export default async function QueuesPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  requirePageRole(ctx, 'admin', '/ops/queues');
  const { cursor, queue: asked } = await pick(searchParams, ['cursor', 'queue']);
  const queue = queues.find(({ name }) => name === asked)?.name;
  const [states, { page, ...params }] = await Promise.all([
    listQueues(ctx),
    fromCursor(cursor, (from) => listDeadLetters(ctx, deadLettersQuery.parse({ queue, cursor: from }))),
  ]);
  const now = ctx.now.toISOString();
  return (
    <>
      <PageHead title="Queues" text="Work that the store does behind the scenes, and what it could not do." />
      <QueueTable initial={states} now={now} chosen={queue} />
      <DeadLetterList
        key={queue}
        initial={page}
        params={{ ...(queue === undefined ? {} : { queue }), ...params }}
        queue={queue}
        now={now}
      />
    </>
  );
}
