'use client';

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { SettingsGroup } from './use-settings-group';

type Props = { id: string; title: string; text?: string; group: SettingsGroup; children: ReactNode };

/** One group of settings with a button of its own. */
export function SettingsSection({ id, title, text, group, children }: Props) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="border-t border-line py-9 first-of-type:border-t-0 first-of-type:pt-0"
    >
      <h2 id={`${id}-title`} className="text-20 font-semibold">
        {title}
      </h2>
      {text ? <p className="mt-1 max-w-[60ch] text-muted">{text}</p> : null}
      <form
        noValidate
        aria-labelledby={`${id}-title`}
        className="mt-6 grid max-w-[44rem] grid-cols-1 gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          group.save();
        }}
      >
        {children}
        <SaveBar group={group} />
      </form>
    </section>
  );
}

function SaveBar({ group }: { group: SettingsGroup }) {
  const { isDirty, isSaving, isSaved, failure, undo } = group;
  return (
    <div className="grid gap-4">
      {failure ? <Notice tone="bad">{failure}</Notice> : null}
      <div className="flex min-h-11 flex-wrap items-center gap-3">
        <Button type="submit" disabled={!isDirty && !isSaving} isWorking={isSaving}>
          Save
        </Button>
        {isDirty && !isSaving ? (
          <Button tone="soft" onClick={undo}>
            Undo
          </Button>
        ) : null}
        <p role="status" className="flex items-center gap-1.5 text-13 text-muted">
          {isSaved ? (
            <>
              <Check className="size-4 text-accent" aria-hidden="true" />
              Saved. In force everywhere within seconds.
            </>
          ) : isDirty && !isSaving ? (
            'Not saved yet'
          ) : null}
        </p>
      </div>
    </div>
  );
}
