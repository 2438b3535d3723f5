'use client';

import { useState } from 'react';
import { counted } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { ConflictNotice, SaveBar } from '@/components/ui/save-bar';
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
      {state.lockedBecause === null ? <Foot state={state} /> : null}
    </form>
  );
}

function Foot({ state }: { state: ListingState }) {
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
    <SaveBar
      isDirty={isDirty}
      isSaving={isSaving}
      isSaved={isSaved}
      canSave={canSave || isSaving}
      onUndo={state.undo}
      className="xl:col-span-2"
      notice={
        isConflict ? (
          <ConflictNotice rebase={rebase} theirs="Reload theirs" />
        ) : failure ? (
          <Notice tone="bad">{failure}</Notice>
        ) : null
      }
      text={
        isSaving
          ? 'Saving…'
          : upload.isPending
            ? 'A picture is on its way…'
            : unsendable.length > 0
              ? `Not saved: ${unsendable[0]?.message}`
              : undefined
      }
    >
      <p className="ms-auto text-13 text-muted">
        {missing > 0
          ? `${counted(missing, 'thing')} missing before it can be submitted`
          : !isFirst && stored.pending.length > 0
            ? 'What waits goes out with the next release'
            : 'The listing is complete'}
      </p>
    </SaveBar>
  );
}
