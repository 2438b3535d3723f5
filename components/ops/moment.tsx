import { formatAgo, formatMoment } from '@/components/ui/format';
import { once } from '@/lib/once';

const ahead = once(() => new Intl.RelativeTimeFormat('en'));

/** "5 minutes ago", "in 8 hours", seen from `now`; exact in its title. */
export function Moment({ iso, now }: { iso: string; now: number }) {
  const minutes = Math.ceil((Date.parse(iso) - now) / 60_000);
  return (
    <time dateTime={iso} title={formatMoment(iso)}>
      {minutes > 0 ? inWords(minutes) : formatAgo(iso, new Date(now))}
    </time>
  );
}

function inWords(minutes: number): string {
  if (minutes < 60) return ahead().format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? ahead().format(hours, 'hour') : ahead().format(Math.round(hours / 24), 'day');
}
