'use client';

import { useRef, useState } from 'react';
import type { ReviewCase } from '@/lib/moderation/reviews/schema';
import { deskHref, desks } from '../desk-address';
import { DeskFrame, InsteadOfCase } from '../desk-frame';
import { useDeskKeys } from '../desk-keys';
import { QueuePane } from '../queue-pane';
import { isWide, useDeskPanes } from '../use-panes';
import type { BulkChoice } from './bulk';
import { BulkDialog } from './bulk-dialog';
import { type DecideHandle, DecidePanel } from './decide-panel';
import { type ReviewCommand, reviewKeys } from './keys';
import { ReviewCasePane } from './review-case-pane';
import { ReviewEvidence } from './review-evidence';
import { ReviewRow } from './review-row';
import { UndoToast } from './undo-toast';
import { type InitialReviews, type Me, useReviewDesk } from './use-review-desk';

const waiting = { state: 'open', label: 'Waiting' } as const;
const decided = { state: 'decided', label: 'Decided' } as const;
const escalated = { state: 'escalated', label: 'Escalated' } as const;
const tabs = { admin: [waiting, escalated, decided], moderator: [waiting, decided] };

const empty = {
  open: { title: 'Nothing waits', text: 'Reviews that look suspicious or were reported come here, the worst first.' },
  escalated: { title: 'Nothing was handed on', text: 'What moderators do not want to decide alone comes here.' },
  decided: { title: 'Nothing was decided yet', text: 'What people decided stands here, the latest first.' },
};

const rowPx = 108;

type Props = { initial: InitialReviews; initialCase: ReviewCase | null; me: Me };

/** Where flagged reviews are decided. */
export function ReviewDesk({ initial, initialCase, me }: Props) {
  const panes = useDeskPanes();
  const decide = useRef<DecideHandle>(null);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [bulk, setBulk] = useState<BulkChoice | null>(null);
  const desk = useReviewDesk({
    initial,
    initialCase,
    me,
    // The row keeps the focus where rows and cases stand side by side; a phone goes on with the next case.
    onMoved: (to, why) => (why === 'step' || to === null || isWide() ? panes.showQueue(to) : panes.showCase()),
  });
  const { state, id, item, queue, standing } = desk;

  const open = (to: string) => {
    panes.showCase();
    if (to !== id) desk.go({ id: to }, 'open');
  };

  const refuse = (text: string | null) => {
    if (text !== null) desk.setSaid({ tone: 'bad', text });
    return text !== null;
  };

  const run = (command: ReviewCommand) => {
    if (command === 'help') return setIsHelpOpen(true);
    if (command === 'next') return desk.step(1);
    if (command === 'previous') return desk.step(-1);
    if (command === 'undo') return desk.undo();
    if (command === 'claim') {
      if (standing?.kind === 'free') desk.claim.take();
      else if (standing?.kind !== 'mine') refuse(desk.whyNot('approve'));
      return;
    }
    if (desk.hasJustCome() || refuse(desk.whyNot(command))) return;
    if (command === 'approve') return desk.approve();
    panes.showEvidence();
    decide.current?.choose(command);
  };
  useDeskKeys(reviewKeys, run);

  return (
    <>
      <DeskFrame
        title="Reviews"
        noun="review"
        keys={reviewKeys}
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
            tabs={me.isAdmin ? tabs.admin : tabs.moderator}
            state={state}
            chosenId={id}
            rowPx={rowPx}
            empty={empty[state]}
            news={<News count={desk.freshCount} onShow={desk.showFresh} />}
            renderRow={(row) => (
              <ReviewRow
                item={row}
                href={deskHref(desks.reviews, state, row.id)}
                isChosen={row.id === id}
                now={desk.now}
                onOpen={open}
              />
            )}
            hrefOf={(to) => deskHref(desks.reviews, to, null)}
            onState={desk.openList}
          />
        }
      >
        {item && standing ? (
          <ReviewCasePane
            key={item.id}
            item={item}
            standing={standing}
            claim={desk.claim}
            now={desk.now}
            headingRef={panes.heading}
            onOpen={open}
            onBulk={setBulk}
          />
        ) : (
          <InsteadOfCase
            noun="review"
            text="Open one from the queue, or press J to begin with the worst."
            id={id}
            opened={desk.opened}
          />
        )}
        {item ? (
          <>
            <DecidePanel
              key={item.id}
              ref={decide}
              item={item}
              whyNot={desk.whyNot}
              draft={desk.draft}
              onDraft={desk.setDraft}
              refusal={desk.refusal}
              onApprove={desk.approve}
              onSend={desk.sendDraft}
            />
            <ReviewEvidence item={item} now={desk.now} onOpen={open} />
          </>
        ) : null}
      </DeskFrame>
      <BulkDialog
        asked={bulk}
        item={item}
        read={queue.items}
        onClose={() => setBulk(null)}
        onDecide={desk.decideMany}
      />
      <UndoToast undoable={desk.undoable} isUndoing={desk.isUndoing} onUndo={desk.undo} />
    </>
  );
}

/** What has come since the list was read; it moves no row before somebody asks for it. */
export function News({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div role="status" className="empty:hidden">
      {count > 0 ? (
        <button
          type="button"
          onClick={onShow}
          className="mb-2 h-9 w-full rounded-pill bg-accent-soft text-13 font-medium text-accent-text hover:bg-accent-soft-hover pointer-coarse:h-11"
        >
          {count} new
          <span className="sr-only">: show them</span>
        </button>
      ) : null}
    </div>
  );
}
