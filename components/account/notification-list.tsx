'use client';

import { Bell } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { Results } from '@/components/layout/navigation';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { dayName, formatTime } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import type { Notification } from '@/lib/accounts/schema';
import { type Page, sentenceOf } from '@/lib/http/fetch-json';
import { NotificationRow } from './notification-row';
import { useLatestNotifications, useReadNotifications, useReadWhenSeen } from './use-notifications';

type Props = {
  params: Params;
  first: Page<Notification> & { unreadCount: number };
  href: string;
  /** When the server looked: what "today" means. */
  now: string;
};

/** What has happened for me, day by day; what is shown here counts as read. */
export function NotificationList({ params, first, href, now }: Props) {
  const initial = { page: first, params };
  const pages = usePages<Notification>({ path: '/api/v1/me/notifications', params, initial, keepMs: 0 });
  const unread = useLatestNotifications().data?.unreadCount ?? 0;
  const readAll = useReadNotifications();
  useReadWhenSeen(pages.items, true);
  const [newest] = pages.items;

  if (!newest) {
    return (
      <EmptyState
        icon={Bell}
        title="Nothing has happened yet"
        action={
          <Link href="/" className={buttonClass('primary', 'h-11 rounded-pill px-6')}>
            See what is new today
          </Link>
        }
      >
        What you buy, new versions of your apps and answers to your reviews will be told here.
      </EmptyState>
    );
  }
  return (
    <Results isDimmed={pages.isDimmed}>
      {unread > 0 ? (
        <div className="mb-6 flex flex-wrap items-center gap-3">
          <Button
            tone="soft"
            className="h-11 rounded-pill"
            isWorking={readAll.isPending}
            onClick={() => readAll.mutate({ before: newest.createdAt })}
          >
            Mark all as read
          </Button>
        </div>
      ) : null}
      {readAll.isError ? (
        <Notice tone="bad" className="mb-6">
          {sentenceOf(readAll.error)}
        </Notice>
      ) : null}
      {byDay(pages.items).map(({ day, items }) => (
        <section
          key={day}
          aria-labelledby={`day-${day}`}
          className="border-t border-line pt-4 pb-2 md:grid md:grid-cols-[12rem_1fr] md:gap-6 md:pt-2"
        >
          <h2 id={`day-${day}`} className="text-13 font-medium text-muted md:pt-4.5">
            <bdi>{dayName(day, now)}</bdi>
          </h2>
          <ul className="divide-y divide-line">
            {items.map((item) => (
              <NotificationRow key={item.id} item={item} time={formatTime(item.createdAt)} />
            ))}
          </ul>
        </section>
      ))}
      <ShowMore pages={pages} href={href} noun="notifications" />
    </Results>
  );
}

function byDay(items: readonly Notification[]): { day: string; items: Notification[] }[] {
  const days: { day: string; items: Notification[] }[] = [];
  for (const item of items) {
    const day = item.createdAt.slice(0, 10);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
