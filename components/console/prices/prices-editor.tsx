'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Choice } from '@/components/ops/choice';
import { Button } from '@/components/ui/button';
import { controlClass, SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SaveBar } from '@/components/ui/save-bar';
import { formatMoney } from '@/lib/money';
import type { PricesView } from '@/lib/publishing/prices/schema';
import { FormPart } from '../field';
import { amountText } from './amounts';
import { baseOf } from './base-of';
import { usePrices } from './use-prices';

type Country = { code: string; name: string; currency: string | null };

type Props = {
  appId: string;
  initial: PricesView;
  /** Every country, with its own currency. */
  countries: Country[];
  isReleased: boolean;
  refusal: string | null;
};

/** What an app costs: a base price, what follows from it in each country, and exceptions. */
export function PricesEditor({ appId, initial, countries, isReleased, refusal }: Props) {
  const currencies = Object.fromEntries(
    countries.flatMap(({ code, currency }) => (currency === null ? [] : [[code, currency] as const])),
  );
  const state = usePrices({ appId, initial, currencies });
  const { draft, edit, stored, problem } = state;
  const known = [...new Set([...Object.values(currencies), draft.currency])].sort();
  const wasFree = (baseOf(stored)?.amountMinor ?? 0) === 0;
  return (
    <form
      noValidate
      aria-label="Prices"
      className="grid grid-cols-1 gap-12"
      onSubmit={(event) => {
        event.preventDefault();
        state.save();
      }}
    >
      <fieldset disabled={refusal !== null} className="grid min-w-0 grid-cols-1 gap-12" id="field-prices">
        <legend className="sr-only">Prices</legend>
        {refusal === null ? null : (
          <Notice tone="info" title="You can read this and not change it">
            {refusal}
          </Notice>
        )}
        <FormPart
          id="base"
          title="Base price"
          text="Tax included. The other countries follow from it, with friendly endings."
        >
          <div className="grid max-w-[40rem] grid-cols-1 gap-5">
            <Choice
              legend="It is"
              options={[
                { value: 'free', label: 'Free', text: 'Everybody gets it for nothing.' },
                { value: 'paid', label: 'Paid', text: 'Bought once, theirs for good.' },
              ]}
              value={draft.isFree ? 'free' : 'paid'}
              onChange={(kind) => edit({ isFree: kind === 'free' })}
            />
            {draft.isFree ? null : (
              <div className="grid grid-cols-1 items-start gap-5 sm:grid-cols-[minmax(0,1fr)_10rem]">
                <TextField
                  label="Amount"
                  inputMode="decimal"
                  value={draft.amount}
                  autoComplete="off"
                  placeholder={amountText(299, 'USD')}
                  onChange={(event) => edit({ amount: event.target.value })}
                  problem={problem('base.amountMinor')}
                />
                <SelectField
                  label="Currency"
                  value={draft.currency}
                  onChange={(event) => edit({ currency: event.target.value })}
                  problem={problem('base.currency')}
                >
                  {known.map((currency) => (
                    <option key={currency}>{currency}</option>
                  ))}
                </SelectField>
              </div>
            )}
            {isReleased && wasFree !== draft.isFree ? (
              <Notice tone="info" title="Owners keep it">
                {draft.isFree
                  ? 'From then on it costs nothing. Those who paid for it keep it; they are not paid back.'
                  : 'From then on it costs. Whoever has it by then keeps it and its updates, for nothing.'}
              </Notice>
            ) : null}
          </div>
        </FormPart>
        <Countries state={state} countries={countries} />
      </fieldset>
      {refusal === null ? <Foot state={state} /> : null}
    </form>
  );
}

type State = ReturnType<typeof usePrices>;

function Countries({ state, countries }: { state: State; countries: Country[] }) {
  const { stored, draft, edit, problem, currencyIn, isTouched } = state;
  const [picked, setPicked] = useState('');
  const nameOf = (code: string) => countries.find((country) => country.code === code)?.name ?? code;
  const added = Object.keys(draft.overrides).filter(
    (code) => !stored.countries.some(({ country }) => country === code),
  );
  const rows = [
    ...stored.countries.filter(({ country }) => country !== '*').map(({ country }) => country),
    ...added,
  ].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'));
  const rest = countries.filter(({ code }) => !rows.includes(code));
  const others = stored.countries.find(({ country }) => country === '*');
  return (
    <FormPart
      id="countries"
      title="By country"
      text="An amount of its own stays when the base changes. Empty, the country follows the base."
    >
      {rows.length === 0 ? (
        <p className="text-muted">Once the base price is saved, every country of the store is here.</p>
      ) : (
        <table className="w-full table-fixed border-separate border-spacing-0">
          <caption className="sr-only">Prices by country</caption>
          <thead>
            <tr className="*:border-b *:border-line *:py-2.5 *:text-13 *:font-medium *:text-muted">
              <th scope="col" className="text-start">
                Country
              </th>
              <th scope="col" className="w-28 text-end">
                People pay
              </th>
              <th scope="col" className="w-36 ps-4 text-start sm:w-44">
                Own price
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((code) => {
              const price = stored.countries.find(({ country }) => country === code);
              const text = draft.overrides[code] ?? '';
              const wrong = problem(`overrides.${code}`);
              return (
                <tr key={code} className="*:border-b *:border-line">
                  <th scope="row" className="py-2 pe-2 text-start font-normal wrap-anywhere">
                    {nameOf(code)}
                  </th>
                  <td className={`py-2 text-end numerals ${isTouched ? 'text-muted' : ''}`}>
                    {price ? (price.amountMinor === 0 ? 'Free' : formatMoney(price)) : '–'}
                  </td>
                  <td className="py-2 ps-4">
                    <span className="flex items-center gap-2">
                      <input
                        aria-label={`Own price in ${nameOf(code)}, ${currencyIn(code)}`}
                        aria-invalid={wrong ? true : undefined}
                        aria-describedby={wrong ? `wrong-${code}` : undefined}
                        inputMode="decimal"
                        autoComplete="off"
                        value={text}
                        placeholder={price && !price.isOverride ? amountText(price.amountMinor, price.currency) : ''}
                        onChange={(event) => edit({ overrides: { ...draft.overrides, [code]: event.target.value } })}
                        className={`${controlClass} min-w-0 text-end numerals`}
                      />
                      <span className="w-9 shrink-0 text-12 text-muted" aria-hidden="true">
                        {currencyIn(code)}
                      </span>
                    </span>
                    {wrong ? (
                      <span id={`wrong-${code}`} className="block text-13 text-negative-text">
                        {wrong}
                      </span>
                    ) : null}
                  </td>
                </tr>
              );
            })}
            {others ? (
              <tr className="*:border-b *:border-line">
                <th scope="row" className="py-3.5 pe-2 text-start font-normal">
                  Everywhere else
                </th>
                <td className={`py-3.5 text-end numerals ${isTouched ? 'text-muted' : ''}`}>
                  {others.amountMinor === 0 ? 'Free' : formatMoney(others)}
                </td>
                <td className="py-3.5 ps-4 text-13 text-muted">the base price</td>
              </tr>
            ) : null}
          </tbody>
        </table>
      )}
      {isTouched && rows.length > 0 ? (
        <p role="status" className="text-13 text-muted">
          The amounts are those in force; they are worked out anew when you save.
        </p>
      ) : null}
      {rows.length > 0 ? (
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-0 flex-1 basis-52 sm:max-w-80">
            <SelectField label="Another country" value={picked} onChange={(event) => setPicked(event.target.value)}>
              <option value="">Choose one</option>
              {rest.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </SelectField>
          </div>
          <Button
            tone="soft"
            disabled={picked === ''}
            onClick={() => {
              edit({ overrides: { ...draft.overrides, [picked]: '' } });
              setPicked('');
            }}
          >
            <Plus className="size-4.5" aria-hidden="true" />
            Add
          </Button>
        </div>
      ) : null}
    </FormPart>
  );
}

function Foot({ state }: { state: State }) {
  const { stored, isTouched, canSave, isSaving, isSaved, failure, undo } = state;
  return (
    <SaveBar
      isDirty={isTouched}
      isSaving={isSaving}
      isSaved={isSaved}
      canSave={canSave || isSaving}
      onUndo={undo}
      label="Save prices"
      savedText="Saved, and in force"
      text={
        isTouched
          ? 'Not saved yet. In force at once when you save.'
          : stored.base === null
            ? 'No base price is set yet. Countries keep the prices they have until you save.'
            : null
      }
      notice={failure ? <Notice tone="bad">{failure}</Notice> : null}
    />
  );
}
