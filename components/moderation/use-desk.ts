'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useUnsaved } from '@/components/ops/unsaved';
import { fetchJson } from '@/lib/http/fetch-json';
import type { SubmissionCase } from '@/lib/moderation/schema';
import { bodyOf, type Draft, decisionNames, isWritten } from './decision';
import { useDeskAddress } from './desk-address';
import { standingOf, whyNotDecide } from './standing';
import { useClaim } from './use-claim';
import { useNow } from './use-now';
import { type InitialQueue, neighbourOf, useQueue } from './use-queue';
import { refusalWords, submissionsPath } from './words';

const casesKey = 'moderation-case';
const caseKey = (id: string | null) => [casesKey, id];
const caseFreshMs = 10_000;

/** What happened last: said aloud and shown above the panes. `about` is a submission that needs another look. */
export type Said = { tone: 'good' | 'bad'; text: string; about?: string };

type Options = { initial: InitialQueue; initialCase: SubmissionCase | null; onMoved: (id: string | null) => void };

/** The queue, the case that is open, its claim, drafts of decisions, and sending them ahead of the answer. */
export function useDesk({ initial, initialCase, onMoved }: Options) {
  const queryClient = useQueryClient();
  const { state, id, latestId, go } = useDeskAddress();
  const now = useNow(initial.now);
  const queue = useQueue(state, initial);
  const [said, setSaid] = useState<Said | null>(null);
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const [refusals, setRefusals] = useState<Record<string, string>>({});
  useUnsaved(Object.values(drafts).some(isWritten));

  const readCase = useCallback(
    async (of: string, signal: AbortSignal) =>
      (await fetchJson<SubmissionCase>(`${submissionsPath}/${encodeURIComponent(of)}`, { signal })).body,
    [],
  );
  const opened = useQuery({
    queryKey: caseKey(id),
    queryFn: ({ signal }) => readCase(id ?? '', signal),
    enabled: id !== null,
    initialData: initialCase !== null && initialCase.id === id ? initialCase : undefined,
    initialDataUpdatedAt: Date.parse(initial.now),
    staleTime: caseFreshMs,
  });
  const item = id === null ? undefined : opened.data;

  const { patch } = queue;
  // The row says what the case says.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was read anew matters
  useEffect(() => {
    if (item) patch(item);
  }, [item]);

  const nextId = id === null ? null : neighbourOf(queue.items, id, 1);
  useEffect(() => {
    if (nextId === null) return;
    void queryClient.prefetchQuery({
      queryKey: caseKey(nextId),
      queryFn: ({ signal }) => readCase(nextId, signal),
      staleTime: caseFreshMs,
    });
  }, [nextId, queryClient, readCase]);

  const claim = useClaim({
    item,
    onChanged: (of) => queryClient.invalidateQueries({ queryKey: caseKey(of) }),
    onSaid: (text) => setSaid({ tone: 'good', text }),
  });

  const setDraft = (of: string, draft: Draft | null) =>
    setDrafts(({ [of]: _, ...others }) => (draft ? { ...others, [of]: draft } : others));
  const setRefusal = (of: string, sentence: string | null) =>
    setRefusals(({ [of]: _, ...others }) => (sentence ? { ...others, [of]: sentence } : others));

  const send = useMutation({
    mutationFn: async ({ of, draft }: { of: SubmissionCase; draft: Draft }) =>
      (await fetchJson<SubmissionCase>(`${submissionsPath}/${of.id}/decision`, { method: 'POST', body: bodyOf(draft) }))
        .body,
    onMutate: ({ of }) => {
      setRefusal(of.id, null);
      queue.setIsGone(of.id, true);
    },
    onSuccess: (decided, { of, draft }) => {
      queryClient.setQueryData(caseKey(of.id), decided);
      setDraft(of.id, null);
      setSaid({ tone: 'good', text: `${titleOf(of)} is ${decisionNames[draft.decision].done}.` });
    },
    // It comes back to its place with everything that was written.
    onError: async (error, { of }) => {
      const sentence = refusalWords(error);
      queue.setIsGone(of.id, false);
      setRefusal(of.id, sentence);
      setSaid({ tone: 'bad', text: `${titleOf(of)}: ${sentence}`, about: of.id });
      await queryClient.invalidateQueries({ queryKey: caseKey(of.id) });
    },
  });

  const step = (by: 1 | -1) => {
    const to = neighbourOf(queue.items, latestId(), by);
    if (to === null) return;
    go({ id: to }, 'step');
    onMoved(to);
  };

  return {
    state,
    id,
    go,
    now,
    queue,
    item,
    isReading: id !== null && opened.isPending,
    readError: opened.error,
    readAgain: () => void opened.refetch(),
    /** What was done to an organisation shows in all of its cases. */
    readCasesAgain: () => queryClient.invalidateQueries({ queryKey: [casesKey] }),
    standing: item ? standingOf(item, now) : null,
    blocked: item ? whyNotDecide(standingOf(item, now)) : null,
    claim,
    said,
    setSaid,
    draft: (id !== null && drafts[id]) || null,
    setDraft: (draft: Draft | null) => id !== null && setDraft(id, draft),
    refusal: (id !== null && refusals[id]) || null,
    step,
    /** The next case is open before the store has answered. */
    decide: (draft: Draft) => {
      if (!item) return;
      const to = neighbourOf(queue.items, item.id, 1) ?? neighbourOf(queue.items, item.id, -1);
      const after = to === item.id ? null : to;
      send.mutate({ of: item, draft });
      setSaid(null);
      go({ id: after }, 'step');
      onMoved(after);
    },
  };
}

const titleOf = ({ app, snapshot, version }: SubmissionCase) => `${snapshot.listing.name || app.name} ${version}`;
