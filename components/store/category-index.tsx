import { Link } from '@/components/ui/link';
import { formatCount } from '@/components/ui/format';
import type { Category } from '@/lib/catalog/schema';

/** All categories as the index of a book. */
export function CategoryIndex({ categories }: { categories: Category[] }) {
  return (
    <ul className="columns-2 gap-x-6 md:columns-3 md:gap-x-10 lg:columns-4">
      {categories.map((category) => (
        <li key={category.slug} className="break-inside-avoid">
          <Link
            href={`/categories/${category.slug}`}
            className="group flex min-h-11 items-baseline gap-2 rounded-control py-2 text-15 md:text-17"
          >
            <span className="underline-offset-4 group-hover:underline">{category.name}</span>
            <span
              className="min-w-4 flex-1 -translate-y-1 border-b border-dotted border-line-strong max-md:hidden"
              aria-hidden="true"
            />
            <span className="text-13 text-muted numerals max-md:hidden">
              {formatCount(category.appCount)}
              <span className="sr-only"> apps</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
