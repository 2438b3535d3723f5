'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { counted } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { sentenceOf } from '@/lib/http/fetch-json';
import type { ConsoleAppDetail, ListingView } from '@/lib/publishing/schema';
import { AgePart } from './age-part';
import { PicturesPart } from './pictures-part';
import { ShopperPreview } from './preview';
import type { Around } from './preview-of';
import { AccessibilityPart, PrivacyPart } from './privacy-part';
import { ShelfPart } from './shelf-part';
import { TextPart } from './text-part';
import { type ListingState, useListing } from './use-listing';

type Props = {
  app: Pick<ConsoleAppDetail, 'id' | 'status' | 'inFlight'>;
  initial: ListingView;
  around: Around;
  refusal: string | null;
};

/** Everything that is said about an app, with how shoppers will see it beside it. */
export function ListingEditor({ app, initial, around, refusal }: Props) {
  const state = useListing({ appId: app.id, initial, isFirst: app.status === 'draft', refusal });
  const [language, setLanguage] = useState<string | null>(null);
  const shown = language !== null && !(language in state.draft.translations) ? null : language;
  const locked = state.stored.lockedBecause;
  return (
    <form
      noValidate
      aria-label="Listing"
      className="grid grid-cols-1 gap-x-10 gap-y-12 xl:grid-cols-[minmax(0,1fr)_21rem]"
      onSubmit={(event) => {
        event.preventDefault();
        state.save();
      }}
    >
      <fieldset disabled={state.lockedBecause !== null} className="grid min-w-0 grid-cols-1 content-start gap-14">
        <legend className="sr-only">The listing</legend>
        {locked !== null ? (
          <Notice tone="info" title="Nothing can be changed now">
            <p>{locked}</p>
            {app.inFlight ? (
              <p className="mt-1">
                <Link href={`/console/apps/${app.id}`} className="font-medium text-accent-text underline">
                  Withdraw it
                </Link>{' '}
                to go on here, or wait for the decision.
              </p>
            ) : null}
          </Notice>
        ) : refusal !== null ? (
          <Notice tone="info" title="You can read this and not change it">
            {refusal}
          </Notice>
        ) : null}
        <TextPart state={state} language={shown} onLanguage={setLanguage} />
        <PicturesPart state={state} />
        <ShelfPart state={state} categories={around.categories} />
        <AgePart state={state} />
        <PrivacyPart state={state} />
        <AccessibilityPart state={state} />
      </fieldset>
      <aside className="min-w-0 xl:sticky xl:top-24 xl:self-start">
        <ShopperPreview state={state} around={around} language={shown} />
      </aside>
      {state.lockedBecause === null ? <SaveBar state={state} /> : null}
    </form>
  );
}

function SaveBar({ state }: { state: ListingState }) {
  const {
    isDirty,
    isSaving,
    isSaved,
    canSave,
    isConflict,
    failure,
    rebase,
    unsendable,
    problems,
    isFirst,
    stored,
    upload,
  } = state;
  const missing = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <div className="bottom-0 z-20 -mx-(--gutter) grid grid-cols-1 gap-3 border-t border-line bg-paper/95 px-(--gutter) py-3 backdrop-blur-md sm:sticky sm:mx-0 sm:px-0 xl:col-span-2">
      {isConflict ? (
        <Notice tone="warning" title="Somebody else changed this meanwhile">
          <p>Nothing of yours is lost. Go on from theirs, with or without what you changed.</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button className="h-11" isWorking={rebase.isPending} onClick={() => rebase.mutate('mine')}>
              Keep my changes
            </Button>
            <Button tone="soft" className="h-11" onClick={() => !rebase.isPending && rebase.mutate('theirs')}>
              Reload theirs
            </Button>
          </div>
          {rebase.isError ? <p className="mt-2">{sentenceOf(rebase.error)}</p> : null}
        </Notice>
      ) : failure ? (
        <Notice tone="bad">{failure}</Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" disabled={!canSave && !isSaving} isWorking={isSaving}>
          Save
        </Button>
        {isDirty && !isSaving ? (
          <Button tone="soft" onClick={state.undo}>
            Undo
          </Button>
        ) : null}
        <p role="status" className="flex items-center gap-1.5 text-13 text-muted">
          {isSaved ? (
            <>
              <Check className="size-4 text-accent" aria-hidden="true" />
              Saved
            </>
          ) : isSaving ? (
            'Saving…'
          ) : upload.isPending ? (
            'A picture is on its way…'
          ) : unsendable.length > 0 ? (
            `Not saved: ${unsendable[0]?.message}`
          ) : isDirty ? (
            'Not saved yet'
          ) : null}
        </p>
        <p className="ms-auto text-13 text-muted">
          {missing > 0
            ? `${counted(missing, 'thing')} missing before it can be submitted`
            : !isFirst && stored.pending.length > 0
              ? 'What waits goes out with the next release'
              : 'The listing is complete'}
        </p>
      </div>
    </div>
  );
}
