'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useUnsaved } from '@/components/ops/unsaved';
import { fetchJson, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { problemsOf } from '@/lib/publishing/check-listing';
import type { Listing, ListingView, Media, Problem } from '@/lib/publishing/schema';
import { bothChanged, differing, isLiveField, merged, schemaProblems, withMedia } from './listing-draft';

type Options = {
  appId: string;
  initial: ListingView;
  /** Nothing of the app has been released yet. */
  isFirst: boolean;
  /** Why I may not change it; null when I may. */
  refusal: string | null;
};

/** A listing in the making: what is stored, what is changed here, and how the two meet. */
export function useListing({ appId, initial, isFirst, refusal }: Options) {
  const router = useRouter();
  const path = `/api/v1/console/apps/${appId}/listing`;
  const [stored, setStored] = useState(initial);
  const [draft, setDraft] = useState(initial.listing);
  const [media, setMedia] = useState<Media[]>(initial.media);
  const changed = differing(draft, stored.listing);
  const isDirty = Object.keys(changed).length > 0;
  const lockedBecause = stored.lockedBecause ?? refusal;
  useUnsaved(isDirty);

  /** Takes what the store has now; `kept` is what is still only here. */
  const take = (next: ListingView, kept: Partial<Listing>) => {
    setStored(next);
    setDraft({ ...next.listing, ...kept });
    setMedia((known) => merged(known, next.media));
  };

  const save = useMutation({
    mutationFn: async (sent: Partial<Listing>) =>
      (
        await fetchJson<ListingView>(path, {
          method: 'PATCH',
          headers: { 'If-Match': `"${stored.revision}"` },
          body: sent,
        })
      ).body,
    onSuccess: (next, sent) => {
      // What was typed meanwhile stays.
      const since = { ...stored.listing, ...sent };
      setStored(next);
      setDraft((now) => ({ ...next.listing, ...differing(now, since) }));
      setMedia((known) => merged(known, next.media));
      router.refresh();
    },
  });
  const [overlap, setOverlap] = useState<ListingView | null>(null);
  /** A picture is stored at once, in a listing that others may have changed meanwhile. */
  const upload = useMutation({
    mutationFn: async ({ file, kind }: { file: File; kind: Media['kind'] }) => {
      const query = new URLSearchParams({ kind });
      const added = (await fetchJson<Media>(`/api/v1/console/apps/${appId}/media?${query}`, { method: 'POST', file }))
        .body;
      return { added, next: (await fetchJson<ListingView>(path)).body };
    },
    onSuccess: ({ added, next }) => {
      setMedia((known) => merged(known, [added]));
      if (bothChanged(stored.listing, next.listing, changed)) setOverlap(next);
      else take(next, withMedia(changed, added));
      router.refresh();
    },
  });
  /** After somebody else's change: theirs, with or without what was changed here. */
  const rebase = useMutation({
    mutationFn: async (_: 'mine' | 'theirs') => overlap ?? (await fetchJson<ListingView>(path)).body,
    onSuccess: (next, whose) => {
      take(next, whose === 'mine' ? changed : {});
      setOverlap(null);
      save.reset();
    },
  });

  const isConflict =
    overlap !== null || (save.error instanceof ProblemError && save.error.problem.code === 'revision_conflict');
  const own = problemsOf(draft, { isFirst });
  const refused: Problem[] =
    save.error instanceof ProblemError
      ? (save.error.problem.errors ?? []).map((error) => ({ ...error, code: 'refused', severity: 'error' }))
      : [];
  const unsendable = schemaProblems(changed);
  // A picture that is stored meanwhile is a change of the listing too.
  const canSave = isDirty && unsendable.length === 0 && !isConflict && !upload.isPending;
  const problems = [
    ...own,
    ...[...unsendable, ...refused].filter(
      ({ path }) => !own.some((one) => one.path === path && one.severity === 'error'),
    ),
  ];

  return {
    draft,
    stored,
    media,
    isDirty,
    isFirst,
    lockedBecause,
    edit: (change: Partial<Listing>) => {
      if (lockedBecause !== null) return;
      if (save.isSuccess || (save.isError && !isConflict)) save.reset();
      setDraft((now) => ({ ...now, ...change }));
    },
    undo: () => {
      save.reset();
      setDraft(stored.listing);
    },
    save: () => canSave && !save.isPending && save.mutate(changed),
    canSave,
    isSaving: save.isPending,
    isSaved: save.isSuccess && !isDirty,
    /** Why the listing cannot be sent as it is. */
    unsendable,
    upload,
    rebase,
    isConflict,
    failure: save.error && !isConflict ? sentenceOf(save.error) : null,
    problems,
    /** What is wrong with a field, and with what is in it. */
    problemsAt: (field: string) => problems.filter(({ path }) => path === field || path.startsWith(`${field}.`)),
    /** Whether shoppers see this field's change only with the next release. */
    isPending: (field: keyof Listing) =>
      !isFirst && !isLiveField(field) && (stored.pending.includes(field) || field in changed),
  };
}

export type ListingState = ReturnType<typeof useListing>;
