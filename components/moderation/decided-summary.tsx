import type { SubmissionCase } from '@/lib/moderation/schema';
import { Chip } from '@/components/ops/chip';
import { formatMoment } from '@/components/ui/format';
import { guidelines } from '@/lib/moderation/rules';
import { outcomeNames } from './outcome';

/** In the place of the decision, once it is made: what it was and why. */
export function DecidedSummary({ item }: { item: SubmissionCase }) {
  const { outcome, decidedAt, evidence, note, guidelineIds, history, id } = item;
  if (outcome === null) return null;
  const by = history.find((entry) => entry.id === id)?.decidedBy?.name;
  const broken = guidelines.filter((guideline) => guidelineIds.includes(guideline.id));
  return (
    <section aria-label="Decision" className="rounded-card bg-sunken p-4 text-13">
      <p className="flex flex-wrap items-center gap-2">
        <Chip tone={outcomeNames[outcome].tone}>{outcomeNames[outcome].label}</Chip>
        <span className="text-muted">
          {decidedAt ? formatMoment(decidedAt) : ''}
          {by ? (
            <>
              , <bdi>{by}</bdi>
            </>
          ) : null}
        </span>
      </p>
      {broken.length > 0 ? (
        <ul className="mt-2 list-disc ps-5">
          {broken.map(({ id: rule, title }) => (
            <li key={rule}>
              {rule} {title}
            </li>
          ))}
        </ul>
      ) : null}
      {[evidence, note].filter(Boolean).map((text) => (
        <p key={text} dir="auto" className="mt-2 whitespace-pre-line wrap-anywhere">
          {text}
        </p>
      ))}
    </section>
  );
}
