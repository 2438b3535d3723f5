'use client';

import NextLink from 'next/link';
import { type ComponentProps, useState } from 'react';

/** A link that fetches ahead once somebody means it; a page of cards would otherwise ask for each of its apps. */
export function Link(props: ComponentProps<typeof NextLink>) {
  const [isMeant, setIsMeant] = useState(false);
  const mean = () => setIsMeant(true);
  return (
    <NextLink prefetch={isMeant ? null : false} onPointerEnter={mean} onTouchStart={mean} onFocus={mean} {...props} />
  );
}
