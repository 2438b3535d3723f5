import { expect, test } from 'vitest';
import { ProblemError } from '@/lib/http/fetch-json';
import { isElsewhere, organizationProblem, websiteOf } from './organization-fields';

test.each([
  ['', null],
  ['  ', null],
  ['example.org', 'https://example.org'],
  [' http://example.org/a ', 'http://example.org/a'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
])('%j is the site %j', (typed, website) => {
  expect(websiteOf(typed)).toBe(website);
});

test('a refused field has words of its own, other refusals belong to the whole form', () => {
  const refused = new ProblemError({
    status: 400,
    code: 'invalid_request',
    errors: [{ path: 'website', message: 'Invalid URL' }],
  });
  expect(organizationProblem(refused, 'website')).toContain('https://example.org');
  expect([organizationProblem(refused, 'name'), isElsewhere(refused), isElsewhere(null)]).toEqual([null, false, false]);
  expect(isElsewhere(new ProblemError({ status: 409, code: 'too_many_organizations' }))).toBe(true);
});
