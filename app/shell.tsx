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
import { legalPagesOf } from './legal-pages';
import { themeOf } from './theme';

/** What stands around every page of the store. */
export async function Shell({ children }: { children: ReactNode }) {
  const ctx = await pageContext();
  const [settings, country, kept] = await Promise.all([getSettings(ctx), viewerCountry(ctx), cookies()]);
  const { storeName, tagline, supportEmail, logoId } = settings;
  const isSignedIn = ctx.actor.kind === 'user';
  const roles = ctx.actor.kind === 'user' ? ctx.actor.roles : [];
  const isAdmin = roles.includes('admin');
  const countries = countryOptions(settings.countries, country);
  return (
    <NavigationProvider>
      <PurchaseProvider accountId={ctx.actor.kind === 'user' ? ctx.actor.userId : null}>
        <Header
          storeName={storeName}
          logoId={logoId}
          country={country}
          countries={countries}
          isSignedIn={isSignedIn}
          isAdmin={isAdmin}
          isModerator={isAdmin || roles.includes('moderator')}
        />
        <main id="content" tabIndex={-1} className="min-h-[60dvh] outline-none">
          {children}
        </main>
        <Footer
          store={{ storeName, tagline, supportEmail, logoId }}
          legalPages={legalPagesOf(settings)}
          country={{ code: country, name: countryName(country) }}
          countries={countries}
          isSignedIn={isSignedIn}
          theme={themeOf(kept.get('pomona-theme')?.value)}
        />
      </PurchaseProvider>
    </NavigationProvider>
  );
}
