'use client';

import { useEffect, useRef } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Modal } from '@/components/ui/modal';
import { hrefOf, type SearchValues, withFilter, withoutFilters } from './address';
import { commitAddress, replaceAddress } from './entries';
import { FacetGroup } from './facet-group';
import { type Facet, shortFirst } from './facets';

type Props = {
  isOpen: boolean;
  facets: Facet[];
  values: SearchValues;
  /** How many filters are on. */
  count: number;
  /** "123 apps": what the choices so far leave. */
  countText: string;
  onClose: () => void;
};

/** The filters of small screens. Each choice counts at once; however many there are, one way back undoes them. */
export function FilterSheet({ isOpen, facets, values, count, countText, onClose }: Props) {
  const hasChosen = useRef(false);

  useEffect(() => {
    if (!isOpen) return;
    hasChosen.current = false;
    window.addEventListener('popstate', onClose);
    return () => window.removeEventListener('popstate', onClose);
  }, [isOpen, onClose]);

  const leadTo = (next: SearchValues) => {
    (hasChosen.current ? replaceAddress : commitAddress)(hrefOf(next));
    hasChosen.current = true;
  };

  return (
    <Modal isOpen={isOpen} onClose={onClose} title={count > 0 ? `Filters (${count})` : 'Filters'}>
      <div className="grid gap-6">
        {shortFirst(facets).map((facet) => (
          <FacetGroup
            key={facet.name}
            facet={facet}
            values={values}
            shape="grid"
            onChoose={(name, value) => leadTo(withFilter(values, name, value))}
          />
        ))}
      </div>
      <div className="sticky bottom-0 -mx-5 mt-6 -mb-5 flex items-center gap-3 border-t border-line bg-surface px-5 pt-3 pb-5">
        <button
          type="button"
          aria-disabled={count === 0}
          onClick={() => count > 0 && leadTo(withoutFilters(values))}
          className={buttonClass('plain', 'h-11 aria-disabled:text-muted aria-disabled:hover:bg-transparent')}
        >
          Clear all
        </button>
        <Button onClick={onClose} className="min-w-0 flex-1">
          <span className="truncate numerals">Show {countText}</span>
        </Button>
        <p role="status" className="sr-only">
          {countText}
        </p>
      </div>
    </Modal>
  );
}
