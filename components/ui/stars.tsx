import { cx } from './cx';

const path =
  'M10 1.6c.4 0 .7.2.9.6l2.1 4.4 4.8.7c.8.1 1.1 1 .5 1.6l-3.5 3.4.9 4.8c.1.8-.7 1.4-1.4 1L10 15.8l-4.3 2.3c-.7.4-1.5-.2-1.4-1l.9-4.8L1.7 8.9c-.6-.6-.3-1.5.5-1.6L7 6.6l2.1-4.4c.2-.4.5-.6.9-.6Z';

/** Stars filled to a tenth; the number is said in words. */
export function Stars({
  value,
  className,
  isDecorative = false,
}: {
  value: number;
  className?: string;
  isDecorative?: boolean;
}) {
  const filled = Math.max(0, Math.min(5, Math.round(value * 10) / 10));
  const said = isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': `${filled} out of 5 stars` };
  return (
    <span {...said} className={cx('relative inline-block w-[5.25em] text-13', className)}>
      <Row className="text-line-strong opacity-50" />
      <span className="absolute inset-y-0 start-0 overflow-hidden text-amber" style={{ width: `${filled * 20}%` }}>
        <Row />
      </span>
    </span>
  );
}

function Row({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 100 20"
      className={cx('block h-[1.05em] w-[5.25em]', className)}
      fill="currentColor"
      aria-hidden="true"
    >
      {[0, 20, 40, 60, 80].map((x) => (
        <path key={x} d={path} transform={`translate(${x} 0)`} />
      ))}
    </svg>
  );
}

export function Star({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={cx('size-[1em] text-amber', className)} fill="currentColor" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
