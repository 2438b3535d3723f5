'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MailPlus } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { controlClass, TextField } from '@/components/ui/field';
import { formatDate, formatMoment } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import type { Invitation, NewInvitation } from '@/lib/accounts/schema';
import { fetchJson, fieldProblem, type Page, sentenceOf } from '@/lib/http/fetch-json';
import { Chip } from './chip';
import { CopyButton } from './copy-button';

const path = '/api/v1/ops/invitations';
/** Links through which people join; `now` is when the page was asked for, `isMailed` whether letters leave the store. */
export function InvitationsPanel({
  initial,
  params,
  now,
  isMailed,
}: {
  initial: Page<Invitation>;
  params: Params;
  now: string;
  isMailed: boolean;
}) {
  const queryClient = useQueryClient();
  const pages = usePages<Invitation>({ path, params, initial: { page: initial, params }, keepMs: 0 });
  const refresh = () => queryClient.invalidateQueries({ queryKey: [path] });
  const revoke = useMutation({
    mutationFn: (id: string) => fetchJson(`${path}/${id}`, { method: 'DELETE' }),
    onSettled: refresh,
  });

  return (
    <>
      <NewLink isMailed={isMailed} onMade={refresh} />
      <h2 className="mt-12 mb-4 text-20 font-semibold">Invitations so far</h2>
      {revoke.isError ? (
        <Notice tone="bad" className="mb-4">
          {sentenceOf(revoke.error)}
        </Notice>
      ) : null}
      {pages.items.length === 0 ? (
        <EmptyState icon={MailPlus} title="Nobody is invited yet">
          Make a link above and hand it to one person. It works once, within seven days.
        </EmptyState>
      ) : (
        <>
          <ul className="divide-y divide-line border-y border-line">
            {pages.items.map((invitation) => (
              <Row
                key={invitation.id}
                invitation={invitation}
                now={now}
                isRevoking={revoke.isPending && revoke.variables === invitation.id}
                onRevoke={() => revoke.mutate(invitation.id)}
              />
            ))}
          </ul>
          <ShowMore pages={pages} href="/ops/invitations" noun="invitations" />
        </>
      )}
    </>
  );
}

type RowProps = { invitation: Invitation; now: string; isRevoking: boolean; onRevoke: () => void };

function Row({ invitation, now, isRevoking, onRevoke }: RowProps) {
  const { email, invitedBy, createdAt, expiresAt, usedAt } = invitation;
  const isOpen = !usedAt && expiresAt > now;
  const who = email ?? 'Whoever has the link';
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate font-medium">{who}</p>
        <p className="text-13 text-muted numerals">
          {formatMoment(createdAt)}
          {invitedBy ? `, by ${invitedBy}` : ''}
        </p>
      </div>
      {isOpen ? (
        <Chip tone="good">Open until {formatDate(expiresAt)}</Chip>
      ) : usedAt ? (
        <Chip>Used {formatDate(usedAt)}</Chip>
      ) : (
        <Chip tone="warning">Expired {formatDate(expiresAt)}</Chip>
      )}
      {isOpen ? (
        <Button tone="soft" isWorking={isRevoking} aria-label={`Take back the invitation: ${who}`} onClick={onRevoke}>
          Take back
        </Button>
      ) : null}
    </li>
  );
}

function NewLink({ isMailed, onMade }: { isMailed: boolean; onMade: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const make = useMutation({
    mutationFn: async (email: string) =>
      (await fetchJson<NewInvitation>(path, { method: 'POST', body: email ? { email } : {} })).body,
    onSuccess: () => {
      form.current?.reset();
      onMade();
    },
  });
  const hint = isMailed
    ? 'The link is sent there. Leave it empty to hand the link over yourself.'
    : 'This store has no mail server: the letter is kept under Mail, and the link is shown here.';

  return (
    <section aria-labelledby="new-invitation" className="max-w-[44rem] rounded-card bg-sunken p-5">
      <h2 id="new-invitation" className="text-17 font-semibold">
        Invite somebody
      </h2>
      <form
        ref={form}
        noValidate
        className="mt-4 grid grid-cols-1 gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate(String(new FormData(event.currentTarget).get('email') ?? '').trim());
        }}
      >
        <TextField
          label="E-mail (optional)"
          name="email"
          type="email"
          autoComplete="off"
          hint={hint}
          problem={fieldProblem(make.error, 'email') === null ? null : sentenceOf(make.error)}
        />
        {make.isError && fieldProblem(make.error, 'email') === null ? (
          <Notice tone="bad">{sentenceOf(make.error)}</Notice>
        ) : null}
        <div>
          <Button type="submit" isWorking={make.isPending}>
            Make a link
          </Button>
        </div>
      </form>
      {make.data ? (
        <div className="mt-5 border-t border-line pt-5">
          <label htmlFor="invitation-link" className="text-13 font-medium">
            The link{make.data.email ? ` for ${make.data.email}` : ''}, shown only this once
          </label>
          <div className="mt-1.5 flex flex-wrap gap-2">
            <input
              ref={field}
              id="invitation-link"
              readOnly
              dir="ltr"
              value={make.data.link}
              onFocus={(event) => event.target.select()}
              className={`${controlClass} min-w-0 flex-1 basis-60 font-mono text-13`}
            />
            <CopyButton key={make.data.id} field={field} />
          </div>
        </div>
      ) : null}
    </section>
  );
}
