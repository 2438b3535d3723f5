'use client';

import { useEffect, useRef, useState } from 'react';
import type {
  DeskEvent,
  ReviewCase,
  ReviewDecisionBody,
  ReviewDecisionsBody,
  ReviewQueueItem,
} from '@/lib/moderation/reviews/schema';
import { desks, useDeskAddress } from '../desk-address';
import type { Said } from '../desk-frame';
import { useClaim } from '../use-claim';
import { useDrafts } from '../use-drafts';
import { useNow } from '../use-now';
import { useOpenCase } from '../use-open-case';
import { type InitialQueue, useQueue, withMarks } from '../use-queue';
import { bodyOf, type Draft, isWritten } from './draft';
import { afterEvent, changesOf, isWorse, type QueueState } from './live';
import { isWaiting, reviewStanding, whyNot } from './standing';
import { useDecisions } from './use-decisions';
import { useDeskEvents } from './use-events';
import { type ReviewDecision, reviewsPath } from './words';

export type InitialReviews = InitialQueue<ReviewQueueItem, QueueState>;
export type Me = { id: string; isAdmin: boolean };

type Options = {
  initial: InitialReviews;
  initialCase: ReviewCase | null;
  me: Me;
  /** By a step, by a decision, or because one was taken back. */
  onMoved: (id: string | null, why: 'step' | 'decided' | 'undone') => void;
};

/** Whoever presses twice means the case that they saw, not the one that has just come in its place. */
const glanceMs = 400;

const nothing: ReadonlySet<string> = new Set();
const states = { admin: ['escalated', 'decided'], moderator: ['decided'] } as const;

/** The row says what the case says. */
const merge = (row: ReviewQueueItem, read: ReviewQueueItem): ReviewQueueItem => ({
  ...row,
  claim: read.claim,
  status: read.status,
  decision: read.decision,
  reportCount: read.reportCount,
});

/** The queue, the case that is open, decisions ahead of the answer, and what others do meanwhile. */
export function useReviewDesk({ initial, initialCase, me, onMoved }: Options) {
  const { state, id, latestId, go } = useDeskAddress<'escalated' | 'decided'>(
    desks.reviews,
    me.isAdmin ? states.admin : states.moderator,
  );
  const now = useNow(initial.now);
  const [said, setSaid] = useState<Said | null>(null);
  const [fresh, setFresh] = useState(nothing);
  const drafts = useDrafts(isWritten);
  const isTold = useDeskEvents({ onEvent: (event) => follow(event), onMissed: () => catchUp() });
  const queue = useQueue<ReviewQueueItem, QueueState>({
    path: reviewsPath,
    state,
    initial,
    merge,
    isLive: isTold && state === 'open',
  });
  const nextId = id === null ? null : queue.neighbourOf(id, 1);
  const opened = useOpenCase({ path: reviewsPath, id, nextId, initial: initialCase, now: initial.now });
  const { item } = opened;

  const { patch } = queue;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was read anew matters
  useEffect(() => {
    if (item) patch(item);
  }, [item]);

  const cameAt = useRef(Number.NEGATIVE_INFINITY);
  const hasJustCome = () => performance.now() - cameAt.current < glanceMs;
  const move = (to: string | null, why: 'step' | 'decided' | 'undone') => {
    cameAt.current = why === 'decided' ? performance.now() : Number.NEGATIVE_INFINITY;
    go({ id: to }, 'step');
    onMoved(to, why);
  };

  const claim = useClaim({
    path: reviewsPath,
    id: item?.id,
    isMine: item?.claim?.isMine === true && isWaiting(item),
    onChanged: opened.readAgain,
    onSaid: (text) => setSaid({ tone: 'good', text }),
  });

  const decisions = useDecisions({
    setIsGone: queue.setIsGone,
    setSaid,
    onRefused: (of, sentence) => {
      drafts.setRefusal(of, sentence);
      void opened.readAgain(of);
    },
    onDecided: (of) => {
      drafts.setDraft(of, null);
      return opened.readAgain(of);
    },
    onUndone: (ids, row, draft) => {
      const [first = null] = ids;
      const list = row?.status === 'escalated' ? 'escalated' : 'open';
      if (row && state === list) queue.insert(row, isWorse);
      else void queue.readAgain();
      if (first !== null && draft) drafts.setDraft(first, draft);
      for (const one of ids) void opened.readAgain(one);
      if (first !== null) move(first, 'undone');
    },
  });

  function follow(event: DeskEvent) {
    const inSight = new Set(queue.items.map((row) => row.id));
    const changes = changesOf(event, state, { isKnown: queue.has, isInSight: (of) => inSight.has(of) });
    queue.update((row) => afterEvent(row, event, { meId: me.id, now: Date.now() }));
    queue.setIsGone(changes.gone, true);
    queue.setIsGone(changes.back, false);
    setFresh((before) => withMarks(withMarks(before, changes.gone, false), changes.fresh, true));
    const open = latestId();
    if (open === null || !event.ids.includes(open)) return;
    void opened.readAgain(open);
    if (event.kind === 'decided' && event.by && event.by.id !== me.id) {
      setSaid({ tone: 'info', text: `${event.by.name} has just decided the one that is open here.` });
    }
  }

  function catchUp() {
    void queue.readAgain();
    const open = latestId();
    if (open !== null) void opened.readAgain(open);
  }

  const standing = item ? reviewStanding(item, now, me.isAdmin) : null;
  const whyNotHere = (decision: ReviewDecision) =>
    item && standing ? whyNot(decision, item, standing) : 'Open a review first.';

  const decide = (body: ReviewDecisionBody, draft: Draft | null) => {
    if (!item || !standing || whyNotHere(body.decision) !== null) return;
    if (hasJustCome()) return;
    const to = queue.nextWithout(item.id, [item.id]);
    const mustClaim = isWaiting(item) && standing.kind !== 'mine';
    if (!decisions.decide({ item, body, draft, mustClaim })) return;
    drafts.setRefusal(item.id, null);
    setSaid(null);
    // What was decided before stays where it is listed.
    if (state !== 'decided') move(to, 'decided');
  };

  return {
    state,
    id,
    go,
    now,
    queue,
    item,
    opened,
    standing,
    whyNot: whyNotHere,
    hasJustCome,
    claim,
    said,
    setSaid,
    freshCount: fresh.size,
    showFresh: () => {
      setFresh(nothing);
      void queue.refresh();
    },
    openList: (to: QueueState) => {
      setFresh(nothing);
      go({ state: to, id: null }, 'open');
    },
    draft: drafts.draftOf(id),
    setDraft: (draft: Draft | null) => id !== null && drafts.setDraft(id, draft),
    refusal: drafts.refusalOf(id),
    undoable: decisions.undoable,
    isUndoing: decisions.isUndoing,
    undo: () => {
      if (!decisions.undo()) setSaid({ tone: 'info', text: 'There is nothing to take back any more.' });
    },
    step: (by: 1 | -1) => {
      const to = queue.neighbourOf(latestId(), by);
      if (to !== null) move(to, 'step');
    },
    approve: () => decide({ decision: 'approve', note: '' }, null),
    sendDraft: (draft: Draft) => {
      const body = bodyOf(draft);
      if (body) decide(body, draft);
    },
    decideMany: (body: ReviewDecisionsBody) => {
      const from = latestId();
      const to = from !== null && body.ids.includes(from) ? queue.nextWithout(from, body.ids) : from;
      if (!decisions.decideMany(body)) return;
      setSaid(null);
      if (to !== from) move(to, 'decided');
    },
  };
}
