import { ageQuestions } from '@/lib/publishing/age';
import { listing, type Problem } from '@/lib/publishing/schema';

const listingFields = new Set(Object.keys(listing.shape));

/** The id of what stands around a field: `screenshots.2.altText` is in `field-screenshots`. */
export const fieldAnchor = (path: string) => `field-${path.split('.')[0]}`;

/** Where to mend what a problem is about. */
export function problemHref({ path }: Pick<Problem, 'path'>, appId: string, version: string): string {
  const [field = ''] = path.split('.');
  const page = listingFields.has(field)
    ? `/console/apps/${appId}/listing`
    : field === 'prices'
      ? `/console/apps/${appId}/prices`
      : `/console/apps/${appId}/versions/${encodeURIComponent(version)}`;
  return `${page}#${fieldAnchor(path)}`;
}

/** One line for the many questions of one questionnaire, the others as they are. */
export function gathered(problems: readonly Problem[]): Problem[] {
  const open = problems.filter(({ path, severity }) => path.startsWith('age.') && severity === 'error');
  if (open.length < 2) return [...problems];
  const message =
    open.length === ageQuestions.length
      ? 'Answer the age questionnaire.'
      : `Answer the age questionnaire: ${open.length} questions are open.`;
  const first = problems.findIndex((problem) => open.includes(problem));
  return problems
    .map((problem, index) => (index === first ? { ...problem, path: 'age', message } : problem))
    .filter((problem, index) => index === first || !open.includes(problem));
}
