import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Of a long list this many come first, until somebody asks for the rest. */
const firstOf = 3;

/** The first of a list or, once asked for, all of it; and the button that asks, which keeps the focus. */
export function useShowAll<T>(all: readonly T[]) {
  const [isAll, setIsAll] = useState(false);
  return {
    shown: isAll ? all : all.slice(0, firstOf),
    button:
      all.length <= firstOf ? null : (
        <Button
          tone="plain"
          className="mt-1 justify-self-start px-3 text-13"
          aria-expanded={isAll}
          onClick={() => setIsAll(!isAll)}
        >
          {isAll ? `Show the first ${firstOf}` : `Show all ${all.length}`}
        </Button>
      ),
  };
}
