import { Link } from '@/components/ui/link';

type Props = { label: string; path: string; tabs: { state: string; label: string }[]; state: string };

/** The parts of a list, each with an address of its own; the first is the path's. */
export function StateTabs({ label, path, tabs, state }: Props) {
  return (
    <nav aria-label={label} className="mb-5 flex gap-1">
      {tabs.map((tab, index) => (
        <Link
          key={tab.state}
          href={index === 0 ? path : `${path}?state=${tab.state}`}
          aria-current={tab.state === state ? 'page' : undefined}
          className="flex h-11 items-center rounded-pill px-4 text-15 font-medium text-muted hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink"
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
