import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReviewPanel } from '@/components/console/review-panel';
import { PageHead } from '@/components/ops/page-head';
import { requireMember } from '@/lib/accounts/organizations/require-member';
import { whyNot } from '@/lib/accounts/organizations/rules';
import { pageContext, requirePageUser } from '@/lib/auth/page';
import { AppError } from '@/lib/errors';
import { listConsoleReviews } from '@/lib/reviews/console-reviews';
import { consoleReviewsQuery } from '@/lib/reviews/schema';
import { getSettings } from '@/lib/settings';
import { fromCursor, keepValid, pick, type SearchParams } from '../../../search-params';

export const metadata: Metadata = { title: 'Reviews', robots: { index: false } };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function ConsoleReviewsPage({ params, searchParams }: Props) {
  const ctx = await pageContext();
  const { organization } = await params;
  const href = `/console/${organization}/reviews`;
  requirePageUser(ctx, href);
  const member = await requireMember(ctx, organization, 'read').catch((error: unknown) => {
    if (error instanceof AppError && error.kind === 'not_found') return notFound();
    throw error;
  });
  const scope = { organization: member.slug };
  const { cursor, ...asked } = await pick(searchParams, [
    'q',
    'stars',
    'country',
    'version',
    'answered',
    'app',
    'cursor',
  ]);
  const query = keepValid(consoleReviewsQuery, { ...scope, ...asked });
  const [{ page, ...from }, settings] = await Promise.all([
    fromCursor(cursor, (start) => listConsoleReviews(ctx, consoleReviewsQuery.parse({ ...query, cursor: start }))),
    getSettings(ctx),
  ]);
  return (
    <>
      <PageHead title="Reviews" text="What people say about your apps, the latest first." />
      <ReviewPanel
        scope={query.app ? { ...scope, app: query.app } : scope}
        params={{ ...query, ...from }}
        initial={page}
        countries={settings.countries}
        href={href}
        refusal={member.role && whyNot(member.role, 'respond')}
      />
    </>
  );
}
