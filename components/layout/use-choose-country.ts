'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { keepChoice } from './cookies';

/** Takes a visitor to another country's storefront, on the page where they are. */
export function useChooseCountry(): { choose: (code: string) => void; isPending: boolean } {
  const router = useRouter();
  const pathname = usePathname();
  const [isPending, startTransition] = useTransition();

  const choose = (code: string) => {
    keepChoice('pomona-country', code);
    const search = new URLSearchParams(location.search);
    search.delete('country');
    const query = search.toString();
    startTransition(() => {
      if (location.search === (query && `?${query}`)) router.refresh();
      else router.replace(query ? `${pathname}?${query}` : pathname, { scroll: false });
    });
  };
  return { choose, isPending };
}
