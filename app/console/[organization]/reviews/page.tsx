import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReviewPanel } from '@/components/console/review-panel';
import { PageHead } from '@/components/ops/page-head';
import { Link } from '@/components/ui/link';
import { requireMember } from '@/lib/accounts/organizations/require-member';
import { whyNot } from '@/lib/accounts/organizations/rules';
import { pageContext, requirePageUser } from '@/lib/auth/page';
import { AppError } from '@/lib/errors';
import { listConsoleReviews, summariseConsoleReviews } from '@/lib/reviews/console-reviews';
import { consoleReviewsQuery } from '@/lib/reviews/schema';
import { getSettings } from '@/lib/settings';
import { fromCursor, keepValid, pick, type SearchParams } from '../../../search-params';
import { findApp } from '../../guard';

export const metadata: Metadata = { title: 'Reviews', robots: { index: false } };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

const wayClass = 'inline-flex h-11 items-center rounded-control text-accent-text hover:underline';

export default async function ConsoleReviewsPage({ params, searchParams }: Props) {
  const ctx = await pageContext();
  const { organization } = await params;
  const href = `/console/${organization}/reviews`;
  requirePageUser(ctx, href);
  const member = await requireMember(ctx, organization, 'read').catch((error: unknown) => {
    if (error instanceof AppError && error.kind === 'not_found') return notFound();
    throw error;
  });
  const {
    cursor,
    app: ref,
    ...asked
  } = await pick(searchParams, ['q', 'stars', 'country', 'version', 'answered', 'app', 'cursor']);
  const app = ref === undefined ? null : await findApp(ref);
  if (app && app.organization.slug !== member.slug) notFound();
  const scope = { organization: member.slug, ...(app ? { app: app.id } : {}) };
  const query = keepValid(consoleReviewsQuery, { ...scope, ...asked });
  const [{ page, ...from }, summary, settings] = await Promise.all([
    fromCursor(cursor, (start) => listConsoleReviews(ctx, consoleReviewsQuery.parse({ ...query, cursor: start }))),
    summariseConsoleReviews(ctx, scope),
    getSettings(ctx),
  ]);
  return (
    <>
      {app ? (
        <PageHead
          title={`Reviews of ${app.name}`}
          text="What people say about this app, the latest first."
          action={
            <p className="flex flex-wrap items-center gap-x-5 text-15 font-medium">
              <Link href={`/console/apps/${app.id}`} className={wayClass}>
                The app
              </Link>
              <Link href={href} className={wayClass}>
                Reviews of all apps
              </Link>
            </p>
          }
        />
      ) : (
        <PageHead title="Reviews" text="What people say about your apps, the latest first." />
      )}
      <ReviewPanel
        key={app?.id}
        scope={scope}
        params={{ ...query, ...from }}
        initial={page}
        summary={summary}
        countries={settings.countries}
        href={href}
        refusal={member.role && whyNot(member.role, 'respond')}
      />
    </>
  );
}
