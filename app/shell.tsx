import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Footer } from '@/components/layout/footer';
import { Header } from '@/components/layout/header';
import { NavigationProvider } from '@/components/layout/navigation';
import { PurchaseProvider } from '@/components/store/purchase-provider';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { countryName } from '@/lib/country';
import { getSettings } from '@/lib/settings';
import { countryOptions } from './countries';
import { themeOf } from './theme';

/** What stands around every page of the store. */
export async function Shell({ children }: { children: ReactNode }) {
  const ctx = await pageContext();
  const [{ storeName, countries }, country, kept] = await Promise.all([
    getSettings(ctx),
    viewerCountry(ctx),
    cookies(),
  ]);
  const isSignedIn = ctx.actor.kind === 'user';
  return (
    <NavigationProvider>
      <PurchaseProvider isSignedIn={isSignedIn}>
        <Header storeName={storeName} country={country} isSignedIn={isSignedIn} />
        <main id="content" tabIndex={-1} className="min-h-[60dvh] outline-none">
          {children}
        </main>
        <Footer
          storeName={storeName}
          country={{ code: country, name: countryName(country) }}
          countries={countryOptions(countries, country)}
          isSignedIn={isSignedIn}
          theme={themeOf(kept.get('pomona-theme')?.value)}
        />
      </PurchaseProvider>
    </NavigationProvider>
  );
}
