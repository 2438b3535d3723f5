import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '@/components/layout/providers';
import { pageContext } from '@/lib/auth/page';
import { env } from '@/lib/env';
import { getSettings } from '@/lib/settings';
import { fontVariables } from './fonts';
import './globals.css';
import { themeOf } from './theme';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const { storeName } = await getSettings(await pageContext());
  return {
    metadataBase: new URL(env().PUBLIC_URL),
    title: { default: storeName, template: `%s · ${storeName}` },
    description: `${storeName} is an app store: apps to find, buy and download, with honest reviews.`,
    icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
    applicationName: storeName,
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#12100e' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the headers keeps every page, the 404 page too, out of the build: each needs its own nonce.
  await headers();
  const theme = themeOf((await cookies()).get('pomona-theme')?.value);
  return (
    <html lang="en" data-theme={theme} className={fontVariables} data-scroll-behavior="smooth">
      <body>
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 -translate-y-24 rounded-pill bg-accent px-5 py-2.5 font-medium text-on-accent focus:translate-y-0"
        >
          Skip to the content
        </a>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
