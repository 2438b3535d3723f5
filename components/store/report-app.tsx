'use client';

import { Flag } from 'lucide-react';
import { useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { missingPartText, usePart } from '@/components/ui/use-part';
import { signInPath } from '@/lib/auth/rules';
import { usePurchases } from './purchase-context';

const load = () => import('./report-dialog').then(({ ReportDialog }) => ReportDialog);

type Props = { app: { id: string; name: string } };

/** A quiet way to say that something is wrong with an app. */
export function ReportApp({ app }: Props) {
  const { isSignedIn } = usePurchases();
  const { Part: ReportDialog, isMissing, prepare, want } = usePart(load);
  const [isOpen, setIsOpen] = useState(false);
  const [sent, setSent] = useState<'new' | 'again' | null>(null);

  return (
    <div className="grid justify-items-start gap-3">
      {sent ? (
        <Notice tone="good" title={sent === 'new' ? 'Thank you for your report.' : 'Your report says this now.'}>
          <p>People of this store will look at it. You need not do anything else.</p>
        </Notice>
      ) : null}
      <button
        type="button"
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={async () => {
          if (!isSignedIn) location.assign(signInPath(location.pathname + location.search));
          else if (await want()) setIsOpen(true);
        }}
        className="-ms-3 inline-flex h-11 items-center gap-2 rounded-control px-3 text-13 text-muted hover:text-ink hover:underline"
      >
        <Flag className="size-4" aria-hidden="true" />
        {sent ? 'Change your report' : 'Report this app'}
      </button>
      {isMissing ? <Notice tone="bad">{missingPartText}</Notice> : null}
      {ReportDialog ? (
        <ReportDialog
          app={app}
          isOpen={isOpen}
          onClose={() => setIsOpen(false)}
          onSent={(isNew) => {
            setSent(isNew ? 'new' : 'again');
            setIsOpen(false);
          }}
        />
      ) : null}
    </div>
  );
}
