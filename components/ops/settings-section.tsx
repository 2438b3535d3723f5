'use client';

import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { SaveBar } from '@/components/ui/save-bar';
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
        <Foot group={group} />
      </form>
    </section>
  );
}

function Foot({ group }: { group: SettingsGroup }) {
  const { isDirty, isSaving, isSaved, failure, undo } = group;
  return (
    <SaveBar
      isDirty={isDirty}
      isSaving={isSaving}
      isSaved={isSaved}
      canSave={isDirty || isSaving}
      onUndo={undo}
      savedText="Saved. In force everywhere within seconds."
      notice={failure ? <Notice tone="bad">{failure}</Notice> : null}
      isSticky={false}
    />
  );
}
