'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchJson } from '@/lib/http/fetch-json';
import type { QueueItem, SubmissionCase } from '@/lib/moderation/schema';
import { bodyOf, type Draft, decisionNames, isWritten } from './decision';
import { desks, useDeskAddress } from './desk-address';
import type { Said } from './desk-frame';
import { newFlights } from './flights';
import { standingOf, whyNotDecide } from './standing';
import { useClaim } from './use-claim';
import { useDrafts } from './use-drafts';
import { useNow } from './use-now';
import { useOpenCase } from './use-open-case';
import { type InitialQueue, movedUp, useQueue } from './use-queue';
import { refusalWords, submissionsPath } from './words';

export type InitialSubmissions = InitialQueue<QueueItem, 'open' | 'decided'>;

type Options = {
  initial: InitialSubmissions;
  initialCase: SubmissionCase | null;
  onMoved: (id: string | null) => void;
};

const states = ['decided'] as const;

const merge = (row: QueueItem, { claim, holdCount }: QueueItem): QueueItem => ({ ...row, claim, holdCount });

type Sent = { of: SubmissionCase; draft: Draft };

/** The queue, the case that is open, its claim, drafts of decisions, and sending them ahead of the answer. */
export function useDesk({ initial, initialCase, onMoved }: Options) {
  const { state, id, latestId, go } = useDeskAddress(desks.submissions, states);
  const now = useNow(initial.now);
  const queue = useQueue({ path: submissionsPath, state, initial, merge, without: movedUp });
  const [said, setSaid] = useState<Said | null>(null);
  const drafts = useDrafts(isWritten);
  const [flights] = useState(newFlights);
  const nextId = id === null ? null : queue.neighbourOf(id, 1);
  const opened = useOpenCase({ path: submissionsPath, id, nextId, initial: initialCase, now: initial.now });
  const { item } = opened;

  const { patch } = queue;
  // The row says what the case says.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was read anew matters
  useEffect(() => {
    if (item) patch(item);
  }, [item]);

  const claim = useClaim({
    path: submissionsPath,
    id: item?.id,
    isMine: item?.claim?.isMine === true && item.outcome === null,
    onChanged: opened.readAgain,
    onSaid: (text) => setSaid({ tone: 'good', text }),
  });

  const send = useMutation({
    mutationFn: async ({ of, draft }: Sent) =>
      (await fetchJson<SubmissionCase>(`${submissionsPath}/${of.id}/decision`, { method: 'POST', body: bodyOf(draft) }))
        .body,
    onMutate: ({ of }) => {
      drafts.setRefusal(of.id, null);
      queue.setIsGone([of.id], true);
    },
    onSuccess: (decided, { of, draft }) => {
      opened.put(decided);
      drafts.setDraft(of.id, null);
      setSaid({ tone: 'good', text: `${titleOf(of)} is ${decisionNames[draft.decision].done}.` });
    },
    // It comes back to its place with everything that was written.
    onError: async (error, { of }) => {
      const sentence = refusalWords(error);
      queue.setIsGone([of.id], false);
      drafts.setRefusal(of.id, sentence);
      setSaid({ tone: 'bad', text: `${titleOf(of)}: ${sentence}`, about: of.id });
      await opened.readAgain(of.id);
    },
    onSettled: (_decided, _error, sent) => flights.end([sent.of.id], sent),
  });

  const step = (by: 1 | -1) => {
    const to = queue.neighbourOf(latestId(), by);
    if (to === null) return;
    go({ id: to }, 'step');
    onMoved(to);
  };

  const standing = item ? standingOf(item, now) : null;
  return {
    state,
    id,
    go,
    now,
    queue,
    item,
    opened,
    standing,
    blocked: standing && whyNotDecide(standing),
    claim,
    said,
    setSaid,
    draft: drafts.draftOf(id),
    setDraft: (draft: Draft | null) => id !== null && drafts.setDraft(id, draft),
    refusal: drafts.refusalOf(id),
    step,
    /** The next case is open before the store has answered. */
    decide: (draft: Draft) => {
      if (!item) return;
      const sent = { of: item, draft };
      if (flights.start([item.id], sent).length === 0) return;
      const after = queue.nextWithout(item.id, [item.id]);
      send.mutate(sent);
      setSaid(null);
      go({ id: after }, 'step');
      onMoved(after);
    },
  };
}

const titleOf = ({ app, snapshot, version }: SubmissionCase) => `${snapshot.listing.name || app.name} ${version}`;
