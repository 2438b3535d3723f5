'use client';

import { Dices, ImageUp, Trash2 } from 'lucide-react';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { hueName, hueSlider, hueTrack } from '@/components/ops/accent-field';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Notice } from '@/components/ui/notice';
import { type StoryArt, storyScenes } from '@/lib/catalog/schema';
import { sentenceOf } from '@/lib/http/fetch-json';
import { fitPicture } from './fit-picture';
import type { DraftState } from './use-draft';
import { newSeed } from './words';

const sceneWords: Record<StoryArt['scene'], string> = {
  hills: 'Hills',
  harbour: 'Harbour',
  orchard: 'Orchard',
  city: 'City',
  orbit: 'Orbit',
  table: 'Table',
  shapes: 'Shapes',
  garden: 'Garden',
};

const waitMs = 350;

/** Where a small drawing of these choices is. */
export const sketchUrl = ({ scene, hue, seed }: StoryArt) =>
  `/api/v1/ops/collections/art?${new URLSearchParams({ scene, hue: String(hue), seed })}`;

/** The value, once it has not changed for a moment: each sketch is a drawing that the server makes. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), waitMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** The picture of a story: drawn by the store from a scene and a hue, or brought along. */
export function ArtPicker({ state }: { state: DraftState }) {
  const { stored, draft, edit, upload } = state;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const present = draft.art === 'kept' ? stored.art : draft.art;
  const base: StoryArt = present ?? stored.art ?? { scene: 'hills', hue: 152, seed: stored.id };
  const hue = useSettled(base.hue);
  const hasPicture = draft.art === 'kept' ? stored.artUrl !== null : draft.art !== null;
  const isOwn = draft.art === 'kept' && stored.artUrl !== null && stored.art === null;

  const choose = (change: Partial<StoryArt>) => {
    if (!upload.isIdle) upload.reset();
    edit({ art: { ...base, ...change } });
  };
  const bring = async (file: File | undefined) => {
    if (file && !upload.isPending) upload.mutate(await fitPicture(file));
  };

  return (
    <fieldset
      className={cx('grid grid-cols-1 gap-5 rounded-card', isOver && 'outline-2 outline-offset-4 outline-accent')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(false);
        void bring(event.dataTransfer.files[0]);
      }}
    >
      <legend className="mb-3 text-17 font-semibold">Picture</legend>
      <div role="radiogroup" aria-label="Scene" className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {storyScenes.map((scene) => (
          <label
            key={scene}
            className="group relative grid gap-1.5 rounded-control text-13 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="scene"
              className="absolute inset-0 z-10 size-full cursor-pointer appearance-none outline-none"
              checked={present?.scene === scene}
              onChange={() => choose({ scene })}
            />
            <span className="relative block aspect-16/10 overflow-hidden rounded-control bg-sunken group-has-checked:outline-3 group-has-checked:outline-accent">
              {/* biome-ignore lint/performance/noImgElement: the store makes its own sizes */}
              <img
                src={sketchUrl({ ...base, scene, hue })}
                alt=""
                width={480}
                height={300}
                loading="lazy"
                decoding="async"
                className="size-full object-cover"
              />
            </span>
            <span className="group-has-checked:font-semibold">{sceneWords[scene]}</span>
          </label>
        ))}
      </div>
      <label className="grid gap-2 text-13 font-medium">
        Hue
        <input
          type="range"
          dir="ltr"
          min={0}
          max={359}
          value={base.hue}
          onChange={(event) => choose({ hue: event.target.valueAsNumber })}
          aria-valuetext={`${hueName(base.hue)}, ${base.hue} degrees`}
          className={hueSlider}
          style={{ '--track': hueTrack, '--accent-hue': base.hue } as CSSProperties}
        />
      </label>
      <div className="flex flex-wrap items-center gap-3">
        <Button tone="soft" onClick={() => choose({ seed: newSeed() })}>
          <Dices className="size-4.5" aria-hidden="true" />
          Draw another
        </Button>
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          aria-label="Picture of your own"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            void bring(file);
          }}
        />
        <Button tone="soft" isWorking={upload.isPending} onClick={() => input.current?.click()}>
          <ImageUp className="size-4.5" aria-hidden="true" />
          Bring your own
        </Button>
        {hasPicture ? (
          <Button tone="plain" onClick={() => edit({ art: null })}>
            <Trash2 className="size-4.5" aria-hidden="true" />
            No picture
          </Button>
        ) : null}
      </div>
      {upload.isError && !state.isConflict ? <Notice tone="bad">{sentenceOf(upload.error)}</Notice> : null}
      <p role="status" className="text-13 text-muted">
        {upload.isSuccess
          ? 'Your picture is in its place already.'
          : isOwn
            ? 'This one has a picture of its own.'
            : 'Drop a still PNG, JPEG or WebP from 1200 × 600 pixels here to use it at once.'}
      </p>
    </fieldset>
  );
}
