'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BadgeCheck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { formatDate } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import type { DomainState, Organization } from '@/lib/accounts/organizations/schema';
import { fetchJson, fieldProblem, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { ConfirmDialog } from './confirm-dialog';
import { DomainSteps } from './domain-steps';
import { domainOf } from './domain-words';

type Props = {
  organization: Organization;
  initial: DomainState;
  /** Why I cannot change it; null when I can. */
  reason: string | null;
  now: string;
};

/** Names a domain, says what to put where, looks for it, and shows what is proven. */
export function DomainProof({ organization, initial, reason, now }: Props) {
  const path = `/api/v1/console/organizations/${organization.slug}/domain`;
  const router = useRouter();
  const queryClient = useQueryClient();
  const { data } = useQuery({
    queryKey: [path],
    queryFn: async ({ signal }) => (await fetchJson<DomainState>(path, { signal })).body,
    initialData: initial,
    initialDataUpdatedAt: Date.parse(now),
  });
  const [typed, setTyped] = useState('');
  const [isGivingUp, setIsGivingUp] = useState(false);
  const keep = (state: DomainState) => queryClient.setQueryData([path], state);

  const name = useMutation({
    mutationFn: async (domain: string) =>
      (await fetchJson<DomainState>(path, { method: 'PUT', body: { domain } })).body,
    onSuccess: (state) => {
      keep(state);
      check.reset();
      setTyped('');
    },
  });
  const check = useMutation({
    mutationFn: async () => (await fetchJson<DomainState>(`${path}/check`, { method: 'POST' })).body,
    onSuccess: (state) => {
      keep(state);
      router.refresh();
    },
  });
  const giveUp = useMutation({
    mutationFn: () => fetchJson(path, { method: 'DELETE' }),
    onSuccess: () => {
      keep({ verifiedDomain: null, verifiedAt: null, claim: null });
      setIsGivingUp(false);
      check.reset();
      router.refresh();
    },
  });
  const { verifiedDomain, verifiedAt, claim } = data;
  const isUnusable = fieldProblem(name.error, 'domain') !== null;

  return (
    <div className="grid max-w-[44rem] grid-cols-1 gap-5">
      {verifiedDomain ? (
        <p className="flex flex-wrap items-center gap-2">
          <BadgeCheck className="size-5 shrink-0 text-accent" aria-hidden="true" />
          <span className="font-medium wrap-anywhere">{verifiedDomain}</span>
          <span className="text-13 text-muted numerals">
            proven{verifiedAt ? ` ${formatDate(verifiedAt)}` : ''}; shoppers see it beside the name
          </span>
        </p>
      ) : (
        <p className="text-muted">
          A proven domain is shown beside the name of the organisation, so that shoppers know whose apps they get.
        </p>
      )}
      <div aria-live="polite" className="empty:hidden">
        {check.isSuccess && verifiedDomain && !claim ? <Notice tone="good">{verifiedDomain} is proven.</Notice> : null}
      </div>
      {claim ? (
        <DomainSteps
          claim={claim}
          reason={reason}
          isChecking={check.isPending}
          problem={check.isError ? problemWords(check.error) : null}
          onCheck={() => !check.isPending && check.mutate()}
        />
      ) : null}
      {reason !== null ? (
        <p className="text-13 text-muted">{reason}</p>
      ) : (
        <form
          noValidate
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (!name.isPending && typed.trim() !== '') name.mutate(domainOf(typed));
          }}
        >
          <div className="min-w-0 flex-1 basis-60">
            <TextField
              label={claim ? 'Another domain' : verifiedDomain ? 'Prove another domain' : 'Domain'}
              value={typed}
              maxLength={253}
              inputMode="url"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              placeholder="example.org"
              problem={isUnusable ? 'This is not a domain such as example.org.' : null}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <Button
            type="submit"
            tone={claim || verifiedDomain ? 'soft' : 'primary'}
            disabled={typed.trim() === ''}
            isWorking={name.isPending}
          >
            Begin
          </Button>
          {verifiedDomain || claim ? (
            <Button tone="negative" onClick={() => setIsGivingUp(true)}>
              Give it up
            </Button>
          ) : null}
        </form>
      )}
      {name.isError && !isUnusable ? <Notice tone="bad">{sentenceOf(name.error)}</Notice> : null}
      <ConfirmDialog
        isOpen={isGivingUp}
        onClose={() => setIsGivingUp(false)}
        title={verifiedDomain ? `Give ${verifiedDomain} up?` : 'Give the attempt up?'}
        verb="Give it up"
        keep="Keep it"
        isNegative
        isWorking={giveUp.isPending}
        failure={giveUp.isError ? sentenceOf(giveUp.error) : null}
        onConfirm={() => !giveUp.isPending && giveUp.mutate()}
      >
        {verifiedDomain
          ? 'The badge goes from the page of the organisation and from its apps. You can prove it again.'
          : 'The token stops counting. You can begin again.'}
      </ConfirmDialog>
    </div>
  );
}

/** Which of the two was looked at and what was found there, where the store says so. */
function problemWords(error: unknown): { file: string; dns: string } | string {
  if (!(error instanceof ProblemError)) return sentenceOf(error);
  const { file, dns } = error.problem;
  return typeof file === 'string' && typeof dns === 'string' ? { file, dns } : sentenceOf(error);
}
