import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { PrintButton } from '@/components/store/print-button';
import { PurchasePaper } from '@/components/store/purchase-paper';
import { paidText } from '@/components/store/purchase-state';
import { PurchaseWatch } from '@/components/store/purchase-watch';
import { ReceiptDownload } from '@/components/store/receipt-download';
import { RefundSection } from '@/components/store/refund-section';
import { buttonClass } from '@/components/ui/button';
import { pageContext, requirePageUser } from '@/lib/auth/page';
import { getPurchaseDetail } from '@/lib/purchases/purchase-detail';
import { getReceipt } from '@/lib/purchases/receipts/get-receipt';
import { getRefundStanding } from '@/lib/purchases/refunds/queries';
import { getSettings } from '@/lib/settings';
import { Missing } from '../../../missing';

export const metadata: Metadata = { title: 'Purchase', robots: { index: false } };

export default async function PurchasePage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext();
  const { id } = await params;
  requirePageUser(ctx, `/purchases/${id}`);
  const [purchase, { storeName }] = await Promise.all([getPurchaseDetail(ctx, id), getSettings(ctx)]);
  if (!purchase) return <Missing kind="page" address="" />;
  const { app, status } = purchase;
  const standing = await getRefundStanding(ctx, id);
  const hasReceipt = status === 'completed' || status === 'refunded';
  const receipt = hasReceipt ? await getReceipt(ctx, id) : null;

  return (
    <div className="page-width max-w-[48rem] pt-8 md:pt-12 print:max-w-none print:p-0">
      <Link
        href="/purchases"
        className="-ms-2 mb-2 inline-flex h-11 items-center gap-1 rounded-control px-2 text-15 font-medium text-accent-text hover:underline print:hidden"
      >
        <ChevronLeft className="size-4.5 rtl:rotate-180" aria-hidden="true" />
        All purchases
      </Link>
      <h1 className="serif mb-6 text-34 md:text-46 print:hidden">Purchase</h1>
      <PurchaseWatch
        purchases={status === 'pending' ? [{ id: purchase.id, name: app.name }] : []}
        className="mb-6 print:hidden"
      />
      <PurchasePaper purchase={purchase} storeName={storeName} />
      <div className="mt-6 flex flex-wrap gap-3 print:hidden">
        <PrintButton />
        {hasReceipt ? <ReceiptDownload purchaseId={purchase.id} /> : null}
        {status === 'completed' ? (
          <Link href="/library" className={buttonClass('soft', 'h-11 rounded-pill px-5')}>
            Open your library
          </Link>
        ) : null}
        {app.isListed ? (
          <Link href={`/apps/${app.slug}`} className={buttonClass('soft', 'h-11 rounded-pill px-5')}>
            See {app.name}
          </Link>
        ) : null}
      </div>
      {hasReceipt ? (
        <p className="mt-4 text-13 text-muted print:hidden">
          Your receipt is signed.{' '}
          <Link
            href={`/verify#${receipt}`}
            className="inline-flex min-h-6 items-center rounded-control text-accent-text underline underline-offset-2"
          >
            Anybody can check this receipt
          </Link>
        </p>
      ) : null}
      {standing && (hasReceipt || standing.refund) ? (
        <RefundSection
          {...standing}
          purchaseId={purchase.id}
          app={app.name}
          price={paidText(purchase)}
          isFree={purchase.amountMinor === 0}
          paidWith={purchase.paymentMethod}
          refundedAt={purchase.refundedAt}
        />
      ) : null}
    </div>
  );
}
