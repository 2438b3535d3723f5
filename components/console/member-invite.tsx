'use client';

import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { CopyButton } from '@/components/ops/copy-button';
import { Choice } from '@/components/ops/choice';
import { Button } from '@/components/ui/button';
import { controlClass, TextField } from '@/components/ui/field';
import { formatDate } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import type { OrganizationRole } from '@/lib/accounts/organizations/rules';
import type { NewMemberInvitation, Organization } from '@/lib/accounts/organizations/schema';
import { fetchJson, fieldProblem, sentenceOf } from '@/lib/http/fetch-json';
import { roleNames, rolesToGive, roleWords } from './member-rules';

type Props = {
  organization: Organization;
  /** Why nobody can be invited by me; null when they can. */
  reason: string | null;
  isMailed: boolean;
  onMade: () => void;
};

/** Makes a link through which one person joins, and shows it this once. */
export function MemberInvite({ organization, reason, isMailed, onMade }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [role, setRole] = useState<OrganizationRole>('viewer');
  const make = useMutation({
    mutationFn: async (email: string) =>
      (
        await fetchJson<NewMemberInvitation>(`/api/v1/console/organizations/${organization.slug}/invitations`, {
          method: 'POST',
          body: { role, ...(email ? { email } : {}) },
        })
      ).body,
    onSuccess: () => {
      form.current?.reset();
      onMade();
    },
  });
  const isAboutEmail = fieldProblem(make.error, 'email') !== null;
  const options = rolesToGive(organization.role).map((value) => ({
    value,
    label: roleNames[value],
    text: roleWords(value),
  }));

  return (
    <section aria-labelledby="invite" className="mt-12 max-w-[44rem] rounded-card bg-sunken p-5">
      <h2 id="invite" className="text-17 font-semibold">
        Invite somebody
      </h2>
      {reason !== null ? (
        <p className="mt-1 text-muted">{reason}</p>
      ) : (
        <form
          ref={form}
          noValidate
          className="mt-4 grid grid-cols-1 gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            const email = String(new FormData(event.currentTarget).get('email') ?? '').trim();
            if (!make.isPending) make.mutate(email);
          }}
        >
          <Choice legend="What may they do?" options={options} value={role} onChange={setRole} />
          <TextField
            label="E-mail (optional)"
            name="email"
            type="email"
            autoComplete="off"
            hint={
              isMailed
                ? 'The link is sent there. Leave it empty to hand the link over yourself.'
                : 'This store sends no letters: hand the link over yourself.'
            }
            problem={isAboutEmail ? 'This is not an e-mail address.' : null}
          />
          {make.isError && !isAboutEmail ? <Notice tone="bad">{sentenceOf(make.error)}</Notice> : null}
          <div>
            <Button type="submit" isWorking={make.isPending}>
              Make a link
            </Button>
          </div>
        </form>
      )}
      {make.data ? (
        <div className="mt-5 border-t border-line pt-5" aria-live="polite">
          <label htmlFor="member-link" className="text-13 font-medium">
            The link{make.data.email ? ` for ${make.data.email}` : ''}, shown only this once. It makes one person{' '}
            {roleNames[make.data.role].toLowerCase()}, until {formatDate(make.data.expiresAt)}.
          </label>
          <div className="mt-1.5 flex flex-wrap gap-2">
            <input
              ref={field}
              id="member-link"
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
