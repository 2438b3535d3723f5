'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { fetchJson, fieldProblem, sentenceOf } from '@/lib/http/fetch-json';
import type { Settings, SettingsPatch, SettingsView } from '@/lib/settings-schema';
import { useUnsaved } from './unsaved';

type Options<D> = {
  settings: Settings;
  /** The part of the settings that this form is about. */
  read: (settings: Settings) => D;
  /** The request that changes only what was changed here. */
  toPatch: (changed: Partial<D>) => SettingsPatch;
};

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function differing<D extends object>(draft: D, base: D): Partial<D> {
  const keys = (Object.keys(draft) as (keyof D)[]).filter((key) => !isSame(draft[key], base[key]));
  return Object.fromEntries(keys.map((key) => [key, draft[key]])) as Partial<D>;
}

/** One group of settings: what is stored, what somebody made of it, and how it gets there. */
export function useSettingsGroup<D extends object>({ settings, read, toPatch }: Options<D>) {
  const router = useRouter();
  const [base, setBase] = useState(() => read(settings));
  const [draft, setDraft] = useState(base);
  const changed = differing(draft, base);
  const isDirty = Object.keys(changed).length > 0;
  useUnsaved(isDirty);

  const save = useMutation({
    mutationFn: async (sent: Partial<D>) => {
      const { body } = await fetchJson<SettingsView>('/api/v1/ops/settings', { method: 'PATCH', body: toPatch(sent) });
      return read(body.values);
    },
    onSuccess: (stored, sent) => {
      setBase(stored);
      // What was typed meanwhile stays.
      setDraft((now) => ({ ...stored, ...differing(now, { ...base, ...sent }) }));
      router.refresh();
    },
  });

  const edit = (change: Partial<D>) => {
    if (!save.isPending && !save.isIdle) save.reset();
    setDraft((now) => ({ ...now, ...change }));
  };

  return {
    draft,
    edit,
    isDirty,
    isSaving: save.isPending,
    isSaved: save.isSuccess && !isDirty,
    /** What is wrong with a field, by its path in the settings. */
    problem: (path: string) => fieldProblem(save.error, path),
    failure: save.isError ? sentenceOf(save.error) : null,
    save: () => isDirty && save.mutate(changed),
    undo: () => edit(base),
  };
}

export type SettingsGroup = Pick<
  ReturnType<typeof useSettingsGroup>,
  'isDirty' | 'isSaving' | 'isSaved' | 'failure' | 'save' | 'undo'
>;
