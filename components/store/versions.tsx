'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Expandable } from '@/components/ui/expandable';
import { formatBytes, formatDate, platformNames } from '@/components/ui/format';
import { usePages } from '@/components/ui/use-pages';
import type { AppVersion } from '@/lib/catalog/schema';
import type { Page } from '@/lib/http/fetch-json';

/** The newest version's notes, and the versions before it for those who ask. */
export function Versions({ appId, first }: { appId: string; first: Page<AppVersion> }) {
  const [latest, ...earlier] = first.items;
  const [isOpen, setIsOpen] = useState(false);
  if (!latest) return <p className="text-muted">No version has been released yet.</p>;
  return (
    <div>
      <p className="mb-3 flex flex-wrap justify-between gap-x-6 text-13 text-muted numerals">
        <bdi>Version {latest.version}</bdi>
        <time dateTime={latest.releasedAt} dir="auto">
          {formatDate(latest.releasedAt)}
        </time>
      </p>
      {latest.sha256 === null ? (
        <p className="mb-3 text-13 text-muted">Listed without a file: it cannot be downloaded from this store.</p>
      ) : null}
      <Expandable noun="release notes" maxHeight="max-h-42" isLong={latest.releaseNotes.length > 240}>
        <p dir="auto" className="max-w-[72ch] break-words whitespace-pre-line">
          {notesOf(latest)}
        </p>
      </Expandable>
      {earlier.length > 0 ? (
        <details className="mt-4" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary className="inline-flex h-10 items-center gap-1.5 rounded-control font-medium text-accent-text hover:underline">
            Version history
            <ChevronDown className="size-4 transition-transform in-open:rotate-180" aria-hidden="true" />
          </summary>
          <History appId={appId} first={first} isOpen={isOpen} />
        </details>
      ) : null}
    </div>
  );
}

function History({ appId, first, isOpen }: { appId: string; first: Page<AppVersion>; isOpen: boolean }) {
  const params = { limit: '10' };
  const pages = usePages<AppVersion>({
    path: `/api/v1/apps/${appId}/versions`,
    params,
    initial: { page: first, params },
  });
  return (
    <div>
      <ol className="divide-y divide-line border-y border-line">
        {releasesOf(pages.items).map(({ version, builds }) => (
          <li key={version.id} className="grid grid-cols-1 gap-1 py-4 sm:grid-cols-[10rem_1fr] sm:gap-6">
            <div className="text-13 text-muted numerals">
              <p dir="auto" className="text-15 font-medium text-ink">
                {version.version}
              </p>
              <p dir="auto">
                <time dateTime={version.releasedAt}>{formatDate(version.releasedAt)}</time>
              </p>
              {builds.map((build) => (
                <p key={build.id}>{buildText(build)}</p>
              ))}
            </div>
            <p dir="auto" className="max-w-[72ch] break-words whitespace-pre-line">
              {notesOf(version)}
            </p>
          </li>
        ))}
      </ol>
      {isOpen && pages.nextCursor !== null ? (
        <Button tone="soft" className="mt-4 h-10" isWorking={pages.isLoadingMore} onClick={() => pages.loadMore()}>
          Earlier versions
        </Button>
      ) : null}
    </div>
  );
}

/** What came without notes is a first release, unless a catalogue brought it. */
const notesOf = ({ releaseNotes, sha256, isWeb }: AppVersion) =>
  releaseNotes || (sha256 === null && !isWeb ? 'No release notes.' : 'First release.');

/** "Android, 12.4 MB"; of an imported listing also that there is nothing to download. */
function buildText({ platform, sizeBytes, sha256, isWeb }: AppVersion): string {
  const size = sizeBytes > 0 ? `, ${formatBytes(sizeBytes)}` : '';
  return `${platformNames[platform]}${size}${sha256 === null && !isWeb ? ', listed without a file' : ''}`;
}

type Release = { version: AppVersion; builds: AppVersion[] };

/** Builds of one version with the same notes, one after the other in the list, are one release. */
function releasesOf(versions: AppVersion[]): Release[] {
  const releases: Release[] = [];
  for (const version of versions) {
    const last = releases.at(-1);
    const isSame = last?.version.version === version.version && last.version.releaseNotes === version.releaseNotes;
    if (last && isSame) last.builds.push(version);
    else releases.push({ version, builds: [version] });
  }
  return releases;
}
