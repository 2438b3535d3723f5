'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { CountryOption } from '@/components/layout/country-picker';
import { useUnsaved } from '@/components/ops/unsaved';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { Organization, UpdateOrganizationBody } from '@/lib/accounts/organizations/schema';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import { areaClass } from './field';
import { isElsewhere, organizationProblem, websiteOf } from './organization-fields';

type Props = {
  organization: Organization;
  countries: CountryOption[];
  /** Why I cannot change it; null when I can. */
  reason: string | null;
};

const valuesOf = ({ name, description, website, country, contactEmail }: Organization) => ({
  name,
  description,
  website: website ?? '',
  country,
  contactEmail: contactEmail ?? '',
});

/** The profile that stands on the page of the developer. */
export function OrganizationProfile({ organization, countries, reason }: Props) {
  const router = useRouter();
  const [saved, setSaved] = useState(valuesOf(organization));
  const [values, setValues] = useState(saved);
  const isDirty = JSON.stringify(values) !== JSON.stringify(saved);
  useUnsaved(isDirty);
  const save = useMutation({
    mutationFn: async (body: UpdateOrganizationBody) =>
      (
        await fetchJson<Organization>(`/api/v1/console/organizations/${organization.slug}`, {
          method: 'PATCH',
          body,
        })
      ).body,
    onSuccess: (updated) => {
      setSaved(valuesOf(updated));
      setValues(valuesOf(updated));
      router.refresh();
    },
  });
  const set = (name: keyof typeof values) => (event: { target: { value: string } }) =>
    setValues({ ...values, [name]: event.target.value });
  const descriptionProblem = organizationProblem(save.error, 'description');

  return (
    <form
      noValidate
      className="max-w-[36rem]"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isDirty || save.isPending) return;
        const { contactEmail, ...others } = values;
        save.mutate({ ...others, website: websiteOf(values.website), contactEmail: contactEmail.trim() || null });
      }}
    >
      <fieldset disabled={reason !== null} className="grid grid-cols-1 gap-5 disabled:opacity-70">
        <legend className="sr-only">Profile</legend>
        <TextField
          label="Name"
          value={values.name}
          maxLength={200}
          hint={`Its address stays /developers/${organization.slug}.`}
          problem={organizationProblem(save.error, 'name')}
          onChange={set('name')}
        />
        <div className="grid grid-cols-1 gap-1.5">
          <label htmlFor="organization-description" className="text-13 font-medium">
            About it
          </label>
          <textarea
            id="organization-description"
            value={values.description}
            maxLength={2000}
            rows={4}
            dir="auto"
            aria-invalid={descriptionProblem ? true : undefined}
            aria-describedby={descriptionProblem ? 'organization-description-problem' : undefined}
            onChange={set('description')}
            className={areaClass}
          />
          {descriptionProblem ? (
            <p id="organization-description-problem" className="text-13 text-negative-text">
              {descriptionProblem}
            </p>
          ) : null}
        </div>
        <SelectField
          label="Country"
          value={values.country}
          problem={organizationProblem(save.error, 'country')}
          onChange={set('country')}
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Website"
          type="url"
          inputMode="url"
          value={values.website}
          maxLength={2000}
          placeholder="https://example.org"
          problem={organizationProblem(save.error, 'website')}
          onChange={set('website')}
        />
        <TextField
          label="Contact e-mail"
          type="email"
          value={values.contactEmail}
          maxLength={254}
          hint="For those who run this store."
          problem={organizationProblem(save.error, 'contactEmail')}
          onChange={set('contactEmail')}
        />
      </fieldset>
      <div className="mt-5 grid grid-cols-1 gap-3" aria-live="polite">
        {isElsewhere(save.error) ? <Notice tone="bad">{sentenceOf(save.error)}</Notice> : null}
        {save.isSuccess && !isDirty ? <Notice tone="good">Saved.</Notice> : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" disabled={!isDirty || reason !== null} isWorking={save.isPending}>
            Save
          </Button>
          {reason !== null ? <p className="text-13 text-muted">{reason}</p> : null}
        </div>
      </div>
    </form>
  );
}
