import { Plus } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { ReasonedButton } from './reasoned-button';

/** Leads to a new app, where the viewer may make one. */
export function NewAppButton({ organization, reason }: { organization: string; reason: string | null }) {
  const content = (
    <>
      <Plus className="size-4.5" aria-hidden="true" />
      New app
    </>
  );
  if (reason !== null) return <ReasonedButton reason={reason}>{content}</ReasonedButton>;
  return (
    <Link href={`/console/${organization}/apps/new`} className={buttonClass('primary')}>
      <span className="inline-flex items-center gap-2">{content}</span>
    </Link>
  );
}
