import type { Metadata } from 'next';
import { ReceiptCheck } from '@/components/store/receipt-check';
import { openPageContext } from '@/lib/auth/page';
import { getSettings } from '@/lib/settings';
import { pageMetadata } from '../metadata';

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata({
    title: 'Check a receipt',
    description: 'Paste the receipt of an app and see whether it is real, what it says, and what it is worth today.',
    path: '/verify',
  });

export default async function VerifyReceiptPage() {
  const { storeName } = await getSettings(await openPageContext());
  return (
    <div className="page-width max-w-[48rem] pt-8 md:pt-12">
      <h1 className="serif text-34 md:text-46">Check a receipt</h1>
      <p className="mt-3 max-w-[56ch] text-17 text-muted">
        {storeName} signs every receipt, so nobody can change one unseen. Paste the receipt that somebody showed you:
        you see whether it is real, what it says, and what it is worth today.
      </p>
      <ReceiptCheck storeName={storeName} />
    </div>
  );
}
