import { Link } from '@/components/ui/link';
import type { AppCard } from '@/lib/catalog/schema';

/** The name of something owned; a link as long as the store shows the app. */
export function OwnedName({ app }: { app: Pick<AppCard, 'slug' | 'name' | 'isListed'> }) {
  const className = 'line-clamp-2 rounded-control font-medium wrap-anywhere sm:line-clamp-1 sm:break-all';
  if (!app.isListed)
    return (
      <p dir="auto" className={className}>
        {app.name}
      </p>
    );
  return (
    <Link href={`/apps/${app.slug}`} dir="auto" className={`covering ${className}`}>
      {app.name}
    </Link>
  );
}
