'use client';

import { useMutation } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import { signIn } from './credentials';
import { NewPasswordField, newPasswordProblem } from './new-password-field';

/** The one use of a one-time link: a password, then the front page. */
export function SetPasswordForm({ token, email }: { token: string; email: string }) {
  const set = useMutation({
    mutationFn: async (newPassword: string) => {
      await fetchJson(`/api/v1/password-resets/${encodeURIComponent(token)}`, { method: 'PUT', body: { newPassword } });
      await signIn(email, newPassword);
    },
    onSuccess: () => location.assign('/'),
  });
  const problem = newPasswordProblem(set.error, 'newPassword');

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
      <NewPasswordField label="New password" name="password" problem={problem} />
      {set.isError && !problem ? <Notice tone="bad">{sentenceOf(set.error)}</Notice> : null}
      <Button type="submit" isWorking={set.isPending || set.isSuccess} className="h-12 rounded-pill">
        Set password
      </Button>
    </form>
  );
}
