import { cookies } from 'next/headers';
import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';
import { LegalLinks } from '@/components/layout/legal-links';
import { Mark } from '@/components/layout/mark';
import { ThemeSwitch } from '@/components/layout/theme-switch';
import { cx } from '@/components/ui/cx';
import { openPageContext } from '@/lib/auth/page';
import { getSettings } from '@/lib/settings';
import { legalPagesOf } from './legal-pages';
import { themeOf } from './theme';

/** What stands around the pages that strangers of a members-only store see too. */
export async function PlainShell({ width, children }: { width: string; children: ReactNode }) {
  const [settings, kept] = await Promise.all([getSettings(await openPageContext()), cookies()]);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="page-width flex h-16 items-center">
        <Link
          href="/"
          className="flex min-w-0 items-center gap-2.5 rounded-control"
          aria-label={`${settings.storeName}, front page`}
        >
          <Mark logoId={settings.logoId} className="shrink-0" />
          <span className="serif truncate text-20">{settings.storeName}</span>
        </Link>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className={cx('mx-auto w-full flex-1 px-(--gutter) py-10 outline-none md:py-16', width)}
      >
        {children}
      </main>
      <footer className="page-width flex flex-wrap items-center justify-center gap-x-6 gap-y-2 py-6">
        <LegalLinks pages={legalPagesOf(settings)} supportEmail={settings.supportEmail} />
        <ThemeSwitch initial={themeOf(kept.get('pomona-theme')?.value)} />
      </footer>
    </div>
  );
}
