import { ArrowRight, CircleAlert, TriangleAlert } from 'lucide-react';
import { Link } from '@/components/ui/link';
import type { Problem } from '@/lib/publishing/schema';
import { gathered, problemHref } from './problem-links';

type Props = { problems: readonly Problem[]; appId: string; versionId: string };

/** What keeps a version from being submitted, and what should be looked at; each leads to its field. */
export function MissingList({ problems, appId, versionId }: Props) {
  const all = gathered(problems);
  const errors = all.filter(({ severity }) => severity === 'error');
  const warnings = all.filter(({ severity }) => severity === 'warning');
  if (all.length === 0) return null;
  const lines = (list: Problem[], isError: boolean) => (
    <ul className="divide-y divide-line">
      {list.map((problem) => {
        const Icon = isError ? CircleAlert : TriangleAlert;
        return (
          <li key={`${problem.path} ${problem.code}`} className="relative flex min-h-12 items-center gap-3 py-2">
            <Icon
              className={`size-4.5 shrink-0 ${isError ? 'text-negative-text' : 'text-amber-text'}`}
              aria-hidden="true"
            />
            <Link
              href={problemHref(problem, appId, versionId)}
              className="covering min-w-0 flex-1 rounded-control break-words hover:underline"
            >
              {problem.message}
            </Link>
            <ArrowRight className="size-4 shrink-0 text-muted rtl:-scale-x-100" aria-hidden="true" />
          </li>
        );
      })}
    </ul>
  );
  return (
    <div className="grid grid-cols-1 gap-5">
      {errors.length > 0 ? (
        <div>
          <h3 className="text-15 font-semibold">Missing before it can be submitted</h3>
          {lines(errors, true)}
        </div>
      ) : null}
      {warnings.length > 0 ? (
        <div>
          <h3 className="text-15 font-semibold">Worth a look</h3>
          {lines(warnings, false)}
        </div>
      ) : null}
    </div>
  );
}
