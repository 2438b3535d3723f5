'use client';

import { useSyncExternalStore } from 'react';
import { fromLocal, localMoment, toLocal, zoneName } from '@/components/ops/collections/words';
import { Choice, type Option } from '@/components/ops/choice';
import { TextField } from '@/components/ui/field';
import type { VersionForm } from './use-version-form';
import type { Fields } from './version-fields';

const modes: Option<Fields['releaseMode']>[] = [
  { value: 'manual', label: 'When I release it', text: 'It waits for you after its approval.' },
  { value: 'automatic', label: 'As soon as it is approved', text: 'It goes into the store by itself.' },
  { value: 'scheduled', label: 'At a date', text: 'Not before; and not before its approval.' },
];

const never = () => () => {};

/** When an approved version goes into the store. */
export function ReleaseFields({ form: { draft, edit, problem, isDateMissing } }: { form: VersionForm }) {
  // Only the browser knows its time zone.
  const isBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <>
      <Choice
        legend="Release"
        options={modes}
        value={draft.releaseMode}
        onChange={(releaseMode) =>
          edit(releaseMode === 'scheduled' ? { releaseMode } : { releaseMode, releaseAt: null })
        }
      />
      {draft.releaseMode === 'scheduled' ? (
        <div className="max-w-80">
          <TextField
            label="Date and time"
            type="datetime-local"
            value={isBrowser ? toLocal(draft.releaseAt) : ''}
            onChange={(event) => edit({ releaseAt: fromLocal(event.target.value) })}
            problem={problem('releaseAt')}
            hint={
              isBrowser
                ? isDateMissing
                  ? `Times are those of this computer: ${zoneName()}.`
                  : `${localMoment(draft.releaseAt ?? '')}, ${zoneName()}.`
                : undefined
            }
          />
        </div>
      ) : null}
    </>
  );
}
