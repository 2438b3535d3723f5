'use client';

import { type Ref, useImperativeHandle } from 'react';
import { SelectField, TextAreaField } from '@/components/ui/field';
import { guidelines } from '@/lib/moderation/rules';
import type { SubmissionCase } from '@/lib/moderation/schema';
import { type Decision, type Draft, decisionNames, emptyDraft, problemsOf, raisedAges } from './decision';
import { DecisionForm, DecisionFrame, Letter, useDecisionForm } from './decision-frame';
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
  const { form, buttons, isChecked, check, open, close } = useDecisionForm({ draft, onDraft });

  const choose = (decision: Decision) => {
    const first = decision === 'approve' ? 'button[type=submit]' : 'input[type=checkbox]';
    // What was written goes along from one kind of rejection to the other.
    open(draft ? { ...draft, decision } : emptyDraft(decision), (opened) => opened.querySelector<HTMLElement>(first));
  };
  useImperativeHandle(ref, () => ({ choose }));

  const problems = draft && isChecked ? problemsOf(draft) : {};

  return (
    <DecisionFrame
      standing={blocked ? <p className="mt-1 text-13 text-muted">{blocked}</p> : null}
      refusal={refusal}
      choices={choices.map(({ decision, key }) => ({
        decision,
        key,
        verb: decisionNames[decision].verb,
        whyNot: blocked,
        isChosen: draft?.decision === decision,
      }))}
      buttons={buttons}
      onChoose={choose}
    >
      {draft && blocked === null ? (
        <DecisionForm
          ref={form}
          verb={decisionNames[draft.decision].verb}
          tone={draft.decision === 'approve' ? 'primary' : 'negative'}
          onClose={close}
          onSubmit={(sent) => {
            if (Object.keys(problemsOf(draft)).length === 0) return onDecide(draft);
            check();
            sent.querySelector<HTMLElement>('[aria-invalid=true], fieldset[aria-describedby] input')?.focus();
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
          <LetterOf item={item} draft={draft} />
        </DecisionForm>
      ) : null}
    </DecisionFrame>
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
function LetterOf({ item, draft }: { item: SubmissionCase; draft: Draft }) {
  const { heading, next } = decisionNames[draft.decision];
  const broken = guidelines.filter(({ id }) => draft.guidelineIds.includes(id));
  const isRejection = draft.decision !== 'approve';
  return (
    <Letter reader="developer">
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
    </Letter>
  );
}

const Quote = ({ text }: { text: string }) => (
  <p dir="auto" className="text-start mt-1.5 whitespace-pre-line wrap-anywhere">
    {text.trim()}
  </p>
);
