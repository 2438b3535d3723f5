'use client';

import { PackagePlus, Search, SearchX } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField, TextField } from '@/components/ui/field';
import { counted } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { type Params, usePages } from '@/components/ui/use-pages';
import { type Page, sentenceOf } from '@/lib/http/fetch-json';
import { inFlight, stateNames } from '@/lib/publishing/rules';
import type { ConsoleApp } from '@/lib/publishing/schema';
import { AppsList } from './apps-list';

const waitMs = 250;

type Props = {
  organization: string;
  /** How many there are without any filter. */
  total: number;
  initial: Page<ConsoleApp>;
  params: Params;
  newApp: ReactNode;
};

/** All apps of an organisation: found by name or bundle id and by their state; thousands scroll like ten. */
export function AppsPanel({ organization, total, initial, params: first, newApp }: Props) {
  const [q, setQ] = useState(first.q ?? '');
  const [state, setState] = useState(first.state ?? '');
  const [params, setParams] = useState(first);
  const pages = usePages<ConsoleApp>({
    path: '/api/v1/console/apps',
    params,
    initial: { page: initial, params: first },
    keepMs: 0,
  });

  useEffect(() => {
    const wanted: Params = {
      organization,
      limit: '50',
      ...(q.trim() ? { q: q.trim() } : {}),
      ...(state ? { state } : {}),
    };
    const timer = setTimeout(() => {
      setParams((now) =>
        new URLSearchParams(now).toString() === new URLSearchParams(wanted).toString() ? now : wanted,
      );
    }, waitMs);
    return () => clearTimeout(timer);
  }, [organization, q, state]);

  const isFiltered = Boolean(params.q ?? params.state);
  if (total === 0 && !isFiltered) {
    return (
      <EmptyState icon={PackagePlus} title="Your first app begins here" action={newApp}>
        Give it a name; then write its listing, upload a build and submit it. Nobody sees it before its first release.
      </EmptyState>
    );
  }
  return (
    <>
      <form
        aria-label="Find apps"
        className="mb-5 grid grid-cols-1 gap-3 sm:grid-cols-[1fr_14rem]"
        onSubmit={(event) => event.preventDefault()}
      >
        <div className="relative">
          <TextField
            label="Search"
            name="q"
            type="search"
            value={q}
            onChange={(event) => setQ(event.target.value)}
            placeholder="Name or bundle id"
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            className="ps-10"
          />
          <Search className="absolute start-3 bottom-3.5 size-4.5 text-muted" aria-hidden="true" />
        </div>
        <SelectField label="State" name="state" value={state} onChange={(event) => setState(event.target.value)}>
          <option value="">All</option>
          <optgroup label="For shoppers">
            <option value="listed">In the store</option>
            <option value="hidden">Off sale</option>
          </optgroup>
          <optgroup label="Version on its way">
            {inFlight.map((one) => (
              <option key={one} value={one}>
                {stateNames[one]}
              </option>
            ))}
          </optgroup>
        </SelectField>
      </form>
      {pages.isLoading ? (
        <div className="skeleton h-96" />
      ) : pages.items.length > 0 ? (
        <div aria-busy={pages.isDimmed} className={cx('transition-opacity', pages.isDimmed && 'opacity-50 delay-100')}>
          <p role="status" className="mb-2 text-13 text-muted numerals">
            {isFiltered
              ? `${counted(pages.items.length, 'app')}${pages.nextCursor ? ' so far' : ''}`
              : counted(Math.max(total, pages.items.length), 'app')}
          </p>
          <AppsList apps={pages.items} hasMore={pages.nextCursor !== null} pages={pages} />
        </div>
      ) : pages.error ? (
        <Notice tone="bad">
          {sentenceOf(pages.error)}{' '}
          <button type="button" className="min-h-11 font-medium underline" onClick={() => pages.retry()}>
            Try again
          </button>
        </Notice>
      ) : (
        <EmptyState
          icon={SearchX}
          title="No app matches"
          action={
            <Button
              tone="soft"
              onClick={() => {
                setQ('');
                setState('');
              }}
            >
              Show all apps
            </Button>
          }
        >
          The search looks at names and bundle ids.
        </EmptyState>
      )}
    </>
  );
}
