import { cx } from './cx';

/** Turns while something works. */
export function Ring({ className, label }: { className?: string; label?: string }) {
  return (
    <span className={cx('inline-grid', className)}>
      <svg viewBox="0 0 20 20" className="turning size-5" fill="none" strokeWidth="2.25" aria-hidden="true">
        <circle cx="10" cy="10" r="7.5" stroke="currentColor" opacity="0.25" />
        <path d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5" stroke="currentColor" strokeLinecap="round" />
      </svg>
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
