const keys = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The place of a rail of tiles that is on its way, as tall as the rail will be. */
export function RailSkeleton() {
  return (
    <div role="status" className="overflow-hidden no-script:hidden">
      <span className="sr-only">Loading</span>
      <div className="skeleton mb-4 h-[1.875rem] w-56" />
      <div className="flex gap-5">
        {keys.map((key) => (
          <div key={key} className="w-52 shrink-0 sm:w-60">
            <div className="skeleton h-40 rounded-card sm:h-44" />
            <div className="skeleton mt-3.5 h-4.5 w-32" />
            <div className="skeleton mt-2 h-3.5 w-44" />
            <div className="skeleton mt-3.5 h-8 w-[5.75rem] rounded-pill" />
          </div>
        ))}
      </div>
    </div>
  );
}
