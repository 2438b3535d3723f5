import { Chip } from '@/components/ops/chip';
import { formatMoment } from '@/components/ui/format';
import type { Submission } from '@/lib/publishing/schema';

const outcomes = {
  approved: { label: 'Approved', tone: 'good' },
  rejected: { label: 'Rejected', tone: 'bad' },
  metadata_rejected: { label: 'Text or pictures rejected', tone: 'bad' },
  withdrawn: { label: 'Withdrawn', tone: 'plain' },
} as const;

const appealOutcomes = {
  upheld: { label: 'Rejection upheld', tone: 'bad' },
  overturned: { label: 'Rejection overturned', tone: 'good' },
} as const;

/** What moderators decided, under which guidelines, with what they found; and what came of an appeal. */
export function Decision({ submission, headings = 'h3' }: { submission: Submission; headings?: 'h3' | 'h4' }) {
  const { outcome, decidedAt, guidelines, evidence, note, message, submittedAt, appeal } = submission;
  const Heading = headings;
  const known = outcome === null ? null : outcomes[outcome];
  return (
    <article className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-5">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Heading className="font-semibold">{known ? known.label : 'With the reviewers'}</Heading>
        {known ? <Chip tone={known.tone}>{formatMoment(decidedAt ?? submittedAt)}</Chip> : null}
        <span className="text-13 text-muted numerals">Submitted {formatMoment(submittedAt)}</span>
      </header>
      {guidelines.length > 0 ? (
        <Part title={guidelines.length === 1 ? 'Guideline' : 'Guidelines'}>
          <ul className="grid grid-cols-1 gap-1">
            {guidelines.map(({ id, title }) => (
              <li key={id} className="flex gap-3">
                <span className="w-8 shrink-0 font-medium numerals">{id}</span>
                {title}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Words title="What they found" text={evidence} />
      <Words title="What they say" text={note} />
      <Words title="Your message" text={message} />
      {appeal ? (
        <section className="grid grid-cols-1 gap-4 border-t border-line pt-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <span className="font-semibold">Your appeal</span>
            {appeal.outcome === null ? (
              <Chip tone="warning">Waits for somebody else</Chip>
            ) : (
              <Chip tone={appealOutcomes[appeal.outcome].tone}>{appealOutcomes[appeal.outcome].label}</Chip>
            )}
            <span className="text-13 text-muted numerals">{formatMoment(appeal.decidedAt ?? appeal.createdAt)}</span>
          </p>
          <Words title="What you wrote" text={appeal.text} />
          <Words title="What was decided" text={appeal.note} />
        </section>
      ) : null}
    </article>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="text-13 font-medium text-muted">{title}</p>
      <div className="mt-0.5">{children}</div>
    </div>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  if (text.trim() === '') return null;
  return (
    <Part title={title}>
      <p dir="auto" className="max-w-[72ch] break-words whitespace-pre-line">
        {text}
      </p>
    </Part>
  );
}
