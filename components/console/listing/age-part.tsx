'use client';

import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { ageAnswers, ageQuestions, ageRatingOf } from '@/lib/publishing/age';
import type { Listing, ListingView } from '@/lib/publishing/schema';
import { FormPart, PendingMark } from '../field';
import type { ListingState } from './use-listing';

const answerWords = { none: 'None', some: 'Some', much: 'Much' } as const;

const isAsked = (listing: Listing) => Object.keys(listing.age).length > 0;

/** The age that the answers give now; what moderators raised it to, and what an older app has, stays. */
export function ageNow(draft: Listing, stored: ListingView): number {
  if (!isAsked(draft)) return stored.ageRating;
  const raised = isAsked(stored.listing) && stored.ageRating > ageRatingOf(stored.listing.age);
  return ageRatingOf(draft.age, raised ? stored.ageRating : null);
}

/** Ten questions, and the age that follows from the answers. */
export function AgePart({ state }: { state: ListingState }) {
  const { draft, stored, edit, problemsAt, isPending } = state;
  const id = useId();
  const open = new Set(
    problemsAt('age')
      .filter(({ severity }) => severity === 'error')
      .map(({ path }) => path.split('.')[1]),
  );
  const unanswered = ageQuestions.filter((question) => draft.age[question.id] === undefined);
  const age = ageNow(draft, stored);
  return (
    <FormPart
      id="age"
      title="Age"
      text="How much of this is in the app? The age rating follows from the answers; moderators may raise it."
    >
      <div id="field-age" className="grid scroll-mt-24 grid-cols-1 gap-4">
        <p role="status" className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card bg-sunken px-5 py-4">
          <span className="text-34 font-semibold numerals">{age}+</span>
          <span className="min-w-0 flex-1 basis-48 text-13 text-muted">
            {unanswered.length === 0
              ? 'By your answers.'
              : unanswered.length === ageQuestions.length
                ? 'Nothing is answered yet.'
                : `So far; ${unanswered.length} of ${ageQuestions.length} questions are open.`}
          </span>
          {isPending('age') ? <PendingMark /> : null}
        </p>
        <ul className="divide-y divide-line border-y border-line">
          {ageQuestions.map(({ id: question, text }) => (
            <li key={question}>
              <fieldset className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
                <legend className="float-start min-w-0 flex-1 basis-52 text-15">
                  {text}
                  {open.has(question) ? <span className="ms-2 text-13 text-amber-text">open</span> : null}
                </legend>
                <span className="flex gap-1">
                  {ageAnswers.map((answer) => (
                    <label
                      key={answer}
                      className={cx(
                        'grid h-10 min-w-16 place-items-center rounded-pill border border-line px-3 text-13 font-medium text-muted transition-colors pointer-coarse:h-11',
                        'hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
                      )}
                    >
                      <input
                        type="radio"
                        name={`${id}-${question}`}
                        value={answer}
                        checked={draft.age[question] === answer}
                        onChange={() => edit({ age: { ...draft.age, [question]: answer } })}
                        className="sr-only"
                      />
                      {answerWords[answer]}
                    </label>
                  ))}
                </span>
              </fieldset>
            </li>
          ))}
        </ul>
        {unanswered.length > 0 ? (
          <div>
            <Button
              tone="soft"
              onClick={() =>
                edit({ age: { ...Object.fromEntries(unanswered.map((one) => [one.id, 'none'])), ...draft.age } })
              }
            >
              {unanswered.length === ageQuestions.length ? 'Nothing of all this' : 'None of the others'}
            </Button>
          </div>
        ) : null}
      </div>
    </FormPart>
  );
}
