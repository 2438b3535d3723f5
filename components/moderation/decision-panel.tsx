'use client';

import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { SelectField, TextAreaField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { guidelines } from '@/lib/moderation/rules';
import type { SubmissionCase } from '@/lib/moderation/schema';
import { Key } from './claim-bar';
import { type Decision, type Draft, decisionNames, emptyDraft, problemsOf, raisedAges } from './decision';
import { GuidelineChoice } from './guideline-choice';

/** Opens the form of a decision and puts the focus where it goes on. */
export type DecisionHandle = { choose: (decision: Decision) => void };

type Props = {
  ref: Ref<DecisionHandle>;
  item: SubmissionCase;
  /** Why it cannot be decided here and now. */
  blocked: string | null;
  draft: Draft | null;
  onDraft: (draft: Draft | null) => void;
  /** What the store said to the last try. */
  refusal: string | null;
  onDecide: (draft: Draft) => void;
};

const choices: { decision: Decision; key: string }[] = [
  { decision: 'approve', key: 'A' },
  { decision: 'reject', key: 'R' },
  { decision: 'reject_metadata', key: 'M' },
];

/** The three ways to decide; the chosen one asks for what it needs and shows what the developer will read. */
export function DecisionPanel({ ref, item, blocked, draft, onDraft, refusal, onDecide }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const [isChecked, setIsChecked] = useState(false);

  const choose = (decision: Decision) => {
    flushSync(() => {
      setIsChecked(false);
      // What was written goes along from one kind of rejection to the other.
      onDraft(draft ? { ...draft, decision } : emptyDraft(decision));
    });
    const first = decision === 'approve' ? 'button[type=submit]' : 'input[type=checkbox]';
    form.current?.querySelector<HTMLElement>(first)?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  };
  useImperativeHandle(ref, () => ({ choose }));

  const close = () => {
    const from = draft?.decision;
    flushSync(() => onDraft(null));
    buttons.current?.querySelector<HTMLElement>(`[data-decision="${from}"]`)?.focus();
  };

  const problems = draft && isChecked ? problemsOf(draft) : {};

  return (
    <section aria-labelledby="decision-title" className="rounded-card bg-sunken p-4">
      <h3 id="decision-title" className="text-17 font-semibold">
        Decision
      </h3>
      {blocked ? <p className="mt-1 text-13 text-muted">{blocked}</p> : null}
      {refusal ? (
        <Notice tone="bad" className="mt-3">
          {refusal}
        </Notice>
      ) : null}
      <div ref={buttons} className="mt-3 grid grid-cols-1 gap-2 sm:max-xl:grid-cols-3">
        {choices.map(({ decision, key }) => (
          <Button
            key={decision}
            data-decision={decision}
            tone={decision === 'approve' ? 'primary' : 'outline'}
            disabled={blocked !== null}
            title={blocked ?? undefined}
            aria-pressed={draft?.decision === decision}
            aria-keyshortcuts={key.toLowerCase()}
            className="aria-pressed:ring-2 aria-pressed:ring-accent aria-pressed:ring-offset-2 aria-pressed:ring-offset-sunken"
            onClick={() => choose(decision)}
          >
            {decisionNames[decision].verb} <Key>{key}</Key>
          </Button>
        ))}
      </div>
      {draft && blocked === null ? (
        <form
          ref={form}
          noValidate
          aria-label={decisionNames[draft.decision].verb}
          className="mt-4 grid grid-cols-1 gap-4 border-t border-line pt-4"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
          onSubmit={(event) => {
            event.preventDefault();
            if (Object.keys(problemsOf(draft)).length === 0) return onDecide(draft);
            flushSync(() => setIsChecked(true));
            const wrong = '[aria-invalid=true], fieldset[aria-describedby] input';
            event.currentTarget.querySelector<HTMLElement>(wrong)?.focus();
          }}
        >
          {draft.decision === 'approve' ? (
            <>
              <AgeField item={item} draft={draft} onDraft={onDraft} />
              <TextAreaField
                label="Note to the developer (optional)"
                value={draft.note}
                maxLength={4000}
                onChange={(event) => onDraft({ ...draft, note: event.target.value })}
              />
            </>
          ) : (
            <>
              <GuidelineChoice
                value={draft.guidelineIds}
                problem={problems.guidelineIds}
                onChange={(guidelineIds) => onDraft({ ...draft, guidelineIds })}
              />
              <TextAreaField
                label="Evidence"
                hint="What you saw, where, and how to see it again."
                value={draft.evidence}
                maxLength={4000}
                problem={problems.evidence}
                onChange={(event) => onDraft({ ...draft, evidence: event.target.value })}
              />
              <TextAreaField
                label="Note to the developer"
                hint="What they can do about it."
                value={draft.note}
                maxLength={4000}
                problem={problems.note}
                onChange={(event) => onDraft({ ...draft, note: event.target.value })}
              />
            </>
          )}
          <Letter item={item} draft={draft} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" tone={draft.decision === 'approve' ? 'primary' : 'negative'}>
              {decisionNames[draft.decision].verb}
            </Button>
            <Button tone="plain" onClick={close}>
              Not yet
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}

function AgeField({ item, draft, onDraft }: { item: SubmissionCase; draft: Draft; onDraft: (draft: Draft) => void }) {
  const higher = raisedAges.filter((age) => age > item.ageRating);
  if (higher.length === 0) return null;
  return (
    <SelectField
      label="Age rating"
      hint="The answers of the developer ask for it; you may raise it."
      value={draft.ageRating ?? ''}
      onChange={(event) =>
        onDraft({ ...draft, ageRating: higher.find((age) => String(age) === event.target.value) ?? null })
      }
    >
      <option value="">{item.ageRating}+, as it is</option>
      {higher.map((age) => (
        <option key={age} value={age}>
          Raise it to {age}+
        </option>
      ))}
    </SelectField>
  );
}

/** What the developer will read, while it is written. */
function Letter({ item, draft }: { item: SubmissionCase; draft: Draft }) {
  const { heading, next } = decisionNames[draft.decision];
  const broken = guidelines.filter(({ id }) => draft.guidelineIds.includes(id));
  const isRejection = draft.decision !== 'approve';
  return (
    <section
      aria-label="What the developer will read"
      className="rounded-control border border-line bg-surface p-3.5 text-13"
    >
      <p className="mb-2 text-12 text-muted">What the developer will read</p>
      <p dir="auto" className="font-semibold wrap-anywhere">
        {item.snapshot.listing.name || item.app.name} {item.version} {heading}
      </p>
      {isRejection && broken.length > 0 ? (
        <ul className="mt-1.5 list-disc ps-5">
          {broken.map(({ id, title, text }) => (
            <li key={id}>
              {id} {title}: {text}
            </li>
          ))}
        </ul>
      ) : null}
      {isRejection && draft.evidence.trim() ? <Quote text={draft.evidence} /> : null}
      {draft.note.trim() ? <Quote text={draft.note} /> : null}
      {draft.ageRating !== null && !isRejection ? (
        <p className="mt-1.5">It is for ages {draft.ageRating} and up.</p>
      ) : null}
      <p className="mt-1.5 text-muted">{next}</p>
    </section>
  );
}

const Quote = ({ text }: { text: string }) => (
  <p dir="auto" className="text-start mt-1.5 whitespace-pre-line wrap-anywhere">
    {text.trim()}
  </p>
);
