'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from './cx';

type Props = {
  noun: string;
  /** With the button, so that nothing moves when the text turns out to need it. */
  maxHeight?: string;
  /** Whether it will probably be cut: until it is measured, the button is there or is not. */
  isLong?: boolean;
  children: ReactNode;
};

/** Cuts what is too long and offers the rest; `noun` says the rest of what. */
export function Expandable({ noun, maxHeight = 'max-h-54', isLong = true, children }: Props) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [isExpanded, setIsExpanded] = useState(false);
  const [isCut, setIsCut] = useState(isLong);

  useEffect(() => {
    const element = content.current;
    if (!element || isExpanded) return;
    const observer = new ResizeObserver(() => {
      if (frame.current) setIsCut(element.scrollHeight > frame.current.clientHeight + 1);
    });
    observer.observe(element);
    // What is cut away comes into sight when somebody tabs to a link in it.
    const expand = () => setIsExpanded(true);
    element.addEventListener('focusin', expand);
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', expand);
    };
  }, [isExpanded]);

  const isClosed = isCut && !isExpanded;
  return (
    <div
      ref={frame}
      className={isExpanded ? undefined : `flex flex-col ${maxHeight} no-script:max-h-none print:max-h-none`}
    >
      <div ref={content} id={id} className={cx(!isExpanded && 'min-h-0 overflow-hidden', isClosed && 'clipped')}>
        {children}
      </div>
      {isCut ? (
        <button
          type="button"
          aria-expanded={isExpanded}
          aria-controls={id}
          onClick={() => setIsExpanded(!isExpanded)}
          className="mt-1 h-9 shrink-0 self-start rounded-control pointer-coarse:h-11 text-15 font-medium text-accent-text hover:underline no-script:hidden print:hidden"
        >
          {isExpanded ? 'Less' : 'More'}
          <span className="sr-only"> of the {noun}</span>
        </button>
      ) : null}
    </div>
  );
}
