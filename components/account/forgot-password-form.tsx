'use client';

import { useMutation } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { fetchJson, fieldProblem, sentenceOf } from '@/lib/http/fetch-json';
import { LetterSent } from './letter-sent';

/** Asks for a link to choose a new password; what it answers does not tell whether there is such an account. */
export function ForgotPasswordForm({ isMailDelivered }: { isMailDelivered: boolean }) {
  const ask = useMutation({
    mutationFn: (email: string) => fetchJson('/api/v1/password-resets', { method: 'POST', body: { email } }),
  });
  const emailProblem = fieldProblem(ask.error, 'email');

  if (ask.isSuccess) {
    const address = <strong className="break-words font-semibold">{ask.variables}</strong>;
    return isMailDelivered ? (
      <LetterSent>
        If {address} has an account here, a letter is on its way. Its link works once, for 30 minutes.
      </LetterSent>
    ) : (
      <LetterSent title="Ask for your link" hint="It works once, for 30 minutes.">
        If {address} has an account here, its link waits with whoever runs this store.
      </LetterSent>
    );
  }
  return (
    <form
      method="post"
      className="grid grid-cols-1 gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate(String(new FormData(event.currentTarget).get('email')).trim());
      }}
    >
      <TextField
        label="E-mail"
        name="email"
        type="email"
        required
        autoComplete="username"
        maxLength={254}
        problem={emailProblem && 'This is not an e-mail address.'}
      />
      {ask.isError && !emailProblem ? <Notice tone="bad">{sentenceOf(ask.error)}</Notice> : null}
      <Button type="submit" isWorking={ask.isPending} className="h-12 rounded-pill">
        Send the link
      </Button>
    </form>
  );
}
