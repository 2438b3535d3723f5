'use client';

import { useMutation } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { fetchJson, fieldProblem, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { signIn } from './credentials';

/** The one use of a one-time link: a password, then the front page. */
export function SetPasswordForm({ token, email }: { token: string; email: string }) {
  const set = useMutation({
    mutationFn: async (newPassword: string) => {
      await fetchJson(`/api/v1/set-password/${encodeURIComponent(token)}`, { method: 'PUT', body: { newPassword } });
      await signIn(email, newPassword);
    },
    onSuccess: () => location.assign('/'),
  });
  const code = set.error instanceof ProblemError ? set.error.problem.code : null;
  const problem =
    code === 'password_too_common'
      ? 'Too many people use this one. Choose another.'
      : fieldProblem(set.error, 'newPassword');

  return (
    <form
      method="post"
      className="grid grid-cols-1 gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate(String(new FormData(event.currentTarget).get('password')));
      }}
    >
      <TextField label="E-mail" name="email" value={email} readOnly autoComplete="username" className="bg-sunken" />
      <TextField
        label="New password"
        name="password"
        type="password"
        required
        minLength={10}
        maxLength={200}
        autoComplete="new-password"
        hint="At least 10 characters."
        problem={problem}
      />
      {set.isError && !problem ? <Notice tone="bad">{sentenceOf(set.error)}</Notice> : null}
      <Button type="submit" isWorking={set.isPending || set.isSuccess} className="h-12 rounded-pill">
        Set password
      </Button>
    </form>
  );
}
