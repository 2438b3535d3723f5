'use client';

import { useMutation } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { signIn } from './credentials';
import { DemoPeople, type DemoPerson } from './demo-people';

type Props = { next: string; demoPeople: DemoPerson[]; notice: string | null };

/** Sign in with an address and a password, or as one of the demo's people with one click. */
export function SignInForm({ next, demoPeople, notice }: Props) {
  const enter = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(email, password),
    // A whole new document: nothing that a visitor saw stays in memory.
    onSuccess: () => location.assign(next),
  });
  const isBusy = enter.isPending || enter.isSuccess;

  return (
    <div className="grid grid-cols-1 gap-8">
      {notice && !enter.isError ? <Notice tone="info">{notice}</Notice> : null}
      <form
        method="post"
        className="grid grid-cols-1 gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          const fields = new FormData(event.currentTarget);
          enter.mutate({ email: String(fields.get('email')), password: String(fields.get('password')) });
        }}
      >
        <TextField label="E-mail" name="email" type="email" required autoComplete="username" maxLength={254} />
        <TextField
          label="Password"
          name="password"
          type="password"
          required
          autoComplete="current-password"
          maxLength={200}
        />
        {enter.isError ? <Notice tone="bad">{problemSentence(enter.error)}</Notice> : null}
        <Button type="submit" isWorking={isBusy} className="h-12 rounded-pill">
          Sign in
        </Button>
      </form>
      {demoPeople.length > 0 ? (
        <DemoPeople people={demoPeople} isDisabled={isBusy} onChoose={(person) => enter.mutate(person)} />
      ) : null}
    </div>
  );
}

function problemSentence(error: unknown): string {
  const isWrong = error instanceof ProblemError && error.problem.code === 'invalid_credentials';
  return isWrong ? 'The e-mail address or the password is wrong.' : sentenceOf(error);
}
