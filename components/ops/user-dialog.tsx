'use client';

import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { formatMoment } from '@/components/ui/format';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import type { Person, UpdateUserBody } from '@/lib/accounts/schema';
import { countryName } from '@/lib/country';
import { fetchJson, fieldProblem, sentenceOf } from '@/lib/http/fetch-json';

type Props = { person: Person | null; isMe: boolean; onClose: () => void; onChanged: (person: Person) => void };

type Role = Person['roles'][number];

const roles: { role: Role; label: string; text: string }[] = [
  { role: 'moderator', label: 'Moderator', text: 'Decides about reviews, reports and submissions.' },
  { role: 'admin', label: 'Admin', text: 'Runs the store: everything here, and the moderators’ desk.' },
];

/** What one account may do, and whether it may be used at all. */
export function UserDialog({ person: opened, isMe, onClose, onChanged }: Props) {
  // Still there while the dialog goes away.
  const [person, setPerson] = useState(opened);
  if (opened && opened !== person) setPerson(opened);
  return (
    <Modal isOpen={opened !== null} onClose={onClose} title={person?.name ?? ''}>
      {person ? (
        <>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-13">
            <dt className="text-muted">E-mail</dt>
            <dd className="min-w-0 break-all">{person.email}</dd>
            <dt className="text-muted">Country</dt>
            <dd>{countryName(person.country)}</dd>
            <dt className="text-muted">Since</dt>
            <dd className="numerals">{formatMoment(person.createdAt)}</dd>
            <dt className="text-muted">Id</dt>
            <dd className="font-mono break-all">{person.id}</dd>
          </dl>
          <RolesForm key={person.roles.join()} person={person} isMe={isMe} onChanged={onChanged} />
          <Suspension key={person.suspendedAt} person={person} isMe={isMe} onChanged={onChanged} />
        </>
      ) : null}
    </Modal>
  );
}

function useUpdate(person: Person, onChanged: (person: Person) => void) {
  return useMutation({
    mutationFn: async (body: UpdateUserBody) =>
      (await fetchJson<Person>(`/api/v1/ops/users/${person.id}`, { method: 'PATCH', body })).body,
    onSuccess: onChanged,
  });
}

type PartProps = { person: Person; isMe: boolean; onChanged: (person: Person) => void };

function RolesForm({ person, isMe, onChanged }: PartProps) {
  const [chosen, setChosen] = useState<readonly Role[]>(person.roles);
  const update = useUpdate(person, onChanged);
  const isDirty = roles.some(({ role }) => chosen.includes(role) !== person.roles.includes(role));
  const losesOwn = isMe && person.roles.includes('admin') && !chosen.includes('admin');
  return (
    <form
      className="mt-5 grid gap-3 border-t border-line pt-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (isDirty) update.mutate({ roles: [...chosen] });
      }}
    >
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold">Roles</legend>
        {roles.map(({ role, label, text }) => (
          <label key={role} className="flex min-h-11 items-start gap-3 py-1.5">
            <input
              type="checkbox"
              checked={chosen.includes(role)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, role] : chosen.filter((other) => other !== role))
              }
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block font-medium">{label}</span>
              <span className="block text-13 text-muted">{text}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {losesOwn ? <Notice tone="warning">You will not be able to come back to these pages.</Notice> : null}
      {update.isError ? <Notice tone="bad">{sentenceOf(update.error)}</Notice> : null}
      <div>
        <Button type="submit" tone={isDirty ? 'primary' : 'soft'} disabled={!isDirty} isWorking={update.isPending}>
          Save roles
        </Button>
      </div>
    </form>
  );
}

function Suspension({ person, isMe, onChanged }: PartProps) {
  const id = useId();
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  const update = useUpdate(person, onChanged);
  const problem = fieldProblem(update.error, 'reason');
  return (
    <section className="mt-5 grid gap-3 border-t border-line pt-5" aria-labelledby={`${id}-title`}>
      <div>
        <h3 id={`${id}-title`} className="font-semibold">
          Suspension
        </h3>
        <p className="text-13 text-muted">
          {person.suspendedAt
            ? `Suspended since ${formatMoment(person.suspendedAt)}. Nothing they own is lost.`
            : isMe
              ? 'You cannot suspend yourself.'
              : 'Ends every session and keeps the person from signing in. Nothing they own is lost.'}
        </p>
      </div>
      {isAsking ? (
        <div className="grid gap-1.5">
          <label htmlFor={`${id}-reason`} className="text-13 font-medium">
            Why? Kept in the audit log.
          </label>
          <textarea
            id={`${id}-reason`}
            ref={(field) => field?.focus()}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            rows={3}
            maxLength={500}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-problem` : undefined}
            className="w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-15 aria-invalid:border-negative"
          />
          {problem ? (
            <p id={`${id}-problem`} className="text-13 text-negative-text">
              Say why in a few words.
            </p>
          ) : null}
        </div>
      ) : null}
      {update.isError && !problem ? <Notice tone="bad">{sentenceOf(update.error)}</Notice> : null}
      <div className="flex flex-wrap gap-3">
        {person.suspendedAt ? (
          <Button tone="soft" isWorking={update.isPending} onClick={() => update.mutate({ suspended: false })}>
            Restore the account
          </Button>
        ) : isAsking ? (
          <>
            <Button
              tone="negative"
              isWorking={update.isPending}
              onClick={() => update.mutate({ suspended: true, reason })}
            >
              Suspend {person.name}
            </Button>
            <Button tone="soft" onClick={() => setIsAsking(false)}>
              Do not
            </Button>
          </>
        ) : isMe ? null : (
          <Button tone="negative" onClick={() => setIsAsking(true)}>
            Suspend…
          </Button>
        )}
      </div>
    </section>
  );
}
