import type { Metadata } from 'next';
import { queuePageSize } from '@/components/moderation/queue-size';
import { ReviewDesk } from '@/components/moderation/reviews/desk';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { listReviewQueue } from '@/lib/moderation/reviews/list-queue';
import { getReviewCase } from '@/lib/moderation/reviews/review-case';
import { reviewQueueQuery } from '@/lib/moderation/reviews/schema';
import { keepValid, pick, type SearchParams } from '../../search-params';
import { readCase } from '../read-case';

export const metadata: Metadata = { title: 'Flagged reviews', robots: { index: false } };

export default async function ReviewsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  const { userId, roles } = requirePageRole(ctx, 'moderator', '/moderation/reviews');
  const isAdmin = roles.includes('admin');
  const { id, ...asked } = await pick(searchParams, ['id', 'state']);
  const query = reviewQueueQuery.parse({ ...keepValid(reviewQueueQuery, asked), limit: queuePageSize });
  // What was handed on is the admins'.
  if (query.state === 'escalated' && !isAdmin) query.state = 'open';
  const [page, opened] = await Promise.all([
    listReviewQueue(ctx, query),
    readCase(id, (known) => getReviewCase(ctx, known)),
  ]);
  return (
    <ReviewDesk
      initial={{ state: query.state, page, now: ctx.now.toISOString() }}
      initialCase={opened}
      me={{ id: userId, isAdmin }}
    />
  );
}
