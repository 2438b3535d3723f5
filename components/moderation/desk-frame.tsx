'use client';

import { FileSearch } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { KeysHelp } from './desk-keys';
import type { DeskKey } from './keys';
import { isWide, type PaneName, type Panes } from './use-panes';
import { refusalWords } from './words';

/** What happened last: said aloud and shown above the panes. `about` is a case that needs another look. */
export type Said = { tone: 'good' | 'bad' | 'info'; text: string; about?: string };

const names: { pane: PaneName; label: string }[] = [
  { pane: 'queue', label: 'Queue' },
  { pane: 'case', label: 'Case' },
  { pane: 'evidence', label: 'Decide' },
];

type Props = {
  title: string;
  /** What a case is about: "submission". */
  noun: string;
  keys: readonly DeskKey<string>[];
  isHelpOpen: boolean;
  onHelp: (isOpen: boolean) => void;
  said: Said | null;
  onOpen: (id: string) => void;
  panes: Panes;
  /** The case that the address names. */
  id: string | null;
  /** The case that is drawn. */
  shownId: string | undefined;
  queue: ReactNode;
  /** The case, and what helps to decide it. */
  children: [ReactNode, ReactNode];
};

/** Where cases are decided: the queue, the case and its evidence side by side, or one at a time on phones. */
export function DeskFrame(props: Props) {
  const { title, noun, keys, isHelpOpen, onHelp, said, panes, id, shownId, queue, children } = props;
  const shown = id === null ? 'queue' : panes.pane;

  // Where one pane hides the others, the focus goes along with what was opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another case is drawn
  useEffect(() => {
    if (shownId === undefined || !panes.wantsHeading.current) return;
    panes.wantsHeading.current = false;
    if (!isWide()) panes.heading.current?.focus();
  }, [shownId]);

  return (
    <div data-desk="" className="flex flex-col lg:h-[calc(100dvh-9rem)] lg:min-h-[34rem]">
      <div className="flex items-center justify-between gap-4 pb-3">
        <h1 className="serif text-26">{title}</h1>
        <KeysHelp keys={keys} isOpen={isHelpOpen} onOpen={() => onHelp(true)} onClose={() => onHelp(false)} />
      </div>
      <div aria-live="polite" className="empty:hidden">
        {said ? (
          <Notice tone={said.tone} className="mb-3">
            {said.text}{' '}
            {said.about && said.about !== id ? (
              <button
                type="button"
                className="min-h-6 font-medium underline"
                onClick={() => props.onOpen(said.about ?? '')}
              >
                Open it
              </button>
            ) : null}
          </Notice>
        ) : null}
      </div>
      <PaneSwitch shown={shown} noun={noun} hasCase={id !== null} onShow={panes.show} />
      <div className="grid min-h-0 flex-1 grid-cols-1 lg:grid-cols-[19rem_minmax(0,1fr)] lg:gap-x-6 xl:grid-cols-[20rem_minmax(0,1fr)_23rem]">
        <section
          aria-label="Queue"
          className={cx(
            'flex h-[calc(100dvh-15rem)] min-h-80 flex-col lg:h-auto lg:min-h-0 lg:border-e lg:border-line lg:pe-4',
            shown !== 'queue' && 'max-lg:hidden',
          )}
        >
          {queue}
        </section>
        <div className="relative min-h-0 lg:overflow-y-auto lg:overscroll-contain xl:contents">
          <Pane label="Case" isShown={shown === 'case'}>
            {children[0]}
          </Pane>
          <Pane label="Evidence and decision" isShown={shown === 'evidence'}>
            {children[1]}
          </Pane>
        </div>
      </div>
    </div>
  );
}

function Pane({ label, isShown, children }: { label: string; isShown: boolean; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      className={cx(
        // What is for readers only is placed absolutely, and would make the page as long as the pane's content.
        'relative min-w-0 pb-10 focus-visible:-outline-offset-2 xl:min-h-0 xl:overflow-y-auto xl:overscroll-contain xl:px-1',
        !isShown && 'max-lg:hidden',
      )}
    >
      {children}
    </section>
  );
}

type SwitchProps = { shown: PaneName; noun: string; hasCase: boolean; onShow: (pane: PaneName) => void };

/** On phones: which of the three panes is in sight. */
function PaneSwitch({ shown, noun, hasCase, onShow }: SwitchProps) {
  return (
    <fieldset className="mb-4 grid grid-cols-3 gap-1 rounded-control bg-sunken p-1 lg:hidden">
      <legend className="sr-only">What to show</legend>
      {names.map(({ pane, label }) => (
        <button
          key={pane}
          type="button"
          aria-pressed={shown === pane}
          disabled={pane !== 'queue' && !hasCase}
          title={pane !== 'queue' && !hasCase ? `Open a ${noun} first` : undefined}
          onClick={() => onShow(pane)}
          className="h-10 rounded-control text-13 font-medium text-muted disabled:opacity-50 aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-[0_1px_2px_var(--hairline)]"
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}

type InsteadProps = {
  noun: string;
  /** What to do first, where nothing is chosen. */
  text: string;
  id: string | null;
  opened: { isReading: boolean; error: unknown; retry: () => void };
};

/** In the place of a case: nothing chosen, still reading, or it could not be read. */
export function InsteadOfCase({ noun, text, id, opened }: InsteadProps) {
  if (opened.isReading) {
    return (
      <div role="status" aria-label="Reading the case" className="grid gap-4">
        <div className="skeleton h-16" />
        <div className="skeleton h-11" />
        <div className="skeleton h-64" />
      </div>
    );
  }
  if (id !== null && opened.error) {
    return (
      <Notice tone="bad" title="This case cannot be shown">
        <p className="mb-2">{refusalWords(opened.error)}</p>
        <Button tone="soft" onClick={opened.retry}>
          Try again
        </Button>
      </Notice>
    );
  }
  return (
    <EmptyState icon={FileSearch} title={`Choose a ${noun}`}>
      {text}
    </EmptyState>
  );
}
