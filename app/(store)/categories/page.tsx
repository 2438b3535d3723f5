import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { CategoryGlyph } from '@/components/store/category-glyph';
import { counted } from '@/components/ui/format';
import { pageContext } from '@/lib/auth/page';
import { describe } from '@/lib/catalog/discovery/plain-text';
import { listHotCategories } from '@/lib/catalog/hot-apps';
import { pageMetadata } from '../../metadata';

export async function generateMetadata(): Promise<Metadata> {
  const categories = await listHotCategories(await pageContext());
  const names = categories.filter(({ appCount }) => appCount > 0).map(({ name }) => name);
  return pageMetadata({
    title: 'Categories',
    description: describe(`Apps in ${counted(names.length, 'category', 'categories')}: ${names.join(', ')}`),
    path: '/categories',
  });
}

export default async function CategoriesPage() {
  const categories = await listHotCategories(await pageContext());
  return (
    <div className="page-width pt-8 md:pt-12">
      <h1 className="serif text-34 md:text-46">Categories</h1>
      <p dir="auto" className="mt-2 text-17 text-muted">
        {counted(
          categories.reduce((sum, { appCount }) => sum + appCount, 0),
          'app',
        )}
        , sorted by what they are for.
      </p>
      <ul className="mt-8 columns-1 gap-x-10 sm:columns-2 lg:columns-3">
        {categories.map((category) => (
          <li key={category.slug} className="break-inside-avoid border-b border-line">
            <div className="group relative flex items-center gap-4 py-4">
              <CategoryGlyph icon={category.icon} hue={category.hue} />
              <div className="min-w-0">
                <h2 className="text-17 font-medium">
                  <Link
                    href={`/categories/${category.slug}`}
                    className="covering rounded-control underline-offset-4 group-hover:underline"
                  >
                    {category.name}
                  </Link>
                </h2>
                <p dir="auto" className="text-13 text-muted numerals">
                  {counted(category.appCount, 'app')}
                </p>
              </div>
            </div>
            {category.subcategories.length > 0 ? (
              <ul className="-mt-1 flex flex-wrap gap-x-4 pb-4 ps-16">
                {category.subcategories.map((sub) => (
                  <li key={sub.slug}>
                    <Link
                      href={`/categories/${category.slug}?subcategory=${sub.slug}`}
                      className="inline-flex min-h-7 items-center rounded-control text-13 text-muted underline-offset-2 hover:text-ink hover:underline"
                    >
                      {sub.name}
                    </Link>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
