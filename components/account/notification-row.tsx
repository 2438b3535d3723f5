import {
  Bell,
  Flag,
  KeyRound,
  type LucideIcon,
  MessageSquareReply,
  MonitorSmartphone,
  PackageCheck,
  PackageX,
  Sparkles,
  Undo2,
} from 'lucide-react';
import { Link } from '@/components/ui/link';
import { AppIcon } from '@/components/store/app-icon';
import { cx } from '@/components/ui/cx';
import { wordsOfNotification } from '@/lib/accounts/rules';
import type { Notification } from '@/lib/accounts/schema';

const icons: Record<string, LucideIcon> = {
  purchase_completed: PackageCheck,
  purchase_refunded: Undo2,
  refund_refused: PackageX,
  password_changed: KeyRound,
  signed_in_elsewhere: MonitorSmartphone,
  app_updated: Sparkles,
  review_answered: MessageSquareReply,
  report_received: Flag,
};

type Props = { item: Notification; time: string; isCompact?: boolean; onFollow?: () => void };

/** One piece of news: what it is about, its words, when; a dot and a word while it is unread. */
export function NotificationRow({ item, time, isCompact = false, onFollow }: Props) {
  const { title, text } = wordsOfNotification(item.kind, item.data);
  const Icon = icons[item.kind] ?? Bell;
  const isUnread = item.readAt === null;
  return (
    <li className={cx('relative flex gap-3.5', isCompact ? 'rounded-control px-3 py-2.5 hover:bg-sunken' : 'py-4')}>
      {item.app ? (
        <span className="relative shrink-0 self-start">
          <AppIcon app={item.app} size={48} className={isCompact ? 'size-10' : undefined} />
          <span className="absolute -end-1.5 -bottom-1.5 grid size-5.5 place-items-center rounded-pill border border-line bg-surface text-muted">
            <Icon className="size-3" aria-hidden="true" />
          </span>
        </span>
      ) : (
        <span
          className={cx(
            'grid shrink-0 place-items-center self-start rounded-pill bg-sunken text-muted',
            isCompact ? 'size-10' : 'size-12',
          )}
        >
          <Icon className="size-5" aria-hidden="true" />
        </span>
      )}
      <div className="min-w-0 flex-1">
        <Link
          href={item.href}
          onClick={onFollow}
          className={cx('covering line-clamp-2 rounded-control wrap-anywhere', isUnread && 'font-semibold')}
        >
          {isUnread ? <span className="sr-only">New: </span> : null}
          {title}
        </Link>
        {text ? <p className={cx('text-13 text-muted wrap-anywhere', isCompact && 'line-clamp-2')}>{text}</p> : null}
        <p dir="auto" className="mt-0.5 text-12 text-muted numerals">
          <time dateTime={item.createdAt}>{time}</time>
        </p>
      </div>
      <span
        aria-hidden="true"
        className={cx('mt-2 size-2 shrink-0 rounded-pill', isUnread ? 'bg-accent' : 'bg-transparent')}
      />
    </li>
  );
}
