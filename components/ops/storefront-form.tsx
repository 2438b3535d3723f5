'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import type { CountryOption } from '@/components/layout/country-picker';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import type { Settings } from '@/lib/settings-schema';
import { SettingsSection } from './settings-section';
import { useSettingsGroup } from './use-settings-group';

/** `countries`: every country there is. */
export function StorefrontForm({ settings, countries }: { settings: Settings; countries: CountryOption[] }) {
  const group = useSettingsGroup({
    settings,
    read: ({ defaultCountry, countries }) => ({ defaultCountry, countries }),
    toPatch: (changed) => changed,
  });
  const { draft, edit, problem } = group;
  return (
    <SettingsSection
      id="storefront"
      title="Storefront"
      text="A country decides prices and currency. People with an account see their own country’s storefront."
      group={group}
    >
      <SelectField
        label="Country of visitors who chose none"
        value={draft.defaultCountry}
        onChange={(event) => edit({ defaultCountry: event.target.value })}
        problem={problem('defaultCountry')}
        className="sm:max-w-80"
      >
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <CountryList
        label="Countries to choose from"
        chosen={draft.countries}
        countries={countries}
        problem={problem('countries')}
        onChange={(chosen) => edit({ countries: chosen })}
      />
    </SettingsSection>
  );
}

type ListProps = {
  label: string;
  chosen: string[];
  countries: CountryOption[];
  problem: string | null;
  onChange: (chosen: string[]) => void;
};

function CountryList({ label, chosen, countries, problem, onChange }: ListProps) {
  const others = countries.filter(({ code }) => !chosen.includes(code));
  const [picked, setPicked] = useState('');
  const next = others.some(({ code }) => code === picked) ? picked : (others[0]?.code ?? '');
  const nameOf = (code: string) => countries.find((country) => country.code === code)?.name ?? code;
  return (
    <fieldset className="grid grid-cols-1 gap-3">
      <legend className="text-13 font-medium">{label}</legend>
      <p className="mt-1 text-13 text-muted">Offered in the footer. Accounts may be of any country.</p>
      <ul className="flex flex-wrap gap-2">
        {chosen.map((code) => (
          <li key={code} className="flex items-center rounded-pill bg-sunken ps-4 text-13 font-medium">
            {nameOf(code)}
            <button
              type="button"
              disabled={chosen.length === 1}
              aria-label={`Remove ${nameOf(code)}`}
              onClick={() => onChange(chosen.filter((other) => other !== code))}
              className="grid size-11 place-items-center rounded-pill text-muted hover:text-ink disabled:opacity-40"
            >
              <X className="size-4" aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1 sm:max-w-80">
          <SelectField
            label="Another country"
            value={next}
            onChange={(event) => setPicked(event.target.value)}
            problem={problem}
          >
            {others.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
        <Button tone="soft" disabled={next === ''} onClick={() => onChange([...chosen, next])}>
          Add
        </Button>
      </div>
    </fieldset>
  );
}
