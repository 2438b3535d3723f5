import type { Metadata } from 'next';
import { PasswordForm } from '@/components/account/password-form';
import { PaymentMethods } from '@/components/account/payment-methods';
import { ProfileForm } from '@/components/account/profile-form';
import { AccountSection } from '@/components/account/section';
import { SessionsList } from '@/components/account/sessions-list';
import { getMe, listSessions } from '@/lib/accounts/queries';
import { pageContext, requirePageUser } from '@/lib/auth/page';
import { listPaymentMethods } from '@/lib/purchases/payment-methods';
import { getSettings } from '@/lib/settings';
import { allCountryOptions } from '../../countries';

export const metadata: Metadata = { title: 'Account', robots: { index: false } };

export default async function AccountPage() {
  const ctx = await pageContext();
  requirePageUser(ctx, '/account');
  const [me, sessions, methods, { countries }] = await Promise.all([
    getMe(ctx),
    listSessions(ctx),
    listPaymentMethods(ctx),
    getSettings(ctx),
  ]);

  return (
    <div className="page-width pt-8 md:pt-12">
      <h1 className="serif mb-8 text-34 md:text-46">Account</h1>
      <AccountSection id="profile" title="Profile" text="Who you are in this store, and where.">
        <ProfileForm me={me} countries={allCountryOptions(countries)} />
      </AccountSection>
      <AccountSection
        id="payment"
        title="Payment methods"
        text="The default pays unless you choose another when buying."
      >
        <PaymentMethods initial={methods} />
      </AccountSection>
      <AccountSection
        id="sessions"
        title="Sessions"
        text="Where you are signed in. End what you do not recognise, then change your password."
      >
        <SessionsList initial={sessions} />
      </AccountSection>
      <AccountSection id="password" title="Password" text="Changing it ends every session but this one.">
        <PasswordForm email={me.email} />
      </AccountSection>
    </div>
  );
}
