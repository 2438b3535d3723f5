'use client';

import { useState } from 'react';
import { useUnsaved } from '@/components/ops/unsaved';

/** What was written about each case, and what the store said to the last try; both stay while others are looked at. */
export function useDrafts<D>(isWritten: (draft: D) => boolean) {
  const [drafts, setDrafts] = useState<Record<string, D>>({});
  const [refusals, setRefusals] = useState<Record<string, string>>({});
  useUnsaved(Object.values(drafts).some(isWritten));
  return {
    draftOf: (id: string | null): D | null => (id !== null && drafts[id]) || null,
    setDraft: (id: string, draft: D | null) =>
      setDrafts(({ [id]: _, ...others }) => (draft ? { ...others, [id]: draft } : others)),
    refusalOf: (id: string | null): string | null => (id !== null && refusals[id]) || null,
    setRefusal: (id: string, sentence: string | null) =>
      setRefusals(({ [id]: _, ...others }) => (sentence ? { ...others, [id]: sentence } : others)),
  };
}
