'use client';

import { SearchX, Search, UsersRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import type { Person } from '@/lib/accounts/schema';
import { type Page, sentenceOf } from '@/lib/http/fetch-json';
import { UserDialog } from './user-dialog';
import { UsersTable } from './users-table';

const waitMs = 250;

type Props = { initial: Page<Person>; params: Params; myId: string };

/** Accounts: found by the beginning of their address, opened to change what they may do. */
export function UsersPanel({ initial, params: first, myId }: Props) {
  const [q, setQ] = useState(first.q ?? '');
  const [role, setRole] = useState(first.role ?? '');
  const [params, setParams] = useState(first);
  const [opened, setOpened] = useState<Person | null>(null);
  const [changed, setChanged] = useState<Record<string, Person>>({});
  const pages = usePages<Person>({
    path: '/api/v1/ops/users',
    params,
    initial: { page: initial, params: first },
    keepMs: 0,
  });
  const people = pages.items.map((person) => changed[person.id] ?? person);

  useEffect(() => {
    const wanted: Params = { ...(q.trim() ? { q: q.trim() } : {}), ...(role ? { role } : {}) };
    const timer = setTimeout(() => {
      setParams((now) => {
        const { cursor: _, ...asked } = now;
        return JSON.stringify(asked) === JSON.stringify(wanted) ? now : wanted;
      });
    }, waitMs);
    return () => clearTimeout(timer);
  }, [q, role]);

  const isFiltered = Boolean(params.q ?? params.role);
  const clear = () => {
    setQ('');
    setRole('');
  };

  return (
    <>
      <form
        aria-label="Find people"
        className="mb-5 grid grid-cols-1 gap-3 sm:grid-cols-[1fr_12rem]"
        action="/ops/users"
        onSubmit={(event) => event.preventDefault()}
      >
        <div className="relative">
          <TextField
            label="Search by e-mail"
            name="q"
            type="search"
            value={q}
            onChange={(event) => setQ(event.target.value)}
            placeholder="Beginning of an address"
            maxLength={254}
            autoComplete="off"
            spellCheck={false}
            className="ps-10"
          />
          <Search className="absolute start-3 bottom-3.5 size-4.5 text-muted" aria-hidden="true" />
        </div>
        <SelectField label="Role" name="role" value={role} onChange={(event) => setRole(event.target.value)}>
          <option value="">Everybody</option>
          <option value="moderator">Moderators</option>
          <option value="admin">Admins</option>
        </SelectField>
        <noscript>
          <Button type="submit">Search</Button>
        </noscript>
      </form>
      {pages.isLoading ? (
        <div className="skeleton h-96" />
      ) : people.length > 0 ? (
        <>
          <div
            aria-busy={pages.isDimmed}
            className={cx('transition-opacity', pages.isDimmed && 'opacity-50 delay-100')}
          >
            <UsersTable people={people} myId={myId} onOpen={setOpened} />
          </div>
          <ShowMore pages={pages} href={`/ops/users?${new URLSearchParams(params)}`} noun="people" />
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
          title="Nobody matches"
          action={
            <Button tone="soft" onClick={clear}>
              Show everybody
            </Button>
          }
        >
          The search looks at how e-mail addresses begin, and finds an account’s id.
        </EmptyState>
      ) : (
        <EmptyState icon={UsersRound} title="Nobody has an account yet">
          People appear here as soon as they sign up.
        </EmptyState>
      )}
      <UserDialog
        person={opened}
        isMe={opened?.id === myId}
        onClose={() => setOpened(null)}
        onChanged={(person) => {
          setChanged((all) => ({ ...all, [person.id]: person }));
          setOpened(person);
        }}
      />
    </>
  );
}
