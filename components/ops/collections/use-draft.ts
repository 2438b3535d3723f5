'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useUnsaved } from '@/components/ops/unsaved';
import type { AppCard, CollectionDetail, StoryArt, UpdateCollectionBody } from '@/lib/catalog/schema';
import { fetchJson, fieldProblem, ProblemError, sentenceOf } from '@/lib/http/fetch-json';

/** What an editor makes of a collection; `art` is `kept` until they choose another picture. */
export type Draft = Pick<CollectionDetail, 'kind' | 'title' | 'subtitle' | 'slug' | 'body' | 'startsAt' | 'endsAt'> & {
  apps: AppCard[];
  art: StoryArt | 'kept' | null;
};

const draftOf = ({ kind, title, subtitle, slug, body, startsAt, endsAt, apps }: CollectionDetail): Draft => ({
  kind,
  title,
  subtitle,
  slug,
  body,
  startsAt,
  endsAt,
  apps,
  art: 'kept',
});

const comparable = (draft: Draft, key: keyof Draft) =>
  key === 'apps' ? draft.apps.map(({ id }) => id).join() : JSON.stringify(draft[key]);

/** The fields in which two drafts differ, as the first has them. */
function differing(draft: Draft, base: Draft): Partial<Draft> {
  const keys = (Object.keys(draft) as (keyof Draft)[]).filter(
    (key) => comparable(draft, key) !== comparable(base, key),
  );
  return Object.fromEntries(keys.map((key) => [key, draft[key]])) as Partial<Draft>;
}

const bodyOf = ({ apps, art, ...rest }: Partial<Draft>): UpdateCollectionBody => ({
  ...rest,
  ...(apps ? { apps: apps.map(({ id }) => id) } : {}),
  ...(art === undefined || art === 'kept' ? {} : { art }),
});

/** A collection in the making: what is stored, what is changed here, and how the two meet. */
export function useDraft(initial: CollectionDetail) {
  const router = useRouter();
  const path = `/api/v1/ops/collections/${initial.id}`;
  const [stored, setStored] = useState(initial);
  const [draft, setDraft] = useState(() => draftOf(initial));
  const changed = differing(draft, draftOf(stored));
  const isDirty = Object.keys(changed).length > 0;
  const headers = { 'If-Match': `"${stored.version}"` };

  /** What is stored now, with the changes that are still only here. */
  const take = (next: CollectionDetail, kept: Partial<Draft>) => {
    setStored(next);
    setDraft({ ...draftOf(next), ...kept });
    router.refresh();
  };

  const save = useMutation({
    mutationFn: async (sent: Partial<Draft>) =>
      (await fetchJson<CollectionDetail>(path, { method: 'PATCH', headers, body: bodyOf(sent) })).body,
    onSuccess: (next, sent) => {
      setStored(next);
      // What was typed meanwhile stays.
      setDraft((now) => ({ ...draftOf(next), ...differing(now, { ...draftOf(stored), ...sent }) }));
      router.refresh();
    },
  });
  const upload = useMutation({
    mutationFn: async (file: File) =>
      (await fetchJson<CollectionDetail>(`${path}/art`, { method: 'PUT', headers, file })).body,
    onSuccess: (next) => take(next, { ...changed, art: 'kept' }),
  });
  const remove = useMutation({
    mutationFn: () => fetchJson(path, { method: 'DELETE', headers }),
    onSuccess: () => router.push('/ops/collections'),
  });
  /** After somebody else's change: theirs, with or without what was changed here. */
  const rebase = useMutation({
    mutationFn: async (_: 'mine' | 'theirs') => (await fetchJson<CollectionDetail>(path)).body,
    onSuccess: (next, whose) => {
      take(next, whose === 'mine' ? changed : {});
      save.reset();
      upload.reset();
      remove.reset();
    },
  });
  useUnsaved(isDirty && !remove.isSuccess);

  const error = save.error ?? upload.error ?? remove.error;
  const isConflict = error instanceof ProblemError && error.problem.code === 'changed_meanwhile';
  return {
    stored,
    draft,
    isDirty,
    edit: (change: Partial<Draft>) => {
      if (save.isSuccess || (save.isError && !isConflict)) save.reset();
      setDraft((now) => ({ ...now, ...change }));
    },
    undo: () => {
      save.reset();
      setDraft(draftOf(stored));
    },
    save: () => isDirty && !save.isPending && save.mutate(changed),
    isSaving: save.isPending,
    isSaved: save.isSuccess && !isDirty,
    upload,
    remove,
    rebase,
    isConflict,
    problem: (field: string) => fieldProblem(save.error, field),
    appsProblem: save.error instanceof ProblemError && save.error.problem.code === 'unknown_app',
    failure: save.error && !isConflict ? sentenceOf(save.error) : null,
  };
}

export type DraftState = ReturnType<typeof useDraft>;
