'use client';

import { fromSnake } from '@/components/ui/format';
import { accessibilityFlags } from '@/lib/catalog/rules';
import { dataKinds, type Listing } from '@/lib/publishing/schema';
import { FormPart, PendingMark, Problems } from '../field';
import type { ListingState } from './use-listing';

type Label = Listing['privacyLabel'];

const columns = [
  { key: 'tracking', name: 'Tracking', text: 'followed across apps and sites of other companies' },
  { key: 'linked', name: 'Linked', text: 'kept together with who people are' },
  { key: 'collected', name: 'Not linked', text: 'kept without their name' },
] as const;

const toggled = (kinds: readonly string[], kind: string, isOn: boolean) =>
  isOn ? [...kinds, kind] : kinds.filter((one) => one !== kind);

/** Which data the app takes, and what for. */
export function PrivacyPart({ state: { draft, edit, problemsAt, isPending } }: { state: ListingState }) {
  const label: Label = draft.privacyLabel;
  // Imported listings know kinds that the form does not.
  const others = [...new Set(Object.values(label).flat())].filter((kind) => !dataKinds.some((known) => known === kind));
  return (
    <FormPart
      id="privacy"
      title="Privacy"
      text="Tick what leaves the device. Everything that is not ticked, the app does not collect."
    >
      <div id="field-privacyLabel" className="grid scroll-mt-24 grid-cols-1 gap-3">
        <div className="flex flex-wrap gap-2 empty:hidden">{isPending('privacyLabel') ? <PendingMark /> : null}</div>
        <table className="w-full table-fixed border-separate border-spacing-0">
          <caption className="sr-only">Data that the app collects</caption>
          <thead>
            <tr className="align-bottom *:border-b *:border-line *:pb-2 *:text-12 *:font-medium *:text-muted">
              <th scope="col" className="text-start">
                Data
              </th>
              {columns.map(({ key, name, text }) => (
                <th key={key} scope="col" className="w-[4.75rem] text-center sm:w-28" title={text}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...dataKinds, ...others].map((kind) => (
              <tr key={kind} className="*:border-b *:border-line">
                <th scope="row" className="py-1 pe-2 text-start text-15 font-normal wrap-anywhere">
                  {fromSnake(kind)}
                </th>
                {columns.map(({ key, name }) => (
                  <td key={key} className="p-0 text-center">
                    <label className="inline-grid size-11 place-items-center">
                      <input
                        type="checkbox"
                        checked={label[key].includes(kind)}
                        aria-label={`${fromSnake(kind)}: ${name}`}
                        onChange={(event) =>
                          edit({ privacyLabel: { ...label, [key]: toggled(label[key], kind, event.target.checked) } })
                        }
                        className="size-5 accent-accent"
                      />
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <dl className="grid grid-cols-1 gap-1 text-13 text-muted">
          {columns.map(({ key, name, text }) => (
            <div key={key}>
              <dt className="inline font-medium text-ink">{name}: </dt>
              <dd className="inline">{text}.</dd>
            </div>
          ))}
        </dl>
        <Problems problems={problemsAt('privacyLabel')} />
      </div>
    </FormPart>
  );
}

/** Which aids the app supports. */
export function AccessibilityPart({ state: { draft, edit, problemsAt, isPending } }: { state: ListingState }) {
  return (
    <FormPart id="accessibility" title="Accessibility" text="Only what works throughout the app: reviewers try it.">
      <div id="field-accessibility" className="grid scroll-mt-24 grid-cols-1 gap-3">
        <div className="flex flex-wrap gap-2 empty:hidden">{isPending('accessibility') ? <PendingMark /> : null}</div>
        <fieldset className="grid grid-cols-1 sm:grid-cols-2" aria-label="Accessibility">
          {accessibilityFlags.map((flag) => (
            <label key={flag} className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                checked={draft.accessibility.includes(flag)}
                onChange={(event) =>
                  edit({
                    accessibility: accessibilityFlags.filter((one) =>
                      one === flag ? event.target.checked : draft.accessibility.includes(one),
                    ),
                  })
                }
                className="size-5 shrink-0 accent-accent"
              />
              {fromSnake(flag)}
            </label>
          ))}
        </fieldset>
        <Problems problems={problemsAt('accessibility')} />
      </div>
    </FormPart>
  );
}
