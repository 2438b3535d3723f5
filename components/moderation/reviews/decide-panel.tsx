'use client';

import { type Ref, useImperativeHandle } from 'react';
import { TextAreaField } from '@/components/ui/field';
import type { ReviewCase } from '@/lib/moderation/reviews/schema';
import { appealDays } from '@/lib/reviews/rules';
import { DecisionForm, DecisionFrame, Letter, useDecisionForm } from '../decision-frame';
import { Written } from './bits';
import { bodyOf, type Draft, emptyDraft } from './draft';
import { missingRuleText, RuleChoice } from './rule-choice';
import { isWaiting, whoStands } from './standing';
import { decisionWords, type ReviewDecision, ruleOf, stateNames } from './words';

/** Opens the form of a decision and puts the focus where it goes on. */
export type DecideHandle = { choose: (decision: Draft['decision']) => void };

type Props = {
  ref: Ref<DecideHandle>;
  item: Pick<ReviewCase, 'status' | 'app' | 'decision'>;
  /** Why that cannot be decided here and now. */
  whyNot: (decision: ReviewDecision) => string | null;
  draft: Draft | null;
  onDraft: (draft: Draft | null) => void;
  /** What the store said to the last try. */
  refusal: string | null;
  onApprove: () => void;
  onSend: (draft: Draft) => void;
};

const choices: { decision: ReviewDecision; key: string }[] = [
  { decision: 'approve', key: 'A' },
  { decision: 'reject', key: 'R' },
  { decision: 'escalate', key: 'E' },
];

/** The three ways to decide: one at once, two that ask for a few words. */
export function DecidePanel({ ref, item, whyNot, draft, onDraft, refusal, onApprove, onSend }: Props) {
  const { form, buttons, isChecked, check, open, close } = useDecisionForm({ draft, onDraft });
  const reasons = [...new Set(choices.flatMap(({ decision }) => whyNot(decision) ?? []))];

  const choose = (decision: Draft['decision']) => {
    open(draft ? { ...draft, decision } : emptyDraft(decision), (opened) =>
      decision === 'reject'
        ? (opened.querySelector<HTMLElement>('input:checked') ?? opened.querySelector('input'))
        : opened.querySelector<HTMLElement>('button[type=submit]'),
    );
  };
  useImperativeHandle(ref, () => ({ choose }));

  return (
    <DecisionFrame
      standing={
        <>
          {isWaiting(item) ? null : (
            <p className="mt-1 text-13 text-muted">
              It is {stateNames[item.status].label.toLowerCase()}.{' '}
              {whyNot('reject') === null ? 'Others see it; it can still be rejected.' : whoStands(item)}
            </p>
          )}
          {reasons.length === 1 && isWaiting(item) ? <p className="mt-1 text-13 text-muted">{reasons[0]}</p> : null}
        </>
      }
      refusal={refusal}
      choices={choices.map(({ decision, key }) => ({
        decision,
        key,
        verb: decisionWords[decision].verb,
        whyNot: whyNot(decision),
        isChosen: decision === 'approve' ? undefined : draft?.decision === decision,
      }))}
      buttons={buttons}
      onChoose={(decision) => (decision === 'approve' ? onApprove() : choose(decision))}
    >
      {draft?.note.trim() && whyNot(draft.decision) !== null ? (
        <>
          <p className="mt-3 text-12 text-muted">What you had written</p>
          <Written text={draft.note} className="text-13" />
        </>
      ) : null}
      {draft && whyNot(draft.decision) === null ? (
        <DecisionForm
          ref={form}
          verb={decisionWords[draft.decision].verb}
          tone={draft.decision === 'reject' ? 'negative' : 'primary'}
          onClose={close}
          onSubmit={(sent) => {
            if (bodyOf(draft) !== null) return onSend(draft);
            check();
            sent.querySelector<HTMLElement>('input[type=radio]')?.focus();
          }}
        >
          {draft.decision === 'reject' ? (
            <RuleChoice
              value={draft.ruleId}
              problem={isChecked && draft.ruleId === null ? missingRuleText : null}
              onChange={(ruleId) => onDraft({ ...draft, ruleId })}
              className="max-h-80 overflow-y-auto"
            />
          ) : null}
          <TextAreaField
            label={draft.decision === 'reject' ? 'Note to the author (optional)' : 'Note to the admins (optional)'}
            value={draft.note}
            maxLength={4000}
            onChange={(event) => onDraft({ ...draft, note: event.target.value })}
          />
          {draft.decision === 'reject' ? <LetterOf item={item} draft={draft} /> : null}
        </DecisionForm>
      ) : null}
    </DecisionFrame>
  );
}

/** What the author will read, while it is written. */
function LetterOf({ item: { app }, draft }: { item: Props['item']; draft: Draft }) {
  const rule = draft.ruleId && ruleOf(draft.ruleId);
  if (!rule) return null;
  return (
    <Letter reader="author" when=", ten seconds from then">
      <p className="font-semibold">
        Your review of <bdi>{app.name}</bdi> was not published
      </p>
      <p className="mt-1.5">
        {rule.title}: {rule.text}
      </p>
      {draft.note.trim() ? <Written text={draft.note.trim()} className="mt-1.5" /> : null}
      <p className="mt-1.5 text-muted">
        This was decided by a moderator. You can edit it, or appeal once within {appealDays} days.
      </p>
    </Letter>
  );
}
