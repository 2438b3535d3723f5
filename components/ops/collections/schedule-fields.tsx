'use client';

import { useSyncExternalStore } from 'react';
import { Chip } from '@/components/ops/chip';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import type { DraftState } from './use-draft';
import { fromLocal, localMoment, stateTones, stateWords, toLocal, zoneName } from './words';

const never = () => () => {};

/** False on the server and while the page comes alive: only the browser knows its time zone. */
const useIsBrowser = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** When visitors see it: nothing is a draft, a start is a plan, an end takes it away again. */
export function ScheduleFields({ state }: { state: DraftState }) {
  const { draft, edit, stored, problem } = state;
  const isBrowser = useIsBrowser();
  const local = (iso: string | null) => (isBrowser ? toLocal(iso) : '');
  const isPlanned = draft.startsAt !== stored.startsAt || draft.endsAt !== stored.endsAt;
  return (
    <fieldset className="grid grid-cols-1 gap-4">
      <legend className="mb-3 text-17 font-semibold">When it is shown</legend>
      <p className="flex flex-wrap items-center gap-2.5">
        <Chip tone={stateTones[stored.state]}>{stateWords[stored.state]}</Chip>
        <span className="text-13 text-muted">{isBrowser ? sentence(draft.startsAt, draft.endsAt, isPlanned) : ''}</span>
      </p>
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
        <div className="grid gap-2">
          <TextField
            label="Starts"
            type="datetime-local"
            value={local(draft.startsAt)}
            onChange={(event) => {
              const startsAt = fromLocal(event.target.value);
              edit({ startsAt, ...(startsAt === null ? { endsAt: null } : {}) });
            }}
            problem={problem('startsAt')}
          />
          <div className="flex flex-wrap gap-2">
            <Button
              tone="soft"
              className="h-11 text-13"
              onClick={() => edit({ startsAt: new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString() })}
            >
              Now
            </Button>
            {draft.startsAt === null ? null : (
              <Button tone="soft" className="h-11 text-13" onClick={() => edit({ startsAt: null, endsAt: null })}>
                Back to a draft
              </Button>
            )}
          </div>
        </div>
        <TextField
          label="Ends (optional)"
          type="datetime-local"
          value={local(draft.endsAt)}
          disabled={draft.startsAt === null}
          min={local(draft.startsAt)}
          onChange={(event) => edit({ endsAt: fromLocal(event.target.value) })}
          problem={problem('endsAt')}
        />
      </div>
      <p className="min-h-5 text-13 text-muted">
        {isBrowser ? `Times are those of this computer: ${zoneName()}.` : ''}
      </p>
    </fieldset>
  );
}

function sentence(startsAt: string | null, endsAt: string | null, isPlanned: boolean): string {
  const saved = isPlanned ? 'Once saved: ' : '';
  if (startsAt === null) return `${saved}nobody but admins can see it.`;
  const until = endsAt ? ` until ${localMoment(endsAt)}` : '';
  const verb = new Date(startsAt) > new Date() ? 'from' : 'since';
  return `${saved}on the front page ${verb} ${localMoment(startsAt)}${until}.`;
}
