import { ReceiptText } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { PurchaseList } from '@/components/account/purchase-list';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { pageContext, requirePageUser } from '@/lib/auth/page';
import { listPurchases } from '@/lib/purchases/queries';
import { purchasesQuery } from '@/lib/purchases/schema';

export const metadata: Metadata = { title: 'Purchases' };

export default async function PurchasesPage() {
  const ctx = await pageContext();
  requirePageUser(ctx, '/purchases');
  const first = await listPurchases(ctx, purchasesQuery.parse({}));
  return (
    <div className="page-width grid gap-6 pt-8 pb-6 md:pt-12">
      <h1 className="serif text-34">Purchases</h1>
      {first.items.length > 0 ? (
        <PurchaseList first={first} />
      ) : (
        <EmptyState
          icon={ReceiptText}
          title="Nothing bought yet"
          action={
            <Link href="/" className={buttonClass()}>
              Look around
            </Link>
          }
        >
          Apps that you get or buy are listed here with their date and price.
        </EmptyState>
      )}
    </div>
  );
}
