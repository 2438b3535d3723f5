'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { formatDate } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { may, type OrganizationRole, organizationRoles } from '@/lib/accounts/organizations/rules';
import type { Member, MemberList, Organization } from '@/lib/accounts/organizations/schema';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import { ConfirmDialog } from './confirm-dialog';
import { MemberInvite } from './member-invite';
import { MemberRow } from './member-row';
import { refusalOf } from './may';
import { roleNames, roleWords } from './member-rules';

type Props = { organization: Organization; initial: MemberList; isMailed: boolean; now: string };

/** Who belongs to an organisation, what each may do, and the links that are open. */
export function MemberPanel({ organization, initial, isMailed, now }: Props) {
  const path = `/api/v1/console/organizations/${organization.slug}/members`;
  const router = useRouter();
  const queryClient = useQueryClient();
  const { data } = useQuery({
    queryKey: [path],
    queryFn: async ({ signal }) => (await fetchJson<MemberList>(path, { signal })).body,
    initialData: initial,
    initialDataUpdatedAt: Date.parse(now),
  });
  const [leaving, setLeaving] = useState<Member | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: [path] });

  const change = useMutation({
    mutationFn: async ({ member, role }: { member: Member; role: OrganizationRole }) =>
      (await fetchJson<MemberList>(`${path}/${member.userId}`, { method: 'PATCH', body: { role } })).body,
    onSuccess: (list, { member, role }) => {
      queryClient.setQueryData([path], list);
      setSaid(`${member.name} is ${roleNames[role].toLowerCase()} now.`);
      if (member.isMe) router.refresh();
    },
    onError: refresh,
  });
  const remove = useMutation({
    mutationFn: (member: Member) => fetchJson(`${path}/${member.userId}`, { method: 'DELETE' }),
    onSuccess: async (_answer, member) => {
      setLeaving(null);
      if (member.isMe) return router.push('/console');
      setSaid(`${member.name} does not belong to it any more.`);
      await refresh();
    },
  });
  const withdraw = useMutation({
    mutationFn: (id: string) =>
      fetchJson(`/api/v1/console/organizations/${organization.slug}/invitations/${id}`, { method: 'DELETE' }),
    onSettled: refresh,
  });
  const failed = change.error ?? withdraw.error;

  return (
    <>
      <div aria-live="polite">
        {said ? (
          <Notice tone="good" className="mb-5">
            {said}
          </Notice>
        ) : null}
      </div>
      {failed ? (
        <Notice tone="bad" className="mb-5">
          {sentenceOf(failed)}
        </Notice>
      ) : null}
      <ul aria-label="Members" className="divide-y divide-line border-y border-line">
        {data.members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            members={data.members}
            organization={organization}
            isChanging={change.isPending && change.variables.member.userId === member.userId}
            onRole={(role) => {
              setSaid(null);
              if (!change.isPending) change.mutate({ member, role });
            }}
            onRemove={() => {
              remove.reset();
              setLeaving(member);
            }}
          />
        ))}
      </ul>
      <details className="mt-4 text-13">
        <summary className="inline-flex min-h-11 items-center font-medium text-accent-text underline underline-offset-2">
          What each role may do
        </summary>
        <dl className="grid max-w-[44rem] gap-2">
          {organizationRoles.map((role) => (
            <div key={role}>
              <dt className="font-medium">{roleNames[role]}</dt>
              <dd className="text-muted">{roleWords(role)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <MemberInvite
        organization={organization}
        reason={refusalOf(organization.role, 'manage', organization.suspendedReason)}
        isMailed={isMailed}
        onMade={refresh}
      />
      <section aria-labelledby="open-invitations" className="mt-12">
        <h2 id="open-invitations" className="text-20 font-semibold">
          Open invitations
        </h2>
        {data.invitations.length === 0 ? (
          <p className="mt-1 text-muted">None. A link works once, within seven days.</p>
        ) : (
          <ul className="mt-3 divide-y divide-line border-y border-line">
            {data.invitations.map((invitation) => {
              const who = invitation.email ?? 'Whoever has the link';
              return (
                <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
                  <div className="min-w-0 flex-1 basis-56">
                    <p className="truncate font-medium">{who}</p>
                    <p className="text-13 text-muted numerals">
                      {roleNames[invitation.role]}, until {formatDate(invitation.expiresAt)}
                      {invitation.invitedBy ? (
                        <>
                          , by <bdi>{invitation.invitedBy}</bdi>
                        </>
                      ) : null}
                    </p>
                  </div>
                  {organization.role && may(organization.role, 'manage') ? (
                    <Button
                      tone="soft"
                      isWorking={withdraw.isPending && withdraw.variables === invitation.id}
                      aria-label={`Take back the invitation: ${who}`}
                      onClick={() => !withdraw.isPending && withdraw.mutate(invitation.id)}
                    >
                      Take back
                    </Button>
                  ) : null}
                </li>
              );
            })}
          </ul>
        )}
      </section>
      <ConfirmDialog
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        title={leaving?.isMe ? `Leave ${organization.name}?` : `Remove ${leaving?.name ?? ''}?`}
        verb={leaving?.isMe ? 'Leave' : 'Remove'}
        keep={leaving?.isMe ? 'Stay' : 'Keep'}
        isNegative
        isWorking={remove.isPending}
        failure={remove.isError ? sentenceOf(remove.error) : null}
        onConfirm={() => leaving && !remove.isPending && remove.mutate(leaving)}
      >
        {leaving?.isMe
          ? 'You will not see its apps in the console any more. Somebody has to invite you to come back.'
          : 'They cannot see or change anything of the organisation any more. Links that they made stop working.'}
      </ConfirmDialog>
    </>
  );
}
