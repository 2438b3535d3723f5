'use client';

import { useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { Rail } from '@/components/ui/rail';
import { missingPartText, usePart } from '@/components/ui/use-part';
import type { Screenshot } from '@/lib/catalog/schema';
import { screenshotSources } from './image-url';

const load = () => import('./lightbox').then(({ Lightbox }) => Lightbox);

/** The screenshots side by side, all equally tall; each opens large. */
export function Gallery({ appName, screenshots }: { appName: string; screenshots: Screenshot[] }) {
  const { Part: Lightbox, isMissing, prepare, want } = usePart(load);
  const [open, setOpen] = useState<number | null>(null);
  return (
    <>
      <Rail label="Screenshots" header={<h2 className="text-20 font-semibold">Preview</h2>} className="gap-3 md:gap-4">
        {screenshots.map((shot, index) => (
          <li key={shot.url}>
            <button
              type="button"
              onPointerEnter={prepare}
              onFocus={prepare}
              onClick={async () => {
                if (await want()) setOpen(index);
              }}
              aria-label={`Enlarge screenshot ${index + 1} of ${screenshots.length}: ${shot.altText || appName}`}
              className="block h-[min(26rem,calc((100vw-3rem)*1.2))] max-w-[calc(100vw-2rem)] cursor-zoom-in overflow-hidden rounded-card border border-line md:h-[27rem]"
              style={{ aspectRatio: `${shot.width} / ${shot.height}`, backgroundColor: shot.color }}
            >
              {/* biome-ignore lint/performance/noImgElement: the store makes its own sizes */}
              <img
                {...screenshotSources(shot.url, sizesOf(shot))}
                alt=""
                width={shot.width}
                height={shot.height}
                loading={index < 2 ? 'eager' : 'lazy'}
                fetchPriority={index === 0 ? 'high' : 'low'}
                decoding="async"
                className="size-full object-cover"
              />
            </button>
          </li>
        ))}
      </Rail>
      {isMissing ? (
        <Notice tone="bad" className="mt-4">
          {missingPartText}
        </Notice>
      ) : null}
      {Lightbox ? <Lightbox appName={appName} screenshots={screenshots} index={open} onIndex={setOpen} /> : null}
    </>
  );
}

const sizesOf = ({ width, height }: Screenshot) => `${Math.round((432 * width) / height)}px`;
