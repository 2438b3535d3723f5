'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { CountryOption } from '@/components/layout/country-picker';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { CreateOrganizationBody, Organization } from '@/lib/accounts/organizations/schema';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import { isElsewhere, organizationProblem, websiteOf } from './organization-fields';

type Props = { country: string; countries: CountryOption[] };

/** Asks for a name and a country, and what shoppers may want to know; I become its owner. */
export function OrganizationCreate({ country, countries }: Props) {
  const router = useRouter();
  const make = useMutation({
    mutationFn: async (body: CreateOrganizationBody) =>
      (await fetchJson<Organization>('/api/v1/console/organizations', { method: 'POST', body })).body,
    onSuccess: ({ slug }) => router.push(`/console/${slug}`),
  });
  return (
    <form
      noValidate
      className="grid max-w-[36rem] grid-cols-1 gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (make.isPending || make.isSuccess) return;
        const fields = new FormData(event.currentTarget);
        const text = (name: string) => String(fields.get(name) ?? '').trim();
        make.mutate({
          name: text('name'),
          country: text('country'),
          website: websiteOf(text('website')),
          contactEmail: text('contactEmail') || null,
        });
      }}
    >
      <TextField
        label="Name"
        name="name"
        required
        maxLength={200}
        autoComplete="organization"
        hint="Shoppers see it under every app. Your own name is fine."
        problem={organizationProblem(make.error, 'name')}
      />
      <SelectField
        label="Country"
        name="country"
        defaultValue={country}
        hint="Where you are based."
        problem={organizationProblem(make.error, 'country')}
      >
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Website (optional)"
        name="website"
        type="url"
        inputMode="url"
        maxLength={2000}
        autoComplete="url"
        placeholder="https://example.org"
        problem={organizationProblem(make.error, 'website')}
      />
      <TextField
        label="Contact e-mail (optional)"
        name="contactEmail"
        type="email"
        maxLength={254}
        autoComplete="email"
        hint="For those who run this store."
        problem={organizationProblem(make.error, 'contactEmail')}
      />
      {isElsewhere(make.error) ? <Notice tone="bad">{sentenceOf(make.error)}</Notice> : null}
      <div>
        <Button type="submit" isWorking={make.isPending || make.isSuccess} className="h-12 rounded-pill px-6">
          Create the organisation
        </Button>
      </div>
    </form>
  );
}
