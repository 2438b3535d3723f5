import type { Metadata } from 'next';
import { NotificationList } from '@/components/account/notification-list';
import { listNotifications } from '@/lib/accounts/notifications';
import { pageContext, requirePageUser } from '@/lib/auth/page';
import { fromCursor, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Notifications', robots: { index: false } };

const limit = 30;

export default async function NotificationsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  requirePageUser(ctx, '/notifications');
  const { cursor: asked } = await pick(searchParams, ['cursor']);
  const { page, cursor } = await fromCursor(asked, (from) => listNotifications(ctx, { limit, cursor: from }));

  return (
    <div className="page-width pt-8 md:pt-12">
      <h1 className="serif mb-6 text-34 md:text-46">Notifications</h1>
      <NotificationList
        params={{ limit: String(limit), ...(cursor ? { cursor } : {}) }}
        first={page}
        href="/notifications"
        now={ctx.now.toISOString()}
      />
    </div>
  );
}
