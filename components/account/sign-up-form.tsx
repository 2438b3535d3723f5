'use client';

import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import type { CountryOption } from '@/components/layout/country-picker';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { SignUpBody } from '@/lib/accounts/schema';
import { fetchJson, fieldProblem, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { signIn } from './credentials';
import { NewPasswordField, newPasswordProblem } from './new-password-field';

type Props = { next: string; signInHref: string; country: string; countries: CountryOption[] };

/** A new account, signed in at once. */
export function SignUpForm({ next, signInHref, country, countries }: Props) {
  const join = useMutation({
    mutationFn: async (body: SignUpBody) => {
      await fetchJson('/api/v1/accounts', { method: 'POST', body });
      await signIn(body.email, body.password);
    },
    onSuccess: () => location.assign(next),
  });
  const code = join.error instanceof ProblemError ? join.error.problem.code : null;
  const passwordProblem = newPasswordProblem(join.error, 'password');
  const emailProblem = fieldProblem(join.error, 'email');
  const nameProblem = fieldProblem(join.error, 'name');
  const isShownBesideField = Boolean(passwordProblem || emailProblem || nameProblem) || code === 'email_taken';

  return (
    <form
      method="post"
      className="grid grid-cols-1 gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        const text = (name: string) => String(fields.get(name) ?? '');
        join.mutate({ name: text('name'), email: text('email'), password: text('password'), country: text('country') });
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
      <Button type="submit" isWorking={join.isPending || join.isSuccess} className="h-12 rounded-pill">
        Create account
      </Button>
    </form>
  );
}
