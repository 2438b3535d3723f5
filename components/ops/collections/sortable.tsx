'use client';

import { ChevronDown, ChevronUp, GripVertical } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';

type Props<T extends { id: string }> = {
  label: string;
  items: readonly T[];
  nameOf: (item: T) => string;
  onMove: (from: number, to: number) => void;
  render: (item: T, index: number) => ReactNode;
};

type Step = 'up' | 'down';

/** The list with one item moved. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}

/** A list whose order is changed by dragging a handle, or with two buttons that keep the focus. */
export function Sortable<T extends { id: string }>({ label, items, nameOf, onMove, render }: Props<T>) {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const focusNext = useRef<{ id: string; step: Step } | null>(null);

  // Moving a row in the document takes the focus from its button.
  useEffect(() => {
    const wanted = focusNext.current;
    if (!wanted) return;
    focusNext.current = null;
    list.current?.querySelector<HTMLElement>(`[data-move="${wanted.id}:${wanted.step}"]`)?.focus();
  });

  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length || to === from) return;
    onMove(from, to);
    setSaid(`${nameOf(item)} is now ${to + 1} of ${items.length}`);
  };

  const drop = () => {
    if (dragged !== null && over !== null) move(dragged, over);
    setDragged(null);
    setOver(null);
  };

  return (
    <>
      <ol ref={list} aria-label={label} className="divide-y divide-line border-y border-line">
        {items.map((item, index) => {
          const name = nameOf(item);
          const button = (step: Step, to: number) => (
            <button
              type="button"
              data-move={`${item.id}:${step}`}
              aria-label={`Move ${step}: ${name}`}
              aria-disabled={to < 0 || to >= items.length}
              onClick={() => {
                focusNext.current = { id: item.id, step };
                move(index, to);
              }}
              className="grid h-11 w-9 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink aria-disabled:opacity-30 aria-disabled:hover:bg-transparent"
            >
              {step === 'up' ? (
                <ChevronUp className="size-5" aria-hidden="true" />
              ) : (
                <ChevronDown className="size-5" aria-hidden="true" />
              )}
            </button>
          );
          const isTarget = over === index && dragged !== null && dragged !== index;
          return (
            <li
              key={item.id}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(index);
              }}
              onDrop={(event) => {
                event.preventDefault();
                drop();
              }}
              className={cx(
                'relative flex items-center gap-1 transition-opacity',
                dragged === index && 'opacity-40',
                isTarget && 'before:absolute before:inset-x-0 before:h-0.5 before:bg-accent',
                isTarget && (dragged < index ? 'before:-bottom-px' : 'before:-top-px'),
              )}
            >
              <span
                draggable
                onDragStart={(event) => {
                  const row = event.currentTarget.parentElement;
                  if (row) event.dataTransfer.setDragImage(row, 12, row.clientHeight / 2);
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', name);
                  setDragged(index);
                }}
                onDragEnd={drop}
                className="hidden h-11 w-7 shrink-0 cursor-grab place-items-center text-line-strong hover:text-ink pointer-fine:grid"
                aria-hidden="true"
              >
                <GripVertical className="size-4.5" />
              </span>
              <div className="min-w-0 flex-1">{render(item, index)}</div>
              <span className="flex shrink-0">
                {button('up', index - 1)}
                {button('down', index + 1)}
              </span>
            </li>
          );
        })}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}
