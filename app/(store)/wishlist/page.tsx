import type { Metadata } from 'next';
import { WishlistList } from '@/components/store/wishlist-list';
import { pageContext, requirePageUser } from '@/lib/auth/page';
import { listWishlist } from '@/lib/catalog/wishlist';
import { ownedOf } from '../../owned';
import { fromCursor, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Wishlist', robots: { index: false } };

const limit = 30;

export default async function WishlistPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  requirePageUser(ctx, '/wishlist');
  const { cursor: asked } = await pick(searchParams, ['cursor']);
  const { page, cursor } = await fromCursor(asked, (from) => listWishlist(ctx, { limit, cursor: from }));
  const owned = await ownedOf(
    ctx,
    page.items.map((item) => item.app),
  );

  return (
    <div className="page-width pt-8 md:pt-12">
      <h1 className="serif mb-6 text-34 md:text-46">Wishlist</h1>
      <WishlistList
        params={{ limit: String(limit), ...(cursor ? { cursor } : {}) }}
        first={page}
        owned={[...owned]}
        href="/wishlist"
      />
    </div>
  );
}
