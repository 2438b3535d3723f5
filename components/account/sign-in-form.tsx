'use client';

import { useMutation } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { signIn } from './credentials';
import { DemoPeople, type DemoPerson } from './demo-people';

type Props = {
  next: string;
  demoPeople: DemoPerson[];
  /** Name of the store's own sign-on, if it has one. */
  provider: string | null;
  /** What went wrong on the way here. */
  problem: string | null;
  /** Something that needs an account was asked for. */
  isAsked: boolean;
};

/** Sign in at the store's provider, with an address and a password, or as one of the demo's people. */
export function SignInForm({ next, demoPeople, provider, problem, isAsked }: Props) {
  const enter = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(email, password),
    // A whole new document: nothing that a visitor saw stays in memory.
    onSuccess: () => location.assign(next),
  });
  const isBusy = enter.isPending || enter.isSuccess;

  return (
    <div className="grid grid-cols-1 gap-8">
      {problem && !enter.isError ? <Notice tone="bad">{problem}</Notice> : null}
      {isAsked && !problem && !enter.isError ? <Notice tone="info">Sign in to go on.</Notice> : null}
      {provider ? (
        <div className="grid grid-cols-1 gap-8">
          <form method="post" action="/api/auth/signin/oidc">
            <input type="hidden" name="callbackUrl" value={next} />
            <Button type="submit" tone="outline" className="h-12 w-full rounded-pill">
              <KeyRound className="size-4.5 shrink-0" aria-hidden="true" />
              Continue with {provider}
            </Button>
          </form>
          <div className="flex items-center gap-3 text-13 text-muted">
            <span className="h-px flex-1 bg-line" />
            <span>or with a password</span>
            <span className="h-px flex-1 bg-line" />
          </div>
        </div>
      ) : null}
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
        <div className="grid grid-cols-1">
          <TextField
            label="Password"
            name="password"
            type="password"
            required
            autoComplete="current-password"
            maxLength={200}
          />
          <Link
            href="/forgot-password"
            className="-mb-3 justify-self-end rounded-control py-3 text-13 font-medium text-accent-text underline underline-offset-2"
          >
            Forgot your password?
          </Link>
        </div>
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
