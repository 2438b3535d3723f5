import type { CountryOption } from '@/components/layout/country-picker';
import { countryCodes, countryName } from '@/lib/country';

const byName = (a: CountryOption, b: CountryOption) => a.name.localeCompare(b.name, 'en');

const option = (code: string): CountryOption => ({ code, name: countryName(code) });

/** The store's countries by name, with the present one even where it is none of them. */
export const countryOptions = (offered: readonly string[], present: string): CountryOption[] =>
  [...new Set([...offered, present])].map(option).sort(byName);

/** Every country, the store's own first. */
export const allCountryOptions = (offered: readonly string[]): CountryOption[] => [
  ...offered.map(option).sort(byName),
  ...countryCodes
    .filter((code) => !offered.includes(code))
    .map(option)
    .sort(byName),
];
