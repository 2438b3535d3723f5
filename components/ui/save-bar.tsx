import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { sentenceOf } from '@/lib/http/fetch-json';
import { Button } from './button';
import { cx } from './cx';
import { Notice } from './notice';

type Props = {
  isDirty: boolean;
  isSaving: boolean;
  isSaved: boolean;
  /** Also while it is being saved. */
  canSave: boolean;
  onUndo: () => void;
  label?: string;
  /** Said once it is saved. */
  savedText?: string;
  /** Said before that. */
  text?: string | null;
  /** Why it was not saved. */
  notice?: ReactNode;
  /** At the end of the row. */
  children?: ReactNode;
  /** Stays at the foot of the window on wide screens. */
  isSticky?: boolean;
  className?: string;
};

/** The foot of a form that is saved when one says so: save, undo, and how it stands. */
export function SaveBar({
  isDirty,
  isSaving,
  isSaved,
  canSave,
  onUndo,
  label = 'Save',
  savedText = 'Saved',
  text = isDirty && !isSaving ? 'Not saved yet' : null,
  notice,
  children,
  isSticky = true,
  className,
}: Props) {
  return (
    <div
      className={cx(
        isSticky
          ? 'bottom-0 z-20 -mx-(--gutter) grid grid-cols-1 gap-3 border-t border-line bg-paper/95 px-(--gutter) py-3 backdrop-blur-md sm:sticky sm:mx-0 sm:px-0'
          : 'grid gap-4',
        className,
      )}
    >
      {notice}
      <div className="flex min-h-11 flex-wrap items-center gap-3">
        <Button type="submit" disabled={!canSave} isWorking={isSaving}>
          {label}
        </Button>
        {isDirty && !isSaving ? (
          <Button tone="soft" onClick={onUndo}>
            Undo
          </Button>
        ) : null}
        <p role="status" className="flex items-center gap-1.5 text-13 text-muted">
          {isSaved ? (
            <>
              <Check className="size-4 text-accent" aria-hidden="true" />
              {savedText}
            </>
          ) : (
            text
          )}
        </p>
        {children}
      </div>
    </div>
  );
}

type Rebase = { isPending: boolean; isError: boolean; error: unknown; mutate: (whose: 'mine' | 'theirs') => void };

/** Somebody else saved first: go on from theirs, with or without one's own changes. */
export function ConflictNotice({ rebase, theirs }: { rebase: Rebase; theirs: string }) {
  return (
    <Notice tone="warning" title="Somebody else changed this meanwhile">
      <p>Nothing of yours is lost. Go on from theirs, with or without what you changed.</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button className="h-11" isWorking={rebase.isPending} onClick={() => rebase.mutate('mine')}>
          Keep my changes
        </Button>
        <Button tone="soft" className="h-11" onClick={() => !rebase.isPending && rebase.mutate('theirs')}>
          {theirs}
        </Button>
      </div>
      {rebase.isError ? <p className="mt-2">{sentenceOf(rebase.error)}</p> : null}
    </Notice>
  );
}
