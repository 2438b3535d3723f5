import { RowsSkeleton } from '@/components/store/skeletons';

export default function Loading() {
  return (
    <div className="page-width pt-8 md:pt-12">
      <div className="skeleton mb-10 h-10 w-72 max-w-full" />
      <RowsSkeleton />
    </div>
  );
}
