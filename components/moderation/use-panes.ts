'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { QueueHandle } from './queue-pane';

export type PaneName = 'queue' | 'case' | 'evidence';

/** Which pane a phone shows, and where the focus goes when another case is opened. */
export function useDeskPanes() {
  const list = useRef<QueueHandle>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wantsHeading = useRef(false);
  const [pane, setPane] = useState<PaneName>('case');
  return {
    list,
    heading,
    wantsHeading,
    pane,
    show: setPane,
    showCase: () => {
      wantsHeading.current = true;
      setPane('case');
    },
    showEvidence: () => flushSync(() => setPane('evidence')),
    /** To the row of a case in the queue, or to the queue itself. */
    showQueue: (id: string | null) => {
      flushSync(() => setPane('queue'));
      if (id === null) list.current?.focusList();
      else list.current?.focusRow(id);
    },
  };
}

export type Panes = ReturnType<typeof useDeskPanes>;

export const isWide = () => matchMedia('(min-width: 64rem)').matches;
