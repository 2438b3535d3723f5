import type { ReactNode } from 'react';
import { formatCount } from '@/components/ui/format';
import type { Build } from '@/lib/publishing/builds/schema';

/** What was found inside a build. */
export function BuildFactsList({ build: { facts, sha256 } }: { build: Pick<Build, 'facts' | 'sha256'> }) {
  const permissions = facts?.permissions ?? [];
  return (
    <dl className="grid grid-cols-1 border-t border-line pt-1 text-13 sm:grid-cols-2 sm:gap-x-8">
      <Fact term="Kind" value={facts?.kind} />
      <Fact term="Package" value={facts?.packageName} isCode />
      <Fact
        term="Version inside"
        value={
          facts?.versionName
            ? `${facts.versionName}${facts.versionCode === null ? '' : ` (${facts.versionCode})`}`
            : null
        }
      />
      <Fact term="Needs at least" value={facts?.minimumOs} />
      <Fact term="Files inside" value={facts?.entryCount ? formatCount(facts.entryCount) : null} />
      {permissions.length > 0 ? (
        <div className="py-2 sm:col-span-2">
          <dt className="text-muted">Permissions</dt>
          <dd>
            <ul className="mt-1 flex flex-wrap gap-1.5">
              {permissions.map((permission) => (
                <li key={permission} className="max-w-full rounded-pill bg-sunken px-2.5 py-1 break-all">
                  {permission.replace(/^android\.permission\./, '')}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ) : null}
      <div className="py-2 sm:col-span-2">
        <dt className="text-muted">SHA-256</dt>
        <dd className="font-mono break-all">{sha256}</dd>
      </div>
    </dl>
  );
}

function Fact({ term, value, isCode = false }: { term: string; value: ReactNode; isCode?: boolean }) {
  if (value === null || value === undefined || value === '') return null;
  return (
    <div className="min-w-0 py-2">
      <dt className="text-muted">{term}</dt>
      <dd className={isCode ? 'font-mono break-all' : 'wrap-anywhere'}>{value}</dd>
    </div>
  );
}
