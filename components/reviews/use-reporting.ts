'use client';

import { useState } from 'react';
import { usePart } from '@/components/ui/use-part';

const load = () => import('./report-dialog').then(({ ReportDialog }) => ReportDialog);

/** Which review is being reported, and which were. */
export function useReporting() {
  const { Part, isMissing, prepare, want } = usePart(load);
  const [reviewId, setReviewId] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [reported, setReported] = useState<ReadonlySet<string>>(new Set());
  return {
    Dialog: Part,
    isMissing,
    prepare,
    reviewId,
    isOpen,
    reported,
    begin: async (id: string) => {
      if (!(await want())) return;
      setReviewId(id);
      setIsOpen(true);
    },
    close: () => setIsOpen(false),
    finish: (id: string) => {
      setReported((all) => new Set(all).add(id));
      setIsOpen(false);
    },
  };
}
