'use client';

import { useRef, useState } from 'react';
import { sentenceOf } from '@/lib/http/fetch-json';
import { mediaMaxBytes } from '@/lib/publishing/rules';
import type { Media } from '@/lib/publishing/schema';
import { checkPicture, drawnPicture, sizeOf } from './picture-check';
import type { ListingState } from './use-listing';

export const pictureTypes = 'image/png,image/jpeg,image/webp';

export type PictureNews = {
  name: string;
  text: string;
  tone: 'bad' | 'warning';
  /** The picture that can be cut to a square and sent after all. */
  uncropped: File | null;
};

/** Pictures on their way into a listing: looked at first, sent one after the other. */
export function usePictures({ upload, lockedBecause }: ListingState, kind: Media['kind']) {
  const [waiting, setWaiting] = useState(0);
  const [news, setNews] = useState<PictureNews[]>([]);
  const queue = useRef(Promise.resolve());

  const say = (file: File, text: string, tone: PictureNews['tone'], uncropped: File | null = null) =>
    setNews((all) => [...all, { name: file.name, text, tone, uncropped }]);

  const bring = async (file: File, isCropped: boolean) => {
    const size = await sizeOf(file);
    if (size) {
      const { width, height } = size;
      const side = Math.min(width, height);
      const check = isCropped ? checkPicture(kind, side, side) : checkPicture(kind, width, height);
      if (check.refusal !== null) return say(file, check.refusal, 'bad', check.canCrop ? file : null);
      if (check.warning !== null) say(file, check.warning, 'warning');
    }
    const drawn = await drawnPicture(file, isCropped);
    if (drawn.size > mediaMaxBytes) return say(file, 'A picture may have 20 MiB at most.', 'bad');
    try {
      await upload.mutateAsync({ file: drawn, kind });
    } catch (error) {
      say(file, sentenceOf(error), 'bad');
    }
  };

  return {
    news,
    isWorking: waiting > 0,
    waiting,
    add: (files: readonly File[], isCropped = false) => {
      if (lockedBecause !== null || files.length === 0) return;
      setNews([]);
      setWaiting((count) => count + files.length);
      for (const file of files) {
        queue.current = queue.current
          .then(() => bring(file, isCropped))
          .finally(() => setWaiting((count) => count - 1));
      }
    },
  };
}
