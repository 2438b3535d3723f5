'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Chip } from '@/components/ops/chip';
import { Moment } from '@/components/ops/moment';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDate } from '@/components/ui/format';
import type { ApiKey, Organization } from '@/lib/accounts/organizations/schema';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import { ConfirmDialog } from './confirm-dialog';
import { KeyCreate } from './key-create';
import { scopeWords } from './key-words';
import { refusalOf } from './may';

type Props = { organization: Organization; initial: ApiKey[]; now: string };

const path = '/api/v1/console/keys';

/** Keys with which programs act for an organisation; `now` is when the page was asked for. */
export function KeyPanel({ organization, initial, now }: Props) {
  const queryClient = useQueryClient();
  const queryKey = [path, organization.id];
  const { data: keys } = useQuery({
    queryKey,
    queryFn: async ({ signal }) =>
      (await fetchJson<{ items: ApiKey[] }>(`${path}?organization=${organization.id}`, { signal })).body.items,
    initialData: initial,
    initialDataUpdatedAt: Date.parse(now),
  });
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey });
  const revoke = useMutation({
    mutationFn: (key: ApiKey) => fetchJson(`${path}/${key.id}`, { method: 'DELETE' }),
    onSuccess: () => {
      setRevoking(null);
      return refresh();
    },
  });
  const live = keys.filter(({ revokedAt }) => revokedAt === null);
  const dead = keys.filter(({ revokedAt }) => revokedAt !== null);

  return (
    <>
      {live.length === 0 ? (
        <EmptyState icon={KeyRound} title="No key works yet">
          A key lets a build server do what you do here: hand in versions, release them, answer reviews.
        </EmptyState>
      ) : (
        <ul aria-label="Keys that work" className="divide-y divide-line border-y border-line">
          {live.map((key) => (
            <KeyRow key={key.id} apiKey={key} now={now}>
              <Button
                tone="soft"
                aria-label={`Revoke ${key.name}`}
                onClick={() => {
                  revoke.reset();
                  setRevoking(key);
                }}
              >
                Revoke
              </Button>
            </KeyRow>
          ))}
        </ul>
      )}
      <KeyCreate
        organization={organization}
        reason={refusalOf(organization.role, 'manage', organization.suspendedReason)}
        onMade={refresh}
      />
      {dead.length > 0 ? (
        <details className="mt-10">
          <summary className="inline-flex min-h-11 items-center font-medium text-accent-text underline underline-offset-2">
            Revoked keys ({dead.length})
          </summary>
          <ul aria-label="Revoked keys" className="divide-y divide-line border-y border-line">
            {dead.map((key) => (
              <KeyRow key={key.id} apiKey={key} now={now} />
            ))}
          </ul>
        </details>
      ) : null}
      <ConfirmDialog
        isOpen={revoking !== null}
        onClose={() => setRevoking(null)}
        title={`Revoke ${revoking?.name ?? ''}?`}
        verb="Revoke"
        keep="Keep it"
        isNegative
        isWorking={revoke.isPending}
        failure={revoke.isError ? sentenceOf(revoke.error) : null}
        onConfirm={() => revoking && !revoke.isPending && revoke.mutate(revoking)}
      >
        Whatever uses it stops working at once. This cannot be undone.
      </ConfirmDialog>
    </>
  );
}

function KeyRow({ apiKey, now, children }: { apiKey: ApiKey; now: string; children?: ReactNode }) {
  const { name, prefix, scopes, createdBy, createdAt, lastUsedAt, revokedAt } = apiKey;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span dir="auto" className="font-medium wrap-anywhere">
            {name}
          </span>
          <code className="font-mono text-13 text-muted">{prefix}…</code>
          {revokedAt ? <Chip tone="bad">Revoked {formatDate(revokedAt)}</Chip> : null}
        </p>
        <p className="mt-1 flex flex-wrap gap-1.5">
          {scopes.map((scope) => (
            <Chip key={scope}>{scopeWords[scope].label}</Chip>
          ))}
        </p>
        <p className="mt-1 text-13 text-muted numerals">
          Made {formatDate(createdAt)}
          {createdBy ? (
            <>
              {' '}
              by <bdi>{createdBy}</bdi>
            </>
          ) : null}
          ,{' '}
          {lastUsedAt ? (
            <>
              last used <Moment iso={lastUsedAt} now={Date.parse(now)} />
            </>
          ) : (
            'never used'
          )}
        </p>
      </div>
      {children}
    </li>
  );
}
