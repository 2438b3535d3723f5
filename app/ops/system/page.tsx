import type { Metadata } from 'next';
import { PageHead } from '@/components/ops/page-head';
import { Schedule } from '@/components/ops/schedule';
import { SystemStatus } from '@/components/ops/system-status';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { listJobs } from '@/lib/events/schedule/queries';
import { readHealth } from '@/lib/health';
import { readIndexHealth } from '@/lib/search/index-health';

export const metadata: Metadata = { title: 'System', robots: { index: false } };

export default async function SystemPage() {
  const ctx = await pageContext();
  requirePageRole(ctx, 'admin', '/ops/system');
  const [health, jobs] = await Promise.all([readHealth(ctx, [readIndexHealth]), listJobs(ctx)]);
  const now = ctx.now.toISOString();
  return (
    <>
      <PageHead title="System" text="What the store stands on, and what it does by the clock." />
      <SystemStatus initial={health} now={now} />
      <Schedule initial={jobs} now={now} />
    </>
  );
}
