'use client';

import { useMutation } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';

/** For who signs in at the store's provider alone: a password comes by a link to their address. */
export function PasswordLink({ email, provider }: { email: string; provider: string | null }) {
  const ask = useMutation({
    mutationFn: () => fetchJson('/api/v1/password-resets', { method: 'POST', body: { email } }),
  });

  return (
    <div className="grid grid-cols-1 gap-5">
      <p className="text-muted">
        You have no password{provider ? `: you sign in with ${provider}` : ''}. With one you can sign in here too.
      </p>
      {ask.isSuccess ? (
        <Notice tone="good">
          A letter is on its way to <span className="font-semibold">{email}</span>. Its link works once, for 30 minutes.
        </Notice>
      ) : (
        <div>
          <Button tone="soft" isWorking={ask.isPending} onClick={() => ask.mutate()}>
            Send me a link to set one
          </Button>
        </div>
      )}
      {ask.isError ? <Notice tone="bad">{sentenceOf(ask.error)}</Notice> : null}
    </div>
  );
}
