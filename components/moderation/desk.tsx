'use client';

import { FileSearch } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import type { SubmissionCase } from '@/lib/moderation/schema';
import { CasePane } from './case-pane';
import { DecidedSummary } from './decided-summary';
import { type DecisionHandle, DecisionPanel } from './decision-panel';
import { deskHref } from './desk-address';
import { KeysHelp, useDeskKeys } from './desk-keys';
import { EvidencePane } from './evidence-pane';
import type { DeskCommand } from './keys';
import { QueuePane, type QueueHandle } from './queue-pane';
import { SuspensionDialog } from './suspension-dialog';
import { useDesk } from './use-desk';
import type { InitialQueue } from './use-queue';
import { refusalWords } from './words';

type PaneName = 'queue' | 'case' | 'evidence';

const panes: { pane: PaneName; label: string }[] = [
  { pane: 'queue', label: 'Queue' },
  { pane: 'case', label: 'Case' },
  { pane: 'evidence', label: 'Decide' },
];

type Props = { initial: InitialQueue; initialCase: SubmissionCase | null; isAdmin: boolean };

/** Where versions are reviewed: the queue, the case and its evidence side by side, or one at a time on phones. */
export function Desk({ initial, initialCase, isAdmin }: Props) {
  const list = useRef<QueueHandle>(null);
  const decision = useRef<DecisionHandle>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [pane, setPane] = useState<PaneName>('case');
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [isSuspending, setIsSuspending] = useState(false);
  const wantsHeading = useRef(false);

  const desk = useDesk({
    initial,
    initialCase,
    onMoved: (id) => {
      flushSync(() => setPane('queue'));
      if (id === null) list.current?.focusList();
      else list.current?.focusRow(id);
    },
  });
  const { state, id, item, queue, standing, blocked, said } = desk;
  const shown = id === null ? 'queue' : pane;

  // Where one pane hides the others, the focus goes along with what was opened.
  useEffect(() => {
    if (!item || !wantsHeading.current) return;
    wantsHeading.current = false;
    if (!matchMedia('(min-width: 64rem)').matches) heading.current?.focus();
  }, [item]);

  const open = (to: string) => {
    wantsHeading.current = true;
    setPane('case');
    if (to !== id) desk.go({ id: to }, 'open');
  };

  const run = (command: DeskCommand) => {
    if (command === 'help') return setIsHelpOpen(true);
    if (command === 'next') return desk.step(1);
    if (command === 'previous') return desk.step(-1);
    if (!item) return;
    if (command === 'claim') {
      if (standing?.kind === 'free') desk.claim.take();
      else if (standing?.kind !== 'mine') desk.setSaid({ tone: 'bad', text: blocked ?? '' });
    } else if (blocked !== null) desk.setSaid({ tone: 'bad', text: blocked });
    else {
      flushSync(() => setPane('evidence'));
      decision.current?.choose(command);
    }
  };
  useDeskKeys(run);

  return (
    <div data-desk="" className="flex flex-col lg:h-[calc(100dvh-9rem)] lg:min-h-[34rem]">
      <div className="flex items-center justify-between gap-4 pb-3">
        <h1 className="serif text-26">Submissions</h1>
        <KeysHelp isOpen={isHelpOpen} onOpen={() => setIsHelpOpen(true)} onClose={() => setIsHelpOpen(false)} />
      </div>
      <div aria-live="polite" className="empty:hidden">
        {said ? (
          <Notice tone={said.tone} className="mb-3">
            {said.text}{' '}
            {said.about && said.about !== id ? (
              <button type="button" className="min-h-6 font-medium underline" onClick={() => open(said.about ?? '')}>
                Open it
              </button>
            ) : null}
          </Notice>
        ) : null}
      </div>
      <PaneSwitch shown={shown} hasCase={id !== null} onShow={setPane} />
      <div className="grid min-h-0 flex-1 grid-cols-1 lg:grid-cols-[19rem_minmax(0,1fr)] lg:gap-x-6 xl:grid-cols-[20rem_minmax(0,1fr)_23rem]">
        <section
          aria-label="Queue"
          className={cx(
            'flex h-[calc(100dvh-15rem)] min-h-80 flex-col lg:h-auto lg:min-h-0 lg:border-e lg:border-line lg:pe-4',
            shown !== 'queue' && 'max-lg:hidden',
          )}
        >
          <QueuePane
            ref={list}
            items={queue.items}
            state={state}
            chosenId={id}
            now={desk.now}
            hasMore={queue.hasMore}
            isLoading={queue.isLoading}
            isLoadingMore={queue.isLoadingMore}
            error={queue.error}
            hrefOf={deskHref}
            onOpen={open}
            onState={(to) => desk.go({ state: to, id: null }, 'open')}
            onMore={queue.loadMore}
            onRefresh={queue.refresh}
          />
        </section>
        <div className="min-h-0 lg:overflow-y-auto lg:overscroll-contain xl:contents">
          <Pane label="Case" isShown={shown === 'case'}>
            {item && standing ? (
              <CasePane
                key={item.id}
                item={item}
                standing={standing}
                claim={desk.claim}
                now={desk.now}
                headingRef={heading}
              />
            ) : (
              <Instead desk={desk} />
            )}
          </Pane>
          <Pane label="Evidence and decision" isShown={shown === 'evidence'}>
            {item ? (
              <>
                {item.outcome === null ? (
                  <DecisionPanel
                    key={item.id}
                    ref={decision}
                    item={item}
                    blocked={blocked}
                    draft={desk.draft}
                    onDraft={desk.setDraft}
                    refusal={desk.refusal}
                    onDecide={desk.decide}
                  />
                ) : (
                  <DecidedSummary item={item} />
                )}
                <EvidencePane item={item} onSuspend={isAdmin ? () => setIsSuspending(true) : null} />
              </>
            ) : null}
          </Pane>
        </div>
      </div>
      <SuspensionDialog
        organization={isSuspending && item ? item.organization : null}
        onClose={() => setIsSuspending(false)}
        onDone={async (text) => {
          desk.setSaid({ tone: 'good', text });
          await desk.readCasesAgain();
        }}
      />
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
        'min-w-0 pb-10 focus-visible:-outline-offset-2 xl:min-h-0 xl:overflow-y-auto xl:overscroll-contain xl:px-1',
        !isShown && 'max-lg:hidden',
      )}
    >
      {children}
    </section>
  );
}

type SwitchProps = { shown: PaneName; hasCase: boolean; onShow: (pane: PaneName) => void };

/** On phones: which of the three panes is in sight. */
function PaneSwitch({ shown, hasCase, onShow }: SwitchProps) {
  return (
    <fieldset className="mb-4 grid grid-cols-3 gap-1 rounded-control bg-sunken p-1 lg:hidden">
      <legend className="sr-only">What to show</legend>
      {panes.map(({ pane, label }) => (
        <button
          key={pane}
          type="button"
          aria-pressed={shown === pane}
          disabled={pane !== 'queue' && !hasCase}
          title={pane !== 'queue' && !hasCase ? 'Open a submission first' : undefined}
          onClick={() => onShow(pane)}
          className="h-10 rounded-control text-13 font-medium text-muted disabled:opacity-50 aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-[0_1px_2px_var(--hairline)]"
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}

/** In the place of a case: nothing chosen, still reading, or it could not be read. */
function Instead({ desk }: { desk: ReturnType<typeof useDesk> }) {
  if (desk.isReading) {
    return (
      <div role="status" aria-label="Reading the case" className="grid gap-4">
        <div className="skeleton h-16" />
        <div className="skeleton h-11" />
        <div className="skeleton h-64" />
      </div>
    );
  }
  if (desk.id !== null && desk.readError) {
    return (
      <Notice tone="bad" title="This case cannot be shown">
        <p className="mb-2">{refusalWords(desk.readError)}</p>
        <Button tone="soft" onClick={desk.readAgain}>
          Try again
        </Button>
      </Notice>
    );
  }
  return (
    <EmptyState icon={FileSearch} title="Choose a submission">
      Open one from the queue, or press J to begin with the oldest.
    </EmptyState>
  );
}
