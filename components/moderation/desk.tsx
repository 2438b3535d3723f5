'use client';

import { useRef, useState } from 'react';
import type { SubmissionCase } from '@/lib/moderation/schema';
import { CasePane } from './case-pane';
import { DecidedSummary } from './decided-summary';
import { type DecisionHandle, DecisionPanel } from './decision-panel';
import { deskHref, desks } from './desk-address';
import { DeskFrame, InsteadOfCase } from './desk-frame';
import { useDeskKeys } from './desk-keys';
import { EvidencePane } from './evidence-pane';
import { type DeskCommand, deskKeys } from './keys';
import { QueuePane } from './queue-pane';
import { QueueRow } from './queue-row';
import { SuspensionDialog } from './suspension-dialog';
import { type InitialSubmissions, useDesk } from './use-desk';
import { useDeskPanes } from './use-panes';

const tabs = [
  { state: 'open', label: 'Waiting' },
  { state: 'decided', label: 'Decided' },
] as const;

const empty = {
  open: { title: 'Nothing waits', text: 'Versions come here as soon as a developer hands them in.' },
  decided: { title: 'Nothing was decided yet', text: 'What was approved or rejected stands here, the latest first.' },
};

const rowPx = 84;

type Props = { initial: InitialSubmissions; initialCase: SubmissionCase | null; isAdmin: boolean };

/** Where versions are reviewed. */
export function Desk({ initial, initialCase, isAdmin }: Props) {
  const panes = useDeskPanes();
  const decision = useRef<DecisionHandle>(null);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [isSuspending, setIsSuspending] = useState(false);
  const desk = useDesk({ initial, initialCase, onMoved: panes.showQueue });
  const { state, id, item, queue, standing, blocked } = desk;

  const open = (to: string) => {
    panes.showCase();
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
      panes.showEvidence();
      decision.current?.choose(command);
    }
  };
  useDeskKeys(deskKeys, run);

  return (
    <>
      <DeskFrame
        title="Submissions"
        noun="submission"
        keys={deskKeys}
        isHelpOpen={isHelpOpen}
        onHelp={setIsHelpOpen}
        said={desk.said}
        onOpen={open}
        panes={panes}
        id={id}
        shownId={item?.id}
        queue={
          <QueuePane
            ref={panes.list}
            queue={queue}
            tabs={tabs}
            state={state}
            chosenId={id}
            rowPx={rowPx}
            empty={empty[state]}
            renderRow={(row) => (
              <QueueRow
                item={row}
                href={deskHref(desks.submissions, state, row.id)}
                isChosen={row.id === id}
                now={desk.now}
                onOpen={open}
              />
            )}
            hrefOf={(to) => deskHref(desks.submissions, to, null)}
            onState={(to) => desk.go({ state: to, id: null }, 'open')}
          />
        }
      >
        {item && standing ? (
          <CasePane
            key={item.id}
            item={item}
            standing={standing}
            claim={desk.claim}
            now={desk.now}
            headingRef={panes.heading}
          />
        ) : (
          <InsteadOfCase
            noun="submission"
            text="Open one from the queue, or press J to begin with the oldest."
            id={id}
            opened={desk.opened}
          />
        )}
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
      </DeskFrame>
      <SuspensionDialog
        organization={isSuspending && item ? item.organization : null}
        onClose={() => setIsSuspending(false)}
        onDone={async (text) => {
          desk.setSaid({ tone: 'good', text });
          await desk.opened.readAllAgain();
        }}
      />
    </>
  );
}
