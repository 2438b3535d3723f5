'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Organization } from '@/lib/accounts/organizations/schema';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';

/** Joins the organisation and goes to its console. */
export function MemberJoin({ token, name }: { token: string; name: string }) {
  const router = useRouter();
  const join = useMutation({
    mutationFn: async () =>
      (
        await fetchJson<Organization>(`/api/v1/organization-invitations/${encodeURIComponent(token)}`, {
          method: 'POST',
        })
      ).body,
    onSuccess: ({ slug }) => router.replace(`/console/${slug}`),
  });
  return (
    <>
      {join.isError ? (
        <Notice tone="bad" className="mb-4">
          {sentenceOf(join.error)}
        </Notice>
      ) : null}
      <Button
        isWorking={join.isPending || join.isSuccess}
        className="h-12 rounded-pill px-6"
        onClick={() => join.mutate()}
      >
        Join {name}
      </Button>
    </>
  );
}
