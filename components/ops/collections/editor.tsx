'use client';

import { ExternalLink, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { ConflictNotice, SaveBar } from '@/components/ui/save-bar';
import type { CollectionDetail } from '@/lib/catalog/schema';
import { sentenceOf } from '@/lib/http/fetch-json';
import { AppPicker } from './app-picker';
import { ArtPicker } from './art-picker';
import { BodyField } from './body-field';
import { Preview } from './preview';
import { ScheduleFields } from './schedule-fields';
import { type DraftState, useDraft } from './use-draft';
import { kindWords } from './words';

/** One story or list, with how it will look beside it. */
export function CollectionEditor({ initial }: { initial: CollectionDetail }) {
  const state = useDraft(initial);
  const { draft, edit, problem } = state;
  return (
    <form
      noValidate
      aria-label={`Edit ${state.stored.title}`}
      className="grid grid-cols-1 gap-x-10 gap-y-10 xl:grid-cols-[minmax(0,1fr)_18rem]"
      onSubmit={(event) => {
        event.preventDefault();
        state.save();
      }}
    >
      <div className="grid min-w-0 grid-cols-1 gap-10">
        <div className="grid grid-cols-1 gap-5">
          <TextField
            label="Headline"
            value={draft.title}
            maxLength={80}
            required
            onChange={(event) => edit({ title: event.target.value })}
            problem={draft.title.trim() === '' ? 'It needs a headline.' : problem('title')}
          />
          <TextField
            label="Line below it"
            value={draft.subtitle}
            maxLength={200}
            onChange={(event) => edit({ subtitle: event.target.value })}
            problem={problem('subtitle')}
          />
          <div className="grid grid-cols-1 items-start gap-5 sm:grid-cols-[minmax(0,1fr)_10rem]">
            <TextField
              label="Address"
              value={draft.slug}
              maxLength={80}
              spellCheck={false}
              autoCapitalize="off"
              hint={`/stories/${draft.slug}`}
              onChange={(event) => edit({ slug: event.target.value })}
              problem={problem('slug')}
            />
            <SelectField
              label="Kind"
              value={draft.kind}
              onChange={(event) => edit({ kind: event.target.value === 'list' ? 'list' : 'story' })}
            >
              <option value="story">{kindWords.story}</option>
              <option value="list">{kindWords.list}</option>
            </SelectField>
          </div>
          <BodyField value={draft.body} onChange={(body) => edit({ body })} problem={problem('body')} />
        </div>
        <AppPicker
          apps={draft.apps}
          onChange={(apps) => edit({ apps })}
          problem={state.appsProblem ? state.failure : null}
        />
        <ArtPicker state={state} />
        <ScheduleFields state={state} />
      </div>
      <aside className="min-w-0 xl:sticky xl:top-24 xl:self-start">
        <Preview state={state} />
      </aside>
      <Foot state={state} />
    </form>
  );
}

function Foot({ state }: { state: DraftState }) {
  const { draft, stored, isDirty, isSaving, isSaved, isConflict, failure, rebase } = state;
  return (
    <SaveBar
      isDirty={isDirty}
      isSaving={isSaving}
      isSaved={isSaved}
      canSave={(isDirty || isSaving) && draft.title.trim() !== ''}
      onUndo={state.undo}
      className="xl:col-span-2"
      notice={
        isConflict ? (
          <ConflictNotice rebase={rebase} theirs="Take theirs" />
        ) : failure && !state.appsProblem ? (
          <Notice tone="bad">{failure}</Notice>
        ) : null
      }
    >
      <span className="ms-auto flex items-center gap-1">
        <a
          href={`/stories/${stored.slug}${stored.state === 'live' ? '' : '?preview'}`}
          target="_blank"
          rel="noreferrer"
          className={buttonClass('plain')}
        >
          <span className="inline-flex items-center gap-2">
            <ExternalLink className="size-4.5" aria-hidden="true" />
            <span className="max-sm:sr-only">{stored.state === 'live' ? 'See it' : 'See it as readers will'}</span>
          </span>
        </a>
        <DeleteButton state={state} />
      </span>
    </SaveBar>
  );
}

function DeleteButton({ state: { stored, remove, isConflict } }: { state: DraftState }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-label="Delete"
        onClick={() => setIsOpen(true)}
        className="grid size-11 place-items-center rounded-control text-muted hover:bg-negative-soft hover:text-negative-text"
      >
        <Trash2 className="size-5" aria-hidden="true" />
      </button>
      <Modal isOpen={isOpen && !isConflict} onClose={() => setIsOpen(false)} title={`Delete “${stored.title}”?`}>
        <div className="grid grid-cols-1 gap-5">
          <p className="text-muted">
            {stored.state === 'live'
              ? 'It disappears from the front page at once, and its address leads nowhere. '
              : ''}
            This cannot be undone. The apps in it stay.
          </p>
          {remove.isError ? <Notice tone="bad">{sentenceOf(remove.error)}</Notice> : null}
          <div className="flex flex-wrap gap-3">
            <Button tone="negative" isWorking={remove.isPending || remove.isSuccess} onClick={() => remove.mutate()}>
              Delete
            </Button>
            <Button tone="soft" onClick={() => setIsOpen(false)}>
              Keep it
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
