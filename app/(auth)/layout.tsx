import Link from 'next/link';
import type { ReactNode } from 'react';
import { Mark } from '@/components/layout/mark';
import { pageContext } from '@/lib/auth/page';
import { getSettings } from '@/lib/settings';

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const { storeName } = await getSettings(await pageContext());
  return (
    <div className="page-width grid min-h-dvh content-start justify-items-center gap-8 py-10 sm:py-16">
      <Link href="/" className="flex items-center gap-2.5 rounded-control" aria-label={`${storeName}, front page`}>
        <Mark />
        <span className="serif text-26">{storeName}</span>
      </Link>
      <main id="content" className="grid w-full max-w-100 gap-6">
        {children}
      </main>
    </div>
  );
}
