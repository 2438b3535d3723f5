'use client';

import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { ReviewCase } from '@/lib/moderation/reviews/schema';
import { appealDays } from '@/lib/reviews/rules';
import { Key } from '../claim-bar';
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
  const form = useRef<HTMLFormElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const [isChecked, setIsChecked] = useState(false);
  const reasons = [...new Set(choices.flatMap(({ decision }) => whyNot(decision) ?? []))];

  const choose = (decision: Draft['decision']) => {
    flushSync(() => {
      setIsChecked(false);
      onDraft(draft ? { ...draft, decision } : emptyDraft(decision));
    });
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
    const first = decision === 'reject' ? (find('input:checked') ?? find('input')) : find('button[type=submit]');
    first?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  };
  useImperativeHandle(ref, () => ({ choose }));

  const close = () => {
    const from = draft?.decision;
    flushSync(() => onDraft(null));
    buttons.current?.querySelector<HTMLElement>(`[data-decision="${from}"]`)?.focus();
  };

  return (
    <section aria-labelledby="decision-title" className="rounded-card bg-sunken p-4">
      <h3 id="decision-title" className="text-17 font-semibold">
        Decision
      </h3>
      {isWaiting(item) ? null : (
        <p className="mt-1 text-13 text-muted">
          It is {stateNames[item.status].label.toLowerCase()}.{' '}
          {whyNot('reject') === null ? 'Others see it; it can still be rejected.' : whoStands(item)}
        </p>
      )}
      {reasons.length === 1 && isWaiting(item) ? <p className="mt-1 text-13 text-muted">{reasons[0]}</p> : null}
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
            disabled={whyNot(decision) !== null}
            title={whyNot(decision) ?? undefined}
            aria-pressed={decision === 'approve' ? undefined : draft?.decision === decision}
            aria-keyshortcuts={key.toLowerCase()}
            className="aria-pressed:ring-2 aria-pressed:ring-accent aria-pressed:ring-offset-2 aria-pressed:ring-offset-sunken"
            onClick={() => (decision === 'approve' ? onApprove() : choose(decision))}
          >
            {decisionWords[decision].verb} <Key>{key}</Key>
          </Button>
        ))}
      </div>
      {draft?.note.trim() && whyNot(draft.decision) !== null ? (
        <>
          <p className="mt-3 text-12 text-muted">What you had written</p>
          <Written text={draft.note} className="text-13" />
        </>
      ) : null}
      {draft && whyNot(draft.decision) === null ? (
        <form
          ref={form}
          noValidate
          aria-label={decisionWords[draft.decision].verb}
          className="mt-4 grid grid-cols-1 gap-4"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            close();
          }}
          onSubmit={(event) => {
            event.preventDefault();
            if (bodyOf(draft) !== null) return onSend(draft);
            setIsChecked(true);
            event.currentTarget.querySelector<HTMLElement>('input[type=radio]')?.focus();
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
          {draft.decision === 'reject' ? <Letter item={item} draft={draft} /> : null}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" tone={draft.decision === 'reject' ? 'negative' : 'primary'}>
              {decisionWords[draft.decision].verb}
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

/** What the author will read, while it is written. */
function Letter({ item: { app }, draft }: { item: Props['item']; draft: Draft }) {
  const rule = draft.ruleId && ruleOf(draft.ruleId);
  if (!rule) return null;
  return (
    <section
      aria-label="What the author will read"
      className="rounded-control border border-line bg-surface p-3.5 text-13"
    >
      <p className="mb-2 text-12 text-muted">What the author will read, ten seconds from then</p>
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
    </section>
  );
}
