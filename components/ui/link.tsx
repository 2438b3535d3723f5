import type { ComponentProps } from 'react';

type Props = ComponentProps<'a'> & { href: string };

/**
 * A link to another page of the store. It is a plain link that `LinkClicks` follows without loading the document anew:
 * a page of cards has more than a hundred, and a component for each would make its start slower.
 */
export function Link(props: Props) {
  return <a data-link="" {...props} />;
}
