'use client';

import { type ReactNode, type Ref, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Key } from './claim-bar';

type FormOptions<T extends { decision: string }> = { draft: T | null; onDraft: (draft: T | null) => void };

/** The form of a decision: opened with the focus where it goes on, and closed with the focus back on its button. */
export function useDecisionForm<T extends { decision: string }>({ draft, onDraft }: FormOptions<T>) {
  const form = useRef<HTMLFormElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const [isChecked, setIsChecked] = useState(false);
  return {
    form,
    buttons,
    /** Whether it was sent, and what is wrong shows. */
    isChecked,
    check: () => flushSync(() => setIsChecked(true)),
    open: (begun: T, firstOf: (form: HTMLFormElement) => HTMLElement | null) => {
      flushSync(() => {
        setIsChecked(false);
        onDraft(begun);
      });
      if (!form.current) return;
      firstOf(form.current)?.focus();
      form.current.scrollIntoView({ block: 'nearest' });
    },
    close: () => {
      const from = draft?.decision;
      flushSync(() => onDraft(null));
      buttons.current?.querySelector<HTMLElement>(`[data-decision="${from}"]`)?.focus();
    },
  };
}

export type Choice<D extends string> = {
  decision: D;
  key: string;
  verb: string;
  /** Why that cannot be decided here and now. */
  whyNot: string | null;
  /** Whether its form is open; of those without one undefined. */
  isChosen: boolean | undefined;
};

type FrameProps<D extends string> = {
  /** How it stands. */
  standing: ReactNode;
  /** What the store said to the last try. */
  refusal: string | null;
  choices: Choice<D>[];
  buttons: Ref<HTMLDivElement>;
  onChoose: (decision: D) => void;
  children: ReactNode;
};

/** The ways to decide, above the form of the one that was chosen. */
export function DecisionFrame<D extends string>(props: FrameProps<D>) {
  const { standing, refusal, choices, buttons, onChoose, children } = props;
  return (
    <section aria-labelledby="decision-title" className="rounded-card bg-sunken p-4">
      <h3 id="decision-title" className="text-17 font-semibold">
        Decision
      </h3>
      {standing}
      {refusal ? (
        <Notice tone="bad" className="mt-3">
          {refusal}
        </Notice>
      ) : null}
      <div ref={buttons} className="mt-3 grid grid-cols-1 gap-2 sm:max-xl:grid-cols-3">
        {choices.map(({ decision, key, verb, whyNot, isChosen }) => (
          <Button
            key={decision}
            data-decision={decision}
            tone={decision === 'approve' ? 'primary' : 'outline'}
            disabled={whyNot !== null}
            title={whyNot ?? undefined}
            aria-pressed={isChosen}
            aria-keyshortcuts={key.toLowerCase()}
            className="aria-pressed:ring-2 aria-pressed:ring-accent aria-pressed:ring-offset-2 aria-pressed:ring-offset-sunken"
            onClick={() => onChoose(decision)}
          >
            {verb} <Key>{key}</Key>
          </Button>
        ))}
      </div>
      {children}
    </section>
  );
}

type DecisionFormProps = {
  ref: Ref<HTMLFormElement>;
  verb: string;
  tone: 'primary' | 'negative';
  onClose: () => void;
  onSubmit: (form: HTMLFormElement) => void;
  children: ReactNode;
};

/** What a decision asks for; Escape closes it. */
export function DecisionForm({ ref, verb, tone, onClose, onSubmit, children }: DecisionFormProps) {
  return (
    <form
      ref={ref}
      noValidate
      aria-label={verb}
      className="mt-4 grid grid-cols-1 gap-4 border-t border-line pt-4"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(event.currentTarget);
      }}
    >
      {children}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone={tone}>
          {verb}
        </Button>
        <Button tone="plain" onClick={onClose}>
          Not yet
        </Button>
      </div>
    </form>
  );
}

/** What somebody will read, while it is written. */
export function Letter({ reader, when = '', children }: { reader: string; when?: string; children: ReactNode }) {
  const label = `What the ${reader} will read`;
  return (
    <section aria-label={label} className="rounded-control border border-line bg-surface p-3.5 text-13">
      <p className="mb-2 text-12 text-muted">
        {label}
        {when}
      </p>
      {children}
    </section>
  );
}
