const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

/** The place of a rail of tiles that is on its way. */
export function RailSkeleton() {
  return (
    <div role="status" className="overflow-hidden">
      <span className="sr-only">Loading</span>
      <div className="skeleton mb-4 h-8 w-56" />
      <div className="flex gap-5">
        {keys.slice(0, 6).map((key) => (
          <div key={key} className="w-52 shrink-0">
            <div className="skeleton h-40 rounded-card" />
            <div className="skeleton mt-3 h-4 w-32" />
            <div className="skeleton mt-2 h-3 w-44" />
          </div>
        ))}
      </div>
    </div>
  );
}

/** The place of a list of rows that is on its way. */
export function RowsSkeleton() {
  return (
    <div role="status" className="grid grid-cols-1 gap-x-10 sm:grid-cols-2 xl:grid-cols-3">
      <span className="sr-only">Loading</span>
      {keys.map((key) => (
        <div key={key} className="flex items-center gap-3.5 border-b border-line py-3">
          <div className="skeleton size-16 rounded-icon" />
          <div className="flex-1">
            <div className="skeleton h-4 w-32" />
            <div className="skeleton mt-2 h-3 w-44 max-w-full" />
          </div>
          <div className="skeleton h-8 w-23 rounded-pill" />
        </div>
      ))}
    </div>
  );
}
