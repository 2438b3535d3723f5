'use client';

import { Chip } from '@/components/ops/chip';
import { platformNames } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { stateNames } from '@/lib/publishing/rules';
import type { ConsoleVersionDetail } from '@/lib/publishing/schema';
import { useVersion } from './use-version';
import { VersionStatus } from './version-status';
import { stateTones } from './words';

type Props = {
  app: { id: string; name: string };
  initial: ConsoleVersionDetail;
  /** Why I may not move it; null when I may. */
  refusal: string | null;
};

/** The version on its way, with the ways to all that belongs to it. */
export function VersionPanel({ app, initial, refusal }: Props) {
  const { version, take } = useVersion(app.id, initial);
  const href = `/console/apps/${app.id}/versions/${version.id}`;
  return (
    <section
      aria-labelledby="on-its-way"
      className="grid grid-cols-1 gap-6 rounded-card border border-line bg-surface p-5 md:p-7"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="on-its-way" className="text-20 font-semibold">
          <Link href={href} className="rounded-control hover:underline">
            Version <bdi>{version.version}</bdi>
          </Link>
        </h2>
        <span className="text-muted">for {platformNames[version.platform] ?? version.platform}</span>
        <Chip tone={stateTones[version.state]}>{stateNames[version.state]}</Chip>
      </header>
      <VersionStatus app={app} version={version} refusal={refusal} onMoved={take} />
      <nav
        aria-label={`Work on version ${version.version}`}
        className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line pt-4"
      >
        <Link href={`/console/apps/${app.id}/listing`} className={linkClass}>
          Listing
        </Link>
        <Link href={href} className={linkClass}>
          Build, notes and release
        </Link>
        <Link href={`/console/apps/${app.id}/prices`} className={linkClass}>
          Prices
        </Link>
      </nav>
    </section>
  );
}

const linkClass =
  'inline-flex min-h-11 items-center rounded-control text-15 font-medium text-accent-text hover:underline';
