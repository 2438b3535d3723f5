'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import type { CountryOption } from '@/components/layout/country-picker';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import type { Settings } from '@/lib/settings-schema';
import { NumberField } from './number-field';
import { SettingsSection } from './settings-section';
import { useSettingsGroup } from './use-settings-group';

type Draft = Settings['commission'] & { taxRates: Settings['taxRates'] };

/** `countries`: every country there is. */
export function MoneyForm({ settings, countries }: { settings: Settings; countries: CountryOption[] }) {
  const group = useSettingsGroup<Draft>({
    settings,
    read: ({ commission, taxRates }) => ({ ...commission, taxRates }),
    toPatch: ({ taxRates, ...commission }) => ({
      ...(taxRates ? { taxRates } : {}),
      ...(Object.keys(commission).length > 0 ? { commission } : {}),
    }),
  });
  const { draft, edit, problem } = group;
  return (
    <SettingsSection
      id="money"
      title="Money"
      text="For purchases from now on; what was sold keeps the rates of its day."
      group={group}
    >
      <div className="grid grid-cols-1 items-start gap-5 sm:grid-cols-3">
        <NumberField
          label="Commission (%)"
          unit={0.01}
          value={draft.standardRate}
          onChange={(standardRate) => edit({ standardRate })}
          problem={problem('commission.standardRate')}
          hint="Share of the net price that the store keeps."
        />
        <NumberField
          label="Reduced commission (%)"
          unit={0.01}
          value={draft.reducedRate}
          onChange={(reducedRate) => edit({ reducedRate })}
          problem={problem('commission.reducedRate')}
          hint="For small developers."
        />
        <NumberField
          label="Small below (US$ a year)"
          unit={100}
          value={draft.reducedBelowUsdMinor}
          onChange={(reducedBelowUsdMinor) => edit({ reducedBelowUsdMinor })}
          problem={problem('commission.reducedBelowUsdMinor')}
          hint="Net sales of the year."
        />
      </div>
      <TaxRates
        rates={draft.taxRates}
        countries={countries}
        problem={problem}
        onChange={(taxRates) => edit({ taxRates })}
      />
    </SettingsSection>
  );
}

type TaxProps = {
  rates: Settings['taxRates'];
  countries: CountryOption[];
  problem: (path: string) => string | null;
  onChange: (rates: Settings['taxRates']) => void;
};

function TaxRates({ rates, countries, problem, onChange }: TaxProps) {
  const taxed = countries.filter(({ code }) => code in rates);
  const others = countries.filter(({ code }) => !(code in rates));
  const [picked, setPicked] = useState('');
  const next = others.some(({ code }) => code === picked) ? picked : (others[0]?.code ?? '');
  return (
    <fieldset className="grid grid-cols-1 gap-3">
      <legend className="text-13 font-medium">Tax included in prices</legend>
      <p className="mt-1 text-13 text-muted">
        {taxed.length === 0
          ? 'No country has a tax rate: prices are net everywhere. Add the countries that you owe tax in.'
          : 'Countries that are not here have none.'}
      </p>
      <ul className="grid grid-cols-1 gap-2 empty:hidden">
        {taxed.map(({ code, name }) => (
          <li key={code} className="flex items-start gap-3">
            <span className="min-w-0 flex-1 py-2.5">{name}</span>
            <div className="w-28">
              <NumberField
                label={`Tax in ${name} (%)`}
                isLabelHidden
                unit={0.01}
                value={rates[code] ?? Number.NaN}
                onChange={(rate) => onChange({ ...rates, [code]: rate })}
                problem={problem(`taxRates.${code}`)}
              />
            </div>
            <span className="py-2.5 text-muted" aria-hidden="true">
              %
            </span>
            <button
              type="button"
              aria-label={`Remove the tax rate of ${name}`}
              onClick={() => onChange(Object.fromEntries(Object.entries(rates).filter(([key]) => key !== code)))}
              className="grid size-11 place-items-center rounded-pill text-muted hover:bg-sunken hover:text-ink"
            >
              <X className="size-4.5" aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1 sm:max-w-80">
          <SelectField label="Country with a tax" value={next} onChange={(event) => setPicked(event.target.value)}>
            {others.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
        <Button tone="soft" disabled={next === ''} onClick={() => onChange({ ...rates, [next]: 0 })}>
          Add
        </Button>
      </div>
    </fieldset>
  );
}
