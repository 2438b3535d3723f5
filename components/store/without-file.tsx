import { cx } from '@/components/ui/cx';

/** Stands where an owner would find the download: the store knows the version and does not hold its file. */
export function WithoutFile({ className }: { className?: string | undefined }) {
  return <span className={cx('shrink-0 text-13 text-muted', className)}>Listed without a file</span>;
}
