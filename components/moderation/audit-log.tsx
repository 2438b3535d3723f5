'use client';

import { ScrollText, SearchX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import { type Page, sentenceOf } from '@/lib/http/fetch-json';
import type { AuditEntryView } from '@/lib/moderation/schema';
import { type AuditFilters, AuditRow } from './audit-row';
import { auditPath } from './words';

const path = '/moderation/audit';

const fields: { name: keyof AuditFilters; label: string; placeholder: string; maxLength: number }[] = [
  { name: 'action', label: 'What', placeholder: 'app.taken_down', maxLength: 100 },
  { name: 'subjectType', label: 'On what', placeholder: 'app', maxLength: 60 },
  { name: 'subjectId', label: 'Which one', placeholder: 'Its id', maxLength: 100 },
  { name: 'actorId', label: 'By whom', placeholder: 'Id of a person', maxLength: 36 },
];

/** Who did what, on what and why, the latest first. */
export function AuditLog({ initial, params: first }: { initial: Page<AuditEntryView>; params: Params }) {
  const [params, setParams] = useState(first);
  const { cursor: _, ...filters } = params;
  const [typed, setTyped] = useState<AuditFilters>(filters);
  const pages = usePages<AuditEntryView>({
    path: auditPath,
    params,
    initial: { page: initial, params: first },
    keepMs: 0,
  });
  const isFiltered = Object.keys(filters).length > 0;
  const hrefOf = (wanted: Params) => (Object.keys(wanted).length > 0 ? `${path}?${new URLSearchParams(wanted)}` : path);

  const show = (wanted: AuditFilters) => {
    const given = Object.entries(wanted).map(([name, value]) => [name, value.trim()] as const);
    const next = Object.fromEntries(given.filter(([, value]) => value !== ''));
    setTyped(next);
    setParams(next);
    window.history.replaceState(null, '', hrefOf(next));
  };

  return (
    <>
      <form
        aria-label="Find entries"
        action={path}
        className="mb-6 grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-[repeat(4,minmax(0,1fr))_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          show(typed);
        }}
      >
        {fields.map(({ name, ...field }) => (
          <TextField
            key={name}
            {...field}
            name={name}
            value={typed[name] ?? ''}
            onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        ))}
        <div className="flex gap-2">
          <Button type="submit">Show</Button>
          {isFiltered ? (
            <Button tone="soft" onClick={() => show({})}>
              Clear
            </Button>
          ) : null}
        </div>
      </form>
      {pages.isLoading ? (
        <div className="skeleton h-96" />
      ) : pages.items.length > 0 ? (
        <>
          <div
            aria-busy={pages.isDimmed}
            className={cx('transition-opacity', pages.isDimmed && 'opacity-50 delay-100')}
          >
            <table className="w-full table-fixed border-separate border-spacing-0">
              <caption className="sr-only">The audit log, the latest first</caption>
              <thead className="max-md:sr-only">
                <tr>
                  <th scope="col" className={`${headClass} w-16`}>
                    No.
                  </th>
                  <th scope="col" className={`${headClass} w-48`}>
                    When
                  </th>
                  <th scope="col" className={headClass}>
                    Who
                  </th>
                  <th scope="col" className={headClass}>
                    What
                  </th>
                  <th scope="col" className={headClass}>
                    On what
                  </th>
                  <th scope="col" className={`${headClass} w-24 pe-0`}>
                    <span className="sr-only">Details</span>
                  </th>
                </tr>
              </thead>
              {pages.items.map((entry) => (
                <AuditRow key={entry.sequence} entry={entry} onFilter={(wanted) => show({ ...filters, ...wanted })} />
              ))}
            </table>
          </div>
          <ShowMore pages={pages} href={hrefOf(filters)} noun="entries" />
        </>
      ) : pages.error ? (
        <Notice tone="bad">
          {sentenceOf(pages.error)}{' '}
          <button type="button" className="min-h-11 font-medium underline" onClick={() => pages.retry()}>
            Try again
          </button>
        </Notice>
      ) : isFiltered ? (
        <EmptyState
          icon={SearchX}
          title="No entry matches"
          action={
            <Button tone="soft" onClick={() => show({})}>
              Show all
            </Button>
          }
        >
          The filters compare whole words and ids, not parts of them.
        </EmptyState>
      ) : (
        <EmptyState icon={ScrollText} title="Nothing was done yet">
          Decisions, roles, take-downs and settings are written here, each row bound to the one before it.
        </EmptyState>
      )}
    </>
  );
}

const headClass =
  'sticky top-16 z-10 border-b border-line bg-paper py-2.5 pe-4 text-start text-13 font-medium text-muted';
