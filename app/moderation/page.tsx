import type { Metadata } from 'next';
import { DashboardPanel } from '@/components/moderation/dashboard';
import { PageHead } from '@/components/ops/page-head';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { getDashboard } from '@/lib/moderation/dashboard';
import { getTransparency } from '@/lib/moderation/reviews/transparency';

export const metadata: Metadata = { title: 'Moderation', robots: { index: false } };

export default async function ModerationPage() {
  const ctx = await pageContext();
  requirePageRole(ctx, 'moderator', '/moderation');
  const [dashboard, { appeals }] = await Promise.all([getDashboard(ctx), getTransparency(ctx)]);
  return (
    <>
      <PageHead title="Moderation" text="What waits for a decision, and how the desk has been doing." />
      <DashboardPanel initial={dashboard} overturned={appeals} now={ctx.now.toISOString()} />
    </>
  );
}
