import { cookies } from 'next/headers';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Mark } from '@/components/layout/mark';
import { ThemeSwitch } from '@/components/layout/theme-switch';
import { pageContext } from '@/lib/auth/page';
import { getSettings } from '@/lib/settings';
import { themeOf } from '../theme';

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const [{ storeName }, kept] = await Promise.all([getSettings(await pageContext()), cookies()]);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="page-width flex h-16 items-center">
        <Link href="/" className="flex items-center gap-2.5 rounded-control" aria-label={`${storeName}, front page`}>
          <Mark />
          <span className="serif text-20">{storeName}</span>
        </Link>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[27rem] flex-1 px-(--gutter) py-10 outline-none md:py-16"
      >
        {children}
      </main>
      <footer className="page-width flex justify-center py-6">
        <ThemeSwitch initial={themeOf(kept.get('pomona-theme')?.value)} />
      </footer>
    </div>
  );
}
