import type { Metadata } from 'next';
import { LibraryControls } from '@/components/store/library-controls';
import { LibraryList } from '@/components/store/library-list';
import { pageContext, requirePageUser } from '@/lib/auth/page';
import { listLibrary } from '@/lib/downloads/queries';
import { libraryQuery } from '@/lib/purchases/schema';
import { addressOf, fromCursor, keepValid, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Library', robots: { index: false } };

export default async function LibraryPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  const { cursor: asked, ...values } = keepValid(libraryQuery, await pick(searchParams, ['q', 'filter', 'cursor']));
  requirePageUser(ctx, addressOf('/library', values));
  const query = { ...values, limit: '30' };
  const { page, cursor } = await fromCursor(asked, (from) =>
    listLibrary(ctx, libraryQuery.parse({ ...query, cursor: from })),
  );

  const q = values.q ?? '';
  const filter = values.filter === 'all' ? '' : (values.filter ?? '');
  const ownsNothing = page.items.length === 0 && !cursor && q === '' && filter === '';

  return (
    <div className="page-width pt-8 md:pt-12">
      <h1 className="serif mb-6 text-34 md:text-46">Library</h1>
      {ownsNothing ? null : (
        <div className="mb-6">
          <LibraryControls q={q} filter={filter} />
        </div>
      )}
      <LibraryList
        params={{ ...query, ...(cursor ? { cursor } : {}) }}
        first={page}
        href={addressOf('/library', values)}
      />
    </div>
  );
}
