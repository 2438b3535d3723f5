import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { CSSProperties, ReactNode } from 'react';
import { Providers } from '@/components/layout/providers';
import { LateParts } from '@/components/layout/late-parts';
import { LinkClicks } from '@/components/layout/link-clicks';
import { SkipLink } from '@/components/ui/skip-link';
import { openPageContext } from '@/lib/auth/page';
import { env } from '@/lib/env';
import { getSettings } from '@/lib/settings';
import { defaultSettings } from '@/lib/settings-schema';
import { fontVariables } from './fonts';
import './globals.css';
import { themeOf } from './theme';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const { storeName, tagline, logoId } = await getSettings(await openPageContext());
  return {
    metadataBase: new URL(env().PUBLIC_URL),
    title: { default: storeName, template: `%s · ${storeName}` },
    description: tagline || `${storeName} is an app store: apps to find, buy and download, with honest reviews.`,
    icons: iconsOf(logoId),
    applicationName: storeName,
    manifest: '/manifest.webmanifest',
  };
}

function iconsOf(logoId: string | null): Metadata['icons'] {
  if (!logoId) return { icon: { url: '/icon.svg', type: 'image/svg+xml' }, apple: '/apple-touch-icon.png' };
  return {
    icon: [48, 512].map((size) => ({
      url: `/logo/${logoId}/${size}.png`,
      type: 'image/png',
      sizes: `${size}x${size}`,
    })),
    apple: `/logo/${logoId}/180.png`,
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

/** Its own hue for a page that says that the database is away. */
async function readAccentHue(): Promise<number> {
  try {
    return (await getSettings(await openPageContext())).accentHue;
  } catch {
    return defaultSettings.accentHue;
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the headers keeps every page, the 404 page too, out of the build: each needs its own nonce.
  await headers();
  const [accentHue, kept] = await Promise.all([readAccentHue(), cookies()]);
  const theme = themeOf(kept.get('pomona-theme')?.value);
  const hue = { '--accent-hue': accentHue } as CSSProperties;
  return (
    <html lang="en" data-theme={theme} className={fontVariables} style={hue} data-scroll-behavior="smooth">
      <body>
        <SkipLink to="content">Skip to the content</SkipLink>
        <Providers>{children}</Providers>
        <LinkClicks />
        <LateParts />
      </body>
    </html>
  );
}
