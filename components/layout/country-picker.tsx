'use client';

import { Globe } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useChooseCountry } from './use-choose-country';

export type CountryOption = { code: string; name: string };

/** A visitor's storefront. Without scripts it is a form that puts ?country= into the address. */
export function CountryPicker({ country, countries }: { country: string; countries: CountryOption[] }) {
  const pathname = usePathname();
  const { choose, isPending } = useChooseCountry();

  return (
    <form action={pathname} className="inline-flex items-center gap-2" aria-busy={isPending}>
      <Globe className="size-4.5 text-muted" aria-hidden="true" />
      <label htmlFor="storefront-country" className="sr-only">
        Country
      </label>
      <select
        id="storefront-country"
        name="country"
        defaultValue={country}
        key={country}
        onChange={(event) => choose(event.target.value)}
        className="select-arrow h-11 rounded-control border border-line-strong bg-surface pe-9 ps-3 text-13"
      >
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <noscript>
        <button type="submit" className="h-11 rounded-control bg-sunken px-3 text-13 font-medium">
          Change
        </button>
      </noscript>
    </form>
  );
}
