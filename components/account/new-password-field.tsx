import { TextField } from '@/components/ui/field';
import { fieldProblem, ProblemError } from '@/lib/http/fetch-json';

/** What the store said against a new password that was sent as the field `path`, or null. */
export function newPasswordProblem(error: unknown, path: string): string | null {
  const isCommon = error instanceof ProblemError && error.problem.code === 'password_too_common';
  return isCommon ? 'Too many people use this one. Choose another.' : fieldProblem(error, path);
}

type Props = { label: string; name: string; problem: string | null };

export function NewPasswordField({ label, name, problem }: Props) {
  return (
    <TextField
      label={label}
      name={name}
      type="password"
      required
      minLength={10}
      maxLength={200}
      autoComplete="new-password"
      hint="At least 10 characters."
      problem={problem}
    />
  );
}
