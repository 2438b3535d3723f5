'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { fetchJson } from '@/lib/http/fetch-json';
import { undoMs } from '@/lib/moderation/reviews/rules';
import {
  type ReviewCase,
  type ReviewDecisionAnswer,
  type ReviewDecisionBody,
  type ReviewDecisionsAnswer,
  type ReviewDecisionsBody,
  type ReviewQueueItem,
  reviewQueueItem,
} from '@/lib/moderation/reviews/schema';
import type { Said } from '../desk-frame';
import { newFlights } from '../flights';
import { takeCase } from '../use-claim';
import { refusalWords } from '../words';
import type { Draft } from './draft';
import { stillUndoable, type Undoable } from './undo';
import { bulkWords, decisionWords, reviewsPath, ruleWords, titleOf } from './words';

export type Decided = { item: ReviewCase; body: ReviewDecisionBody; draft: Draft | null; mustClaim: boolean };

type Options = {
  setIsGone: (ids: readonly string[], isGone: boolean) => void;
  setSaid: (said: Said | null) => void;
  /** The store did not agree: it is back in its place. */
  onRefused: (id: string, sentence: string) => void;
  /** Resolves when the case says so. */
  onDecided: (id: string) => Promise<unknown>;
  /** They wait again; `item` where it is a single one. */
  onUndone: (ids: string[], item: ReviewQueueItem | null, draft: Draft | null) => void;
};

const post = async <T>(path: string, body?: unknown) => (await fetchJson<T>(path, { method: 'POST', body })).body;

/** Decides ahead of the answer, one or many, and takes it back for ten seconds. */
export function useDecisions({ setIsGone, setSaid, onRefused, onDecided, onUndone }: Options) {
  const count = useRef(0);
  const [flights] = useState(newFlights);
  const [entries, setEntries] = useState<Undoable<Draft>[]>([]);
  const drop = (key: number) => setEntries((all) => all.filter((one) => one.key !== key));

  const soonest = entries[0]?.until ?? null;
  useEffect(() => {
    if (soonest === null) return;
    const forget = () => setEntries((all) => stillUndoable(all, Date.now()));
    const timer = setTimeout(forget, Math.max(0, soonest - Date.now()));
    return () => clearTimeout(timer);
  }, [soonest]);

  /** `sent` gives the route that takes it back. */
  const remember = (entry: Pick<Undoable<Draft>, 'ids' | 'text' | 'draft'>, sent: Promise<string>) => {
    count.current += 1;
    const key = count.current;
    const path = sent.catch(() => {
      drop(key);
      return null;
    });
    setEntries((all) => [...all, { ...entry, key, until: Date.now() + undoMs, path }]);
  };

  const send = useMutation({
    mutationFn: async ({ item, body, mustClaim }: Decided) => {
      if (mustClaim) await takeCase(reviewsPath, item.id);
      return post<ReviewDecisionAnswer>(`${reviewsPath}/${item.id}/decision`, body);
    },
    onMutate: ({ item }) => setIsGone([item.id], true),
    onSuccess: (_answer, decided) => {
      const ids = [decided.item.id];
      setIsGone(ids, true);
      void onDecided(decided.item.id).finally(() => flights.end(ids, decided));
    },
    onError: (error, decided) => {
      const { item } = decided;
      flights.end([item.id], decided);
      const sentence = refusalWords(error);
      setIsGone([item.id], false);
      setSaid({ tone: 'bad', text: `${titleOf(item)}: ${sentence}`, about: item.id });
      onRefused(item.id, sentence);
    },
  });

  const sendMany = useMutation({
    mutationFn: (body: ReviewDecisionsBody) => post<ReviewDecisionsAnswer>(`${reviewsPath}/decisions`, body),
    onMutate: ({ ids }) => setIsGone(ids, true),
    onSuccess: (answer, body) => {
      const { decision, ids } = body;
      setIsGone(answer.decided, true);
      setIsGone(
        answer.refused.map(({ id }) => id),
        false,
      );
      setSaid({ tone: answer.refused.length > 0 ? 'bad' : 'good', text: bulkWords(decision, answer) });
      void Promise.all(ids.map(onDecided)).finally(() => flights.end(ids, body));
    },
    onError: (error, body) => {
      flights.end(body.ids, body);
      setIsGone(body.ids, false);
      setSaid({ tone: 'bad', text: `Nothing was decided. ${refusalWords(error)}` });
    },
  });

  const takeBack = useMutation({
    mutationFn: async ({ path }: Undoable<Draft>) => {
      const route = await path;
      return route === null ? null : await post<unknown>(route);
    },
    onMutate: ({ key }) => drop(key),
    onSuccess: (answer, { ids, draft, text }) => {
      // It had been refused, which was said already.
      if (answer === null) return;
      const single = reviewQueueItem.safeParse(answer);
      const undone = single.success ? [single.data.id] : undoneOf(answer, ids);
      flights.forget(undone);
      setIsGone(undone, false);
      setSaid({ tone: 'good', text: `Taken back: ${text}` });
      onUndone(undone, single.success ? single.data : null, draft);
    },
    onError: (error, { text }) => setSaid({ tone: 'bad', text: `${text} ${refusalWords(error)}` }),
  });

  return {
    undoable: entries.at(-1) ?? null,
    isUndoing: takeBack.isPending,
    /** Whether it was sent: not while a decision about it is on its way. */
    decide: (decided: Decided): boolean => {
      const { item, body, draft } = decided;
      if (flights.start([item.id], decided).length === 0) return false;
      const rule = body.decision === 'reject' ? ` under ${ruleWords(body.ruleId)}` : '';
      const text = `${titleOf(item)} ${decisionWords[body.decision].done}${rule}.`;
      const sent = send.mutateAsync(decided).then(() => `${reviewsPath}/${item.id}/undo`);
      remember({ ids: [item.id], text, draft }, sent);
      return true;
    },
    decideMany: (asked: ReviewDecisionsBody): boolean => {
      const body = { ...asked };
      body.ids = flights.start(asked.ids, body);
      if (body.ids.length === 0) return false;
      const text = `${body.ids.length} reviews ${decisionWords[body.decision].done}.`;
      const sent = sendMany.mutateAsync(body).then(({ batchId, decided }) => {
        if (decided.length === 0) throw new Error('nothing was decided');
        return `${reviewsPath}/decisions/${batchId}/undo`;
      });
      remember({ ids: body.ids, text, draft: null }, sent);
      return true;
    },
    undo: () => {
      const last = stillUndoable(entries, Date.now()).at(-1);
      if (last && !takeBack.isPending) takeBack.mutate(last);
      return last !== undefined;
    },
  };
}

/** The ids that the store names, in the order in which they were decided. */
function undoneOf(answer: unknown, ids: string[]): string[] {
  const { undone = [] } = answer as { undone?: string[] };
  return ids.filter((id) => undone.includes(id));
}
