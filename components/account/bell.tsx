'use client';

import { Bell as BellIcon } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { useCallback, useId, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { formatAgo } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { useDismiss } from '@/components/ui/use-dismiss';
import { sentenceOf } from '@/lib/http/fetch-json';
import { NotificationRow } from './notification-row';
import { useLatestNotifications, useReadWhenSeen } from './use-notifications';

const mostCounted = 99;
const nameOf = (unread: number) => (unread === 0 ? 'Notifications' : `Notifications, ${badgeOf(unread)} unread`);
const badgeOf = (unread: number) => (unread > mostCounted ? `${mostCounted}+` : String(unread));

const shape =
  'relative size-10 place-items-center rounded-pill text-ink transition-colors before:absolute before:-inset-0.5 before:rounded-pill before:content-[""] hover:bg-sunken';

/** How much is new; the newest of it in a panel on wide screens, on a page of its own on phones. */
export function Bell() {
  const latest = useLatestNotifications();
  const unread = latest.data?.unreadCount ?? 0;
  return (
    <div className="shrink-0">
      <Link href="/notifications" aria-label={nameOf(unread)} className={cx('grid md:hidden', shape)}>
        <Icon unread={unread} />
      </Link>
      <BellPanel latest={latest} unread={unread} />
    </div>
  );
}

function Icon({ unread }: { unread: number }) {
  return (
    <>
      <BellIcon className="size-5.5" aria-hidden="true" />
      {unread > 0 ? (
        <span
          aria-hidden="true"
          className="absolute -end-0.5 top-0 min-w-4.5 rounded-pill bg-negative px-1 text-center text-12 leading-4.5 font-semibold text-white ring-2 ring-paper numerals"
        >
          {badgeOf(unread)}
        </span>
      ) : null}
    </>
  );
}

function BellPanel({ latest, unread }: { latest: ReturnType<typeof useLatestNotifications>; unread: number }) {
  const [isOpen, setIsOpen] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const close = useCallback((by: 'escape' | 'outside') => {
    setIsOpen(false);
    if (by === 'escape') trigger.current?.focus();
  }, []);
  useDismiss(area, isOpen, close);

  return (
    <div ref={area} className="relative hidden md:block">
      <button
        ref={trigger}
        type="button"
        aria-label={nameOf(unread)}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => {
          if (!isOpen) void latest.refetch();
          setIsOpen(!isOpen);
        }}
        className={cx('grid', shape)}
      >
        <Icon unread={unread} />
      </button>
      <section
        id={panelId}
        hidden={!isOpen}
        aria-label="Newest notifications"
        className="absolute end-0 top-full z-40 mt-2 w-96 rounded-card border border-line bg-surface shadow-float transition-opacity starting:opacity-0"
      >
        {isOpen ? (
          <>
            <div className="max-h-[calc(100dvh-10rem)] overflow-y-auto overscroll-contain p-2">
              <Newest latest={latest} onFollow={() => setIsOpen(false)} />
            </div>
            <div className="border-t border-line p-2">
              <Link
                href="/notifications"
                onClick={() => setIsOpen(false)}
                className="grid h-11 place-items-center rounded-control text-15 font-medium text-accent-text hover:bg-sunken"
              >
                All notifications
              </Link>
            </div>
          </>
        ) : null}
      </section>
    </div>
  );
}

const none: never[] = [];

function Newest({ latest, onFollow }: { latest: ReturnType<typeof useLatestNotifications>; onFollow: () => void }) {
  const items = latest.data?.items ?? none;
  useReadWhenSeen(items, true);
  if (latest.isPending) {
    return (
      <div role="status" className="grid gap-2 p-2">
        <span className="sr-only">Loading your notifications</span>
        <div className="skeleton h-14" />
        <div className="skeleton h-14" />
      </div>
    );
  }
  if (latest.isError && items.length === 0) return <Notice tone="bad">{sentenceOf(latest.error)}</Notice>;
  if (items.length === 0) {
    return (
      <p className="px-3 py-8 text-center text-muted">
        Nothing yet. Purchases, updates and answers to your reviews show up here.
      </p>
    );
  }
  return (
    <ul aria-label="Newest notifications" className="grid grid-cols-1">
      {items.map((item) => (
        <NotificationRow
          key={item.id}
          item={item}
          time={formatAgo(item.createdAt, new Date())}
          isCompact
          onFollow={onFollow}
        />
      ))}
    </ul>
  );
}
