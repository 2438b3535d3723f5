import { Chip } from '@/components/ops/chip';
import { formatBytes, formatDate, platformNames } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { stateNames } from '@/lib/publishing/rules';
import type { ConsoleVersion } from '@/lib/publishing/schema';
import { stateTones } from '../words';

/** All versions of an app, the newest first. */
export function VersionsList({ appId, versions }: { appId: string; versions: ConsoleVersion[] }) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {versions.map(({ id, version, platform, state, releaseNotes, sizeBytes, releasedAt, createdAt }) => (
        <li
          key={id}
          className="relative grid grid-cols-1 gap-x-6 gap-y-1.5 py-4 transition-colors hover:bg-quiet md:grid-cols-[11rem_minmax(0,1fr)_9rem]"
        >
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 md:block">
            <Link href={`/console/apps/${appId}/versions/${id}`} className="covering font-semibold">
              <bdi>{version}</bdi>
            </Link>
            <p className="text-13 text-muted">
              {platformNames[platform] ?? platform}
              {sizeBytes > 0 ? `, ${formatBytes(sizeBytes)}` : ''}
            </p>
          </div>
          <p dir="auto" className="line-clamp-2 min-w-0 text-13 break-words text-muted md:text-15">
            {releaseNotes || 'No notes.'}
          </p>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 md:grid md:content-start md:justify-items-end">
            <Chip tone={stateTones[state]}>{stateNames[state]}</Chip>
            <p className="text-13 text-muted numerals">{formatDate(releasedAt ?? createdAt)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
