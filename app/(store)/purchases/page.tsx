import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { PurchaseWatch } from '@/components/store/purchase-watch';
import { PurchasesExport } from '@/components/store/purchases-export';
import { PurchasesList } from '@/components/store/purchases-list';
import { pageContext, requirePageUser } from '@/lib/auth/page';
import { listPurchases } from '@/lib/purchases/queries';
import { purchasesQuery } from '@/lib/purchases/schema';
import { addressOf, fromCursor, keepValid, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Purchases', robots: { index: false } };

const views = [
  { status: undefined, label: 'All' },
  { status: 'failed', label: 'Failed' },
] as const;

export default async function PurchasesPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  const { cursor: asked, ...values } = keepValid(purchasesQuery, await pick(searchParams, ['status', 'cursor']));
  requirePageUser(ctx, addressOf('/purchases', values));
  const query = { ...values, limit: '30' };
  const { page, cursor } = await fromCursor(asked, (from) =>
    listPurchases(ctx, purchasesQuery.parse({ ...query, cursor: from })),
  );

  const underWay = page.items.filter(({ status }) => status === 'pending');

  return (
    <div className="page-width pt-8 md:pt-12">
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h1 className="serif text-34 md:text-46">Purchases</h1>
        {page.items.length > 0 && values.status === undefined ? <PurchasesExport /> : null}
      </div>
      <nav aria-label="Which purchases" className="mb-6">
        <ul className="flex gap-1">
          {views.map(({ status, label }) => (
            <li key={label}>
              <Link
                href={addressOf('/purchases', { status })}
                aria-current={values.status === status ? 'true' : undefined}
                className="inline-flex h-10 items-center rounded-pill px-4 text-13 font-medium text-muted hover:text-ink aria-[current=true]:bg-sunken aria-[current=true]:text-ink"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <PurchaseWatch purchases={underWay.map(({ id, app }) => ({ id, name: app.name }))} className="mb-6" />
      <PurchasesList
        params={{ ...query, ...(cursor ? { cursor } : {}) }}
        first={page}
        href={addressOf('/purchases', values)}
      />
    </div>
  );
}
