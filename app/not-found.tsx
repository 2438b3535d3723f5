'use client';

import { NothingHere } from '@/components/layout/nothing-here';

/** Only for a `notFound()` outside of the store's pages: every page carries this along, so it holds next to nothing. */
export default function NotFound() {
  return (
    <main id="content">
      <NothingHere />
    </main>
  );
}
