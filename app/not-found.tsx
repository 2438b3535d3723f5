'use client';

import dynamic from 'next/dynamic';

const NothingHere = dynamic(() => import('@/components/layout/nothing-here').then((module) => module.NothingHere));

/** Only for a `notFound()` outside of the store's pages: every page carries this along, so it holds next to nothing. */
export default function NotFound() {
  return (
    <main id="content">
      <NothingHere />
    </main>
  );
}
