import { countryCodes, countryName } from '@/lib/country';

/** Every country, by name. */
export const countryOptions = countryCodes
  .map((code) => ({ code, name: countryName(code) }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en'));
