'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Rail } from '@/components/ui/rail';
import type { Screenshot } from '@/lib/catalog/schema';
import { screenshotSources } from './image-url';

const load = () => import('./lightbox');
const Lightbox = dynamic(() => load().then((module) => module.Lightbox), { ssr: false });

/** The screenshots side by side, all equally tall; each opens large. */
export function Gallery({ appName, screenshots }: { appName: string; screenshots: Screenshot[] }) {
  const [isWanted, setIsWanted] = useState(false);
  const [open, setOpen] = useState<number | null>(null);
  return (
    <>
      <Rail label="Screenshots" header={<h2 className="text-20 font-semibold">Preview</h2>} className="gap-3 md:gap-4">
        {screenshots.map((shot, index) => (
          <li key={shot.url}>
            <button
              type="button"
              onPointerEnter={load}
              onFocus={load}
              onClick={() => {
                setIsWanted(true);
                setOpen(index);
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
                fetchPriority={index === 0 ? 'high' : 'auto'}
                decoding="async"
                className="size-full object-cover"
              />
            </button>
          </li>
        ))}
      </Rail>
      {isWanted ? <Lightbox appName={appName} screenshots={screenshots} index={open} onIndex={setOpen} /> : null}
    </>
  );
}

const sizesOf = ({ width, height }: Screenshot) => `${Math.round((432 * width) / height)}px`;
