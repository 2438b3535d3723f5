import { fieldProblem } from '@/lib/http/fetch-json';

/** What was typed as the address of a site: with the scheme that people leave out; null for nothing. */
export function websiteOf(text: string): string | null {
  const typed = text.trim();
  if (typed === '') return null;
  return /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
}

const problems = {
  name: 'Give it a name that can be seen, at most 200 characters.',
  description: 'At most 2,000 characters.',
  website: 'This is not the address of a site, such as https://example.org.',
  contactEmail: 'This is not an e-mail address.',
  country: 'Choose a country.',
};

export type OrganizationField = keyof typeof problems;

/** What is wrong with a field of an organisation, in words; null where nothing is. */
export const organizationProblem = (error: unknown, field: OrganizationField): string | null =>
  fieldProblem(error, field) === null ? null : problems[field];

/** Whether it is none of the fields that the form can point to. */
export const isElsewhere = (error: unknown): boolean =>
  error !== null &&
  (Object.keys(problems) as OrganizationField[]).every((field) => fieldProblem(error, field) === null);
