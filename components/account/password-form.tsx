'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { fetchJson, fieldProblem, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { NewPasswordField, newPasswordProblem } from './new-password-field';

/** A new password for the old one; ends every other session. */
export function PasswordForm({ email }: { email: string }) {
  const router = useRouter();
  const change = useMutation({
    mutationFn: (body: { currentPassword: string; newPassword: string }) =>
      fetchJson('/api/v1/me/password', { method: 'PUT', body }),
    onSuccess: () => router.refresh(),
  });
  const code = change.error instanceof ProblemError ? change.error.problem.code : null;
  const currentProblem =
    code === 'wrong_password' ? 'This is not your password.' : fieldProblem(change.error, 'currentPassword');
  const newProblem = newPasswordProblem(change.error, 'newPassword');

  return (
    <form
      className="grid grid-cols-1 items-start gap-5 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const fields = new FormData(form);
        const body = { currentPassword: String(fields.get('current')), newPassword: String(fields.get('new')) };
        change.mutate(body, { onSuccess: () => form.reset() });
      }}
    >
      <input type="text" name="username" value={email} readOnly hidden autoComplete="username" />
      <TextField
        label="Current password"
        name="current"
        type="password"
        required
        autoComplete="current-password"
        problem={currentProblem}
      />
      <NewPasswordField label="New password" name="new" problem={newProblem} />
      <div className="grid grid-cols-1 gap-5 sm:col-span-2">
        <div>
          <Button type="submit" tone="soft" isWorking={change.isPending}>
            Change password
          </Button>
        </div>
        {change.isSuccess ? (
          <Notice tone="good">Your password is changed; your other sessions have ended.</Notice>
        ) : null}
        {change.isError && !currentProblem && !newProblem ? (
          <Notice tone="bad">{sentenceOf(change.error)}</Notice>
        ) : null}
      </div>
    </form>
  );
}
