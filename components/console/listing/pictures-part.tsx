'use client';

import { Crop, ImageUp, Trash2 } from 'lucide-react';
import { Sortable, moved } from '@/components/ops/collections/sortable';
import { AppIcon } from '@/components/store/app-icon';
import { imageAt } from '@/components/store/image-url';
import { Button } from '@/components/ui/button';
import { controlClass } from '@/components/ui/field';
import { platformNames } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { platforms } from '@/lib/catalog/schema';
import { screenshotsMax } from '@/lib/publishing/rules';
import type { Listing } from '@/lib/publishing/schema';
import { fieldAnchor } from '../problem-links';
import { FormPart, PendingMark, Problems } from '../field';
import { DropZone } from './drop-zone';
import type { ListingState } from './use-listing';
import { type PictureNews, pictureTypes, usePictures } from './use-pictures';

type Screenshot = Listing['screenshots'][number];

/** The icon and the screenshots. They are stored as soon as they are chosen; their order and words with the form. */
export function PicturesPart({ state }: { state: ListingState }) {
  return (
    <FormPart
      id="pictures"
      title="Pictures"
      text="PNG, JPEG or WebP. They are drawn anew, without what else is in the file."
    >
      <IconField state={state} />
      <Screenshots state={state} />
    </FormPart>
  );
}

function IconField({ state }: { state: ListingState }) {
  const { draft, media, problemsAt, isPending, isSaving, lockedBecause } = state;
  const pictures = usePictures(state, 'icon');
  const icon = media.find(({ id }) => id === draft.iconId);
  const shown = { name: draft.name || '?', iconUrl: icon?.url ?? null, color: icon?.color ?? 'var(--sunken)' };
  return (
    <div id={fieldAnchor('iconId')} className="grid scroll-mt-24 grid-cols-1 gap-3">
      <h3 className="flex flex-wrap items-center gap-3 text-13 font-medium">
        Icon {isPending('iconId') ? <PendingMark /> : null}
      </h3>
      <div className="grid grid-cols-1 items-center gap-5 sm:grid-cols-[auto_minmax(0,1fr)]">
        <div className="flex items-end gap-3" role="img" aria-label="The icon in the sizes of the store">
          <AppIcon app={shown} size={96} isEager />
          <AppIcon app={shown} size={48} isEager />
          <AppIcon app={shown} size={32} isEager />
        </div>
        <DropZone
          label="Icon"
          accept={pictureTypes}
          isDisabled={lockedBecause !== null || isSaving}
          isWorking={pictures.isWorking}
          button={
            <>
              <ImageUp className="size-4.5" aria-hidden="true" />
              {icon ? 'Another icon' : 'Choose an icon'}
            </>
          }
          hint="Square, 512 pixels or more. Its corners are rounded by the store: leave them without anything that counts."
          onFiles={(files) => pictures.add(files)}
        />
      </div>
      <News news={pictures.news} onCrop={(file) => pictures.add([file], true)} />
      <Problems problems={problemsAt('iconId')} />
    </div>
  );
}

function Screenshots({ state }: { state: ListingState }) {
  const { draft, media, edit, problemsAt, problems, isPending, isSaving, lockedBecause } = state;
  const pictures = usePictures(state, 'screenshot');
  const shots = draft.screenshots;
  const left = screenshotsMax - shots.length;
  const change = (index: number, what: Partial<Screenshot>) =>
    edit({ screenshots: shots.map((shot, i) => (i === index ? { ...shot, ...what } : shot)) });
  const sizes = new Set(
    shots.flatMap(({ id }) => {
      const picture = media.find((one) => one.id === id);
      return picture ? [(picture.width / picture.height).toFixed(1)] : [];
    }),
  );
  return (
    <div id={fieldAnchor('screenshots')} className="grid scroll-mt-24 grid-cols-1 gap-3">
      <h3 className="flex flex-wrap items-center gap-3 text-13 font-medium">
        Screenshots {isPending('screenshots') ? <PendingMark /> : null}
        <span className="ms-auto text-12 font-normal text-muted numerals">
          {shots.length} / {screenshotsMax}
        </span>
      </h3>
      {shots.length > 0 ? (
        <Sortable
          label="Screenshots in their order"
          items={shots}
          nameOf={(shot) => shot.altText || `screenshot ${shots.indexOf(shot) + 1}`}
          onMove={(from, to) => edit({ screenshots: moved(shots, from, to) })}
          render={(shot, index) => (
            <ScreenshotRow
              shot={shot}
              index={index}
              picture={media.find(({ id }) => id === shot.id)}
              problems={problems.filter(
                ({ path }) => path === `screenshots.${index}` || path.startsWith(`screenshots.${index}.`),
              )}
              onChange={(what) => change(index, what)}
              onRemove={() => edit({ screenshots: shots.filter((_, i) => i !== index) })}
            />
          )}
        />
      ) : null}
      <DropZone
        label="Screenshots"
        accept={pictureTypes}
        isMany
        isDisabled={lockedBecause !== null || isSaving || left <= 0}
        isWorking={pictures.isWorking}
        button={
          <>
            <ImageUp className="size-4.5" aria-hidden="true" />
            {shots.length === 0 ? 'Choose screenshots' : 'More screenshots'}
          </>
        }
        hint={
          left <= 0
            ? `A listing has ${screenshotsMax} at most. Remove one first.`
            : `Or drop them here. At least 320 pixels a side; room for ${left} more.`
        }
        onFiles={(files) => pictures.add(files.slice(0, left))}
      />
      <p role="status" className="sr-only">
        {pictures.isWorking ? `${pictures.waiting} pictures on their way` : ''}
      </p>
      {sizes.size > 1 ? (
        <p className="text-13 text-amber-text">
          They have different shapes. Nothing is cut off, but they look calmer side by side when all have the same one.
        </p>
      ) : null}
      <News news={pictures.news} />
      <Problems problems={problemsAt('screenshots').filter(({ path }) => path === 'screenshots')} />
    </div>
  );
}

type RowProps = {
  shot: Screenshot;
  index: number;
  picture: { url: string; width: number; height: number; color: string } | undefined;
  problems: ReturnType<ListingState['problemsAt']>;
  onChange: (what: Partial<Screenshot>) => void;
  onRemove: () => void;
};

function ScreenshotRow({ shot, index, picture, problems, onChange, onRemove }: RowProps) {
  return (
    <div className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-3 py-3 sm:grid-cols-[6rem_minmax(0,1fr)]">
      <span
        className="grid h-28 place-items-center overflow-hidden rounded-control border border-line bg-sunken"
        style={picture ? { backgroundColor: picture.color } : undefined}
      >
        {picture ? (
          // biome-ignore lint/performance/noImgElement: the store makes its own sizes
          <img
            src={imageAt(picture.url, 320)}
            alt=""
            width={picture.width}
            height={picture.height}
            loading="lazy"
            className="max-h-28 w-auto object-contain"
          />
        ) : null}
      </span>
      <div className="grid min-w-0 grid-cols-1 content-start gap-2">
        <label className="grid gap-1 text-13">
          <span className="text-muted">What is to be seen on screenshot {index + 1}?</span>
          <input
            value={shot.altText}
            maxLength={300}
            dir="auto"
            autoComplete="off"
            onChange={(event) => onChange({ altText: event.target.value })}
            className={controlClass}
          />
        </label>
        <div className="flex items-center gap-2">
          <select
            aria-label={`Platform of screenshot ${index + 1}`}
            value={shot.platform ?? ''}
            onChange={(event) =>
              onChange({ platform: platforms.find((platform) => platform === event.target.value) ?? null })
            }
            className={`${controlClass} select-arrow w-auto min-w-0 pe-9 text-13`}
          >
            <option value="">All platforms</option>
            {platforms.map((platform) => (
              <option key={platform} value={platform}>
                {platformNames[platform]}
              </option>
            ))}
          </select>
          <button
            type="button"
            aria-label={`Remove screenshot ${index + 1}`}
            onClick={onRemove}
            className="ms-auto grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-negative-soft hover:text-negative-text"
          >
            <Trash2 className="size-4.5" aria-hidden="true" />
          </button>
        </div>
        <Problems problems={problems} />
      </div>
    </div>
  );
}

function News({ news, onCrop }: { news: PictureNews[]; onCrop?: (file: File) => void }) {
  return news.map(({ name, text, tone, uncropped }) => (
    <Notice key={`${name} ${text}`} tone={tone} title={name}>
      <p className="break-words">{text}</p>
      {uncropped && onCrop ? (
        <Button tone="soft" className="mt-2 h-11" onClick={() => onCrop(uncropped)}>
          <Crop className="size-4.5" aria-hidden="true" />
          Cut it to the square in its middle
        </Button>
      ) : null}
    </Notice>
  ));
}
