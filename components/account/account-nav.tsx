'use client';

import { useEffect, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { edgesText, useEdges } from '@/components/ui/use-edges';

type Section = { id: string; title: string };

/** The sections of the account page; says which one is in sight and stays there while the page scrolls. */
export function AccountNav({ sections }: { sections: Section[] }) {
  const row = useRef<HTMLUListElement>(null);
  const edges = useEdges(row);
  const current = useSectionInSight(sections);

  useEffect(() => {
    const list = row.current;
    const link = list?.querySelector(`a[href="#${current}"]`);
    if (!list || !link) return;
    const [outer, inner] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
    // The row alone: scrollIntoView would move the page too.
    list.scrollBy({ left: (inner.left + inner.right - outer.left - outer.right) / 2 });
  }, [current]);

  return (
    <nav aria-label="Account" className="sticky top-16 z-20 border-b border-line bg-paper/90 py-1.5 backdrop-blur-md">
      <div className="page-width">
        <ul ref={row} data-more={edgesText(edges)} className="rail gap-1 scroll-smooth">
          {sections.map(({ id, title }, i) => (
            <li key={id}>
              <a
                href={`#${id}`}
                aria-current={current === id ? 'location' : undefined}
                className={cx(
                  'inline-flex h-11 items-center rounded-pill px-3.5 text-15 font-medium text-muted transition-colors hover:text-ink aria-[current=location]:bg-sunken aria-[current=location]:text-ink',
                  i === 0 && '-ms-3.5',
                )}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

/** The section that was asked for while it is in sight; else the last one to begin above the window's upper third. */
function useSectionInSight(sections: Section[]): string | undefined {
  const [current, setCurrent] = useState(sections[0]?.id);
  const ids = sections.map(({ id }) => id).join(' ');

  useEffect(() => {
    const parts = ids.split(' ').flatMap((id) => document.getElementById(id) ?? []);
    let asked: string | null = location.hash.slice(1);
    const look = () => {
      const begun = parts.filter((part) => part.getBoundingClientRect().top < window.innerHeight / 3);
      const target = parts.find((part) => part.id === asked && isInSight(part));
      setCurrent((target ?? begun.at(-1) ?? parts[0])?.id);
    };
    const ask = () => {
      asked = location.hash.slice(1);
      look();
    };
    // Whoever moves the page on their own looks at what is there.
    const forget = () => {
      asked = null;
    };
    look();
    const passive = { passive: true };
    addEventListener('scroll', look, passive);
    addEventListener('resize', look);
    addEventListener('hashchange', ask);
    for (const type of ['wheel', 'touchmove'] as const) addEventListener(type, forget, passive);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
      removeEventListener('hashchange', ask);
      for (const type of ['wheel', 'touchmove'] as const) removeEventListener(type, forget);
    };
  }, [ids]);

  return current;
}

function isInSight(part: HTMLElement): boolean {
  const { top, bottom } = part.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
