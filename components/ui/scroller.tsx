'use client';

import { type ReactNode, useRef } from 'react';
import { cx } from './cx';
import { edgesText, useEdges } from './use-edges';

type Props = { as: 'ul' | 'dl'; className?: string; children: ReactNode };

/** A row that scrolls sideways where it does not fit, its edges faded where they hide something. */
export function Scroller({ as: Tag, className, children }: Props) {
  const row = useRef<HTMLUListElement & HTMLDListElement>(null);
  return (
    <Tag ref={row} data-more={edgesText(useEdges(row))} className={cx('rail', className)}>
      {children}
    </Tag>
  );
}
