'use client';

import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { CopyText } from '@/components/ui/copy-text';
import { cx } from '@/components/ui/cx';
import { formatCount, formatMoment } from '@/components/ui/format';
import type { AuditEntryView } from '@/lib/moderation/schema';
import { changesOf } from './values';

export type AuditFilters = Partial<Record<'action' | 'subjectType' | 'subjectId' | 'actorId', string>>;

type Props = { entry: AuditEntryView; onFilter: (wanted: AuditFilters) => void };

const kindNames: Record<string, string> = {
  user: 'Somebody',
  api_key: 'A key',
  system: 'The store',
  anonymous: 'A visitor',
};

const cellClass = 'py-3 pe-4 align-top max-md:block max-md:w-full max-md:p-0 max-md:pe-0';

/** One row of the log, and all of it on demand. */
export function AuditRow({ entry, onFilter }: Props) {
  const detailsId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const who = entry.actor.name ?? kindNames[entry.actor.kind] ?? entry.actor.kind;
  return (
    <tbody>
      <tr
        className={cx(
          'max-md:block max-md:border-t max-md:border-line max-md:py-3 md:*:border-line',
          !isOpen && 'md:*:border-b',
        )}
      >
        <td className={`${cellClass} text-13 text-muted numerals`}>
          <span className="md:sr-only">No. </span>
          {formatCount(entry.sequence)}
        </td>
        <td className={`${cellClass} text-13 whitespace-nowrap text-muted numerals`}>
          {formatMoment(entry.createdAt)}
        </td>
        <td className={`${cellClass} wrap-anywhere`}>
          <bdi>{who}</bdi>
        </td>
        <td className={`${cellClass} font-medium wrap-anywhere`}>
          {entry.action}
          {entry.reason ? <span className="font-normal text-muted"> ({entry.reason})</span> : null}
        </td>
        <td className={`${cellClass} text-13 text-muted wrap-anywhere`}>
          {entry.subjectType} <span className="font-mono text-12">{entry.subjectId}</span>
        </td>
        <td className={`${cellClass} md:text-end`}>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailsId : undefined}
            aria-label={`${isOpen ? 'Less' : 'More'} about entry ${entry.sequence}`}
            onClick={() => setIsOpen(!isOpen)}
            className="-my-2 inline-flex h-11 items-center gap-1 rounded-control px-2 text-13 font-medium text-accent-text hover:underline max-md:-ms-2 max-md:my-0"
          >
            {isOpen ? 'Less' : 'More'}
            <ChevronDown className={cx('size-4 transition-transform', isOpen && 'rotate-180')} aria-hidden="true" />
          </button>
        </td>
      </tr>
      {isOpen ? (
        <tr id={detailsId} className="max-md:block">
          <td colSpan={6} className="border-b border-line pb-5 max-md:block">
            <Details entry={entry} onFilter={onFilter} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

function Details({ entry, onFilter }: Props) {
  const changes = changesOf(entry.changes);
  return (
    <div className="grid gap-4 rounded-control bg-sunken p-4 text-13">
      {changes.length > 0 ? (
        <dl className="grid grid-cols-1 gap-x-6 gap-y-1.5 sm:grid-cols-[auto_minmax(0,1fr)]">
          {changes.map(({ name, before, after }) => (
            <Line key={name} name={name}>
              {before === null ? (
                after
              ) : (
                <>
                  <del className="text-negative-text">{before}</del>
                  <span aria-hidden="true"> → </span>
                  <span className="sr-only"> became </span>
                  <ins className="text-accent-text no-underline">{after}</ins>
                </>
              )}
            </Line>
          ))}
        </dl>
      ) : null}
      {Object.entries(entry.texts).map(([name, text]) => (
        <blockquote key={name} className="border-s-2 border-line-strong ps-3">
          <p className="text-muted">{name}</p>
          <p dir="auto" className="whitespace-pre-line wrap-anywhere">
            {text}
          </p>
        </blockquote>
      ))}
      <dl className="grid grid-cols-1 gap-x-6 gap-y-1.5 sm:grid-cols-[auto_minmax(0,1fr)]">
        <Line name="Request">
          <span className="font-mono text-12">{entry.requestId}</span>
        </Line>
        <Line name="Hash">
          <span className="font-mono text-12">{entry.hash}</span>
        </Line>
      </dl>
      <div className="flex flex-wrap gap-2">
        <CopyText text={entry.hash} what={`hash of entry ${entry.sequence}`} tone="outline">
          Copy hash
        </CopyText>
        <Narrow onClick={() => onFilter({ action: entry.action })}>Only {entry.action}</Narrow>
        <Narrow onClick={() => onFilter({ subjectType: entry.subjectType, subjectId: entry.subjectId })}>
          Only this {entry.subjectType}
        </Narrow>
        {entry.actor.id ? (
          <Narrow onClick={() => onFilter({ actorId: entry.actor.id ?? '' })}>Only by them</Narrow>
        ) : null}
      </div>
    </div>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

function Narrow({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="h-11 rounded-control px-3 font-medium text-accent-text hover:bg-accent-soft"
    >
      {children}
    </button>
  );
}
