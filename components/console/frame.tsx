import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import type { Organization } from '@/lib/accounts/organizations/schema';
import { ConsoleNav } from './console-nav';

type Props = { organization: Organization; organizations: Organization[]; children: ReactNode };

/** A page of an organisation with the way to its others beside it. */
export function ConsoleFrame({ organization, organizations, children }: Props) {
  const { slug, name, suspendedReason } = organization;
  const others = organizations.filter((other) => other.slug !== slug);
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <div className="min-w-0 lg:sticky lg:top-24 lg:self-start">
        <ConsoleNav
          organization={{ slug, name }}
          others={others.map((other) => ({ slug: other.slug, name: other.name }))}
        />
      </div>
      <div className="min-w-0">
        {suspendedReason === null ? null : (
          <Notice tone="bad" title="This organisation is suspended" className="mb-8">
            <p className="break-words">{suspendedReason}</p>
            <p className="mt-1">You can read everything and change nothing. Ask whoever runs this store.</p>
          </Notice>
        )}
        {children}
      </div>
    </div>
  );
}
