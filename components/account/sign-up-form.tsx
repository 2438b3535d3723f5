'use client';

import { useMutation } from '@tanstack/react-query';
import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';
import type { CountryOption } from '@/components/layout/country-picker';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { SignUpBody } from '@/lib/accounts/schema';
import { fetchJson, fieldProblem, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { signIn } from './credentials';
import { LetterSent } from './letter-sent';
import { NewPasswordField, newPasswordProblem } from './new-password-field';

type Props = {
  next: string;
  signInHref: string;
  country: string;
  countries: CountryOption[];
  invitation: { token: string; email: string | null } | null;
  /** What stands over the button. */
  children?: ReactNode;
};

/** A new account, signed in at once, or after its address is confirmed where the store sends mail. */
export function SignUpForm({ next, signInHref, country, countries, invitation, children }: Props) {
  const join = useMutation({
    mutationFn: async (body: SignUpBody) => {
      const { status } = await fetchJson('/api/v1/accounts', { method: 'POST', body });
      if (status === 202) return 'to confirm';
      await signIn(body.email, body.password);
      return 'signed in';
    },
    onSuccess: (outcome) => {
      if (outcome === 'signed in') location.assign(next);
    },
  });
  const code = join.error instanceof ProblemError ? join.error.problem.code : null;
  const passwordProblem = newPasswordProblem(join.error, 'password');
  const emailProblem = fieldProblem(join.error, 'email');
  const nameProblem = fieldProblem(join.error, 'name');
  const isShownBesideField = Boolean(passwordProblem || emailProblem || nameProblem) || code === 'email_taken';

  if (join.data === 'to confirm') {
    return (
      <LetterSent>
        We have sent a letter to <strong className="break-words font-semibold">{join.variables.email}</strong>. Open the
        link in it, then{' '}
        <Link href={signInHref} className="font-medium text-accent-text underline underline-offset-2">
          sign in
        </Link>
        .
      </LetterSent>
    );
  }
  return (
    <form
      method="post"
      className="grid grid-cols-1 gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        const text = (name: string) => String(fields.get(name) ?? '');
        join.mutate({
          name: text('name'),
          email: text('email'),
          password: text('password'),
          country: text('country'),
          ...(invitation ? { invitation: invitation.token } : {}),
        });
      }}
    >
      <TextField
        label="Name"
        name="name"
        required
        autoComplete="name"
        maxLength={100}
        hint="Shown with your reviews."
        problem={nameProblem}
      />
      <div className="grid grid-cols-1 gap-2">
        <TextField
          label="E-mail"
          name="email"
          type="email"
          required
          autoComplete="username"
          maxLength={254}
          defaultValue={invitation?.email ?? undefined}
          problem={code === 'email_taken' ? 'There is an account with this address already.' : emailProblem}
        />
        {code === 'email_taken' ? (
          <p className="text-13">
            <Link href={signInHref} className="font-medium text-accent-text underline underline-offset-2">
              Sign in instead
            </Link>
          </p>
        ) : null}
      </div>
      <NewPasswordField label="Password" name="password" problem={passwordProblem} />
      <SelectField
        label="Country"
        name="country"
        defaultValue={country}
        autoComplete="country"
        hint="Decides which prices you see."
      >
        {countries.map((option) => (
          <option key={option.code} value={option.code}>
            {option.name}
          </option>
        ))}
      </SelectField>
      {join.isError && !isShownBesideField ? <Notice tone="bad">{sentenceOf(join.error)}</Notice> : null}
      {children}
      <Button type="submit" isWorking={join.isPending || join.isSuccess} className="h-12 rounded-pill">
        Create account
      </Button>
    </form>
  );
}
