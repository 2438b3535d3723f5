'use client';

import { ArrowLeft } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Chip } from '@/components/ops/chip';
import { formatMoment, platformNames } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { stateNames } from '@/lib/publishing/rules';
import type { ConsoleVersionDetail } from '@/lib/publishing/schema';
import { stateTones } from '../words';

/** Which version it is, and its state. */
export function VersionHead({
  version: { version, platform, state, releasedAt, createdAt },
}: {
  version: ConsoleVersionDetail;
}) {
  const list = usePathname().replace(/\/[^/]+$/, '');
  return (
    <header className="grid grid-cols-1 gap-1">
      <Link
        href={list}
        className="-ms-2 inline-flex h-11 items-center gap-2 justify-self-start rounded-control px-2 text-15 font-medium text-muted hover:text-ink"
      >
        <ArrowLeft className="size-4.5 rtl:-scale-x-100" aria-hidden="true" />
        Versions
      </Link>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="text-26 font-semibold tracking-tight">
          Version <bdi>{version}</bdi>
        </h2>
        <span className="text-muted">for {platformNames[platform] ?? platform}</span>
        <Chip tone={stateTones[state]}>{stateNames[state]}</Chip>
      </div>
      <p className="text-13 text-muted numerals">
        {releasedAt ? `Released ${formatMoment(releasedAt)}` : `Begun ${formatMoment(createdAt)}`}
      </p>
    </header>
  );
}
