'use client';

import { Dialog } from '@base-ui/react/dialog';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import type { Screenshot } from '@/lib/catalog/schema';
import { imageAt, screenshotSources } from './image-url';

type Props = {
  appName: string;
  screenshots: Screenshot[];
  index: number | null;
  onIndex: (index: number | null) => void;
};

/** One screenshot large, with what it shows in words; arrows go to its neighbours. */
export function Lightbox({ appName, screenshots, index, onIndex }: Props) {
  const count = screenshots.length;
  const shot = index === null ? undefined : screenshots[index];
  const touchedAt = useRef<number | null>(null);
  const step = (by: number) => index !== null && onIndex((index + by + count) % count);

  return (
    <Dialog.Root open={shot !== undefined} onOpenChange={(isOpen) => !isOpen && onIndex(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.13_0.005_60/0.94)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-modal="true"
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') step(onwardIn(event.currentTarget));
            if (event.key === 'ArrowLeft') step(-onwardIn(event.currentTarget));
            if (event.key === 'Home') onIndex(0);
            if (event.key === 'End') onIndex(count - 1);
          }}
          className="fixed inset-0 z-50 flex flex-col text-white outline-none"
        >
          <div className="flex items-center gap-4 px-4 py-3">
            <Dialog.Title className="min-w-0 flex-1 truncate text-15 font-medium">{appName}</Dialog.Title>
            <p dir="auto" className="text-13 text-white/80 numerals">
              {(index ?? 0) + 1} of {count}
            </p>
            <Dialog.Close aria-label="Close" className={roundClass}>
              <X className="size-5" aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div
            className="relative min-h-0 flex-1 px-4 sm:px-20"
            onTouchStart={({ touches }) => {
              touchedAt.current = touches.length === 1 ? (touches[0]?.clientX ?? null) : null;
            }}
            onTouchEnd={({ changedTouches, currentTarget }) => {
              const moved = touchedAt.current === null ? 0 : (changedTouches[0]?.clientX ?? 0) - touchedAt.current;
              touchedAt.current = null;
              if (Math.abs(moved) > swipePx) step(moved < 0 ? onwardIn(currentTarget) : -onwardIn(currentTarget));
            }}
          >
            {shot ? (
              // biome-ignore lint/performance/noImgElement: the store makes its own sizes
              <img
                key={shot.url}
                {...screenshotSources(shot.url, '90vw')}
                alt={shot.altText}
                width={shot.width}
                height={shot.height}
                // What the page has loaded already stands in until the large one is there.
                style={{ backgroundImage: `url("${imageAt(shot.url, 640)}")` }}
                className="mx-auto size-full bg-contain bg-center bg-no-repeat object-contain"
              />
            ) : null}
            {count > 1 ? (
              <>
                <Arrow label="Previous screenshot" className="start-2 sm:start-5" onClick={() => step(-1)}>
                  <ChevronLeft className="size-6 rtl:rotate-180" aria-hidden="true" />
                </Arrow>
                <Arrow label="Next screenshot" className="end-2 sm:end-5" onClick={() => step(1)}>
                  <ChevronRight className="size-6 rtl:rotate-180" aria-hidden="true" />
                </Arrow>
              </>
            ) : null}
          </div>
          <Dialog.Description
            aria-live="polite"
            className="mx-auto min-h-16 max-w-[70ch] px-4 py-4 text-center text-15 text-white/90"
          >
            {shot?.altText}
          </Dialog.Description>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const swipePx = 48;

/** What a step to the right means where the page is read: the next one, or the one before. */
const onwardIn = (element: Element) => (getComputedStyle(element).direction === 'rtl' ? -1 : 1);

const roundClass =
  'grid size-11 place-items-center rounded-pill bg-[oklch(0.3_0.005_60/0.75)] text-white hover:bg-[oklch(0.42_0.005_60/0.9)] focus-visible:outline-white';

type ArrowProps = { label: string; className: string; onClick: () => void; children: ReactNode };

function Arrow({ label, className, onClick, children }: ArrowProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className={`absolute top-1/2 -translate-y-1/2 ${roundClass} ${className}`}
    >
      {children}
    </button>
  );
}
