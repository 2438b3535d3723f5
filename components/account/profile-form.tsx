'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { CountryOption } from '@/components/layout/country-picker';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { formatDate } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import type { Me } from '@/lib/accounts/schema';
import { fetchJson, fieldProblem, ProblemError, sentenceOf } from '@/lib/http/fetch-json';

/** My name and country; the country decides storefront and currency. */
export function ProfileForm({ me, countries }: { me: Me; countries: CountryOption[] }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (change: { name?: string; country?: string }) =>
      fetchJson<Me>('/api/v1/me', { method: 'PATCH', body: change }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['me'] });
      router.refresh();
    },
  });
  const isLocked = me.countryLockedUntil !== null;

  return (
    <form
      className="grid grid-cols-1 items-start gap-5 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        const name = String(fields.get('name') ?? '').trim();
        const country = String(fields.get('country') ?? me.country);
        save.mutate({ ...(name === me.name ? {} : { name }), ...(country === me.country ? {} : { country }) });
      }}
    >
      <TextField
        label="Name"
        name="name"
        defaultValue={me.name}
        autoComplete="name"
        required
        maxLength={100}
        hint="Shown with your reviews."
        problem={fieldProblem(save.error, 'name')}
      />
      <TextField label="E-mail" value={me.email} readOnly className="bg-sunken" autoComplete="email" />
      <SelectField
        label="Country"
        name="country"
        key={me.country}
        defaultValue={me.country}
        disabled={isLocked}
        hint={
          me.countryLockedUntil
            ? `Changed a short while ago. It can be changed again on ${formatDate(me.countryLockedUntil)}.`
            : 'Decides which prices you see. It can be changed once in 30 days.'
        }
        problem={fieldProblem(save.error, 'country')}
      >
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="grid grid-cols-1 gap-5 sm:col-span-2">
        <div>
          <Button type="submit" isWorking={save.isPending}>
            Save
          </Button>
        </div>
        {save.isSuccess ? <Notice tone="good">Saved.</Notice> : null}
        {save.isError ? <Notice tone="bad">{problemSentence(save.error)}</Notice> : null}
      </div>
    </form>
  );
}

function problemSentence(error: unknown): string {
  const isLocked = error instanceof ProblemError && error.problem.code === 'country_locked';
  return isLocked ? (error.problem.detail ?? 'The country can be changed once in 30 days.') : sentenceOf(error);
}
