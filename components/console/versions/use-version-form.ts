'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useUnsaved } from '@/components/ops/unsaved';
import { fetchJson, fieldProblem, sentenceOf } from '@/lib/http/fetch-json';
import type { ConsoleVersionDetail } from '@/lib/publishing/schema';
import { versionPath } from '../use-version';
import { type Fields, fieldsOf, lastingEdits } from './version-fields';

/** What is written about a version: as it is stored, with what is changed here on top. */
export function useVersionForm(
  appId: string,
  version: ConsoleVersionDetail,
  onSaved: (next: ConsoleVersionDetail) => void,
) {
  const router = useRouter();
  const [edits, setEdits] = useState<Partial<Fields>>({});
  const stored = fieldsOf(version);
  const changed = lastingEdits(edits, stored);
  const isDirty = Object.keys(changed).length > 0;
  useUnsaved(isDirty);
  const save = useMutation({
    mutationFn: async (sent: Partial<Fields>) =>
      (await fetchJson<ConsoleVersionDetail>(versionPath(appId, version.id), { method: 'PATCH', body: sent })).body,
    onSuccess: (next, sent) => {
      // What was typed meanwhile stays.
      setEdits((now) => lastingEdits(now, { ...fieldsOf(next), ...sent }));
      onSaved(next);
      router.refresh();
    },
  });
  const draft: Fields = { ...stored, ...changed };
  const isDateMissing = draft.releaseMode === 'scheduled' && draft.releaseAt === null;
  return {
    draft,
    isDirty,
    isDateMissing,
    canSave: isDirty && !isDateMissing,
    isSaving: save.isPending,
    isSaved: save.isSuccess && !isDirty,
    failure: save.isError ? sentenceOf(save.error) : null,
    problem: (field: keyof Fields) => fieldProblem(save.error, field),
    edit: (change: Partial<Fields>) => {
      if (!save.isPending && !save.isIdle) save.reset();
      setEdits((now) => ({ ...now, ...change }));
    },
    undo: () => {
      save.reset();
      setEdits({});
    },
    save: () => isDirty && !isDateMissing && !save.isPending && save.mutate(changed),
  };
}

export type VersionForm = ReturnType<typeof useVersionForm>;
