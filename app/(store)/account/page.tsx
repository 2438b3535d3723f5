import type { Metadata } from 'next';
import { AccountNav } from '@/components/account/account-nav';
import { EraseAccount } from '@/components/account/erase-account';
import { ExportData } from '@/components/account/export-data';
import { PasswordForm } from '@/components/account/password-form';
import { PasswordLink } from '@/components/account/password-link';
import { PaymentMethods } from '@/components/account/payment-methods';
import { ProfileForm } from '@/components/account/profile-form';
import { AccountSection } from '@/components/account/section';
import { SessionsList } from '@/components/account/sessions-list';
import { getMe, listSessions } from '@/lib/accounts/queries';
import { oidcName } from '@/lib/auth/oidc';
import { pageContext, requirePageUser } from '@/lib/auth/page';
import { listPaymentMethods } from '@/lib/purchases/payment-methods';
import { haveIReviewed } from '@/lib/reviews/queries';
import { getSettings } from '@/lib/settings';
import { allCountryOptions } from '../../countries';

export const metadata: Metadata = { title: 'Account', robots: { index: false } };

export default async function AccountPage() {
  const ctx = await pageContext();
  requirePageUser(ctx, '/account');
  const [me, sessions, methods, hasReviews, { countries }] = await Promise.all([
    getMe(ctx),
    listSessions(ctx),
    listPaymentMethods(ctx),
    haveIReviewed(ctx),
    getSettings(ctx),
  ]);
  const sections = [
    {
      id: 'profile',
      title: 'Profile',
      text: 'Who you are in this store, and where.',
      content: <ProfileForm me={me} countries={allCountryOptions(countries)} />,
    },
    {
      id: 'password',
      title: 'Password',
      text: 'Changing it ends every session but this one.',
      content: me.hasPassword ? (
        <PasswordForm email={me.email} />
      ) : (
        <PasswordLink email={me.email} provider={oidcName()} />
      ),
    },
    {
      id: 'sessions',
      title: 'Sessions',
      text: 'Where you are signed in. End what you do not recognise, then change your password.',
      content: <SessionsList initial={sessions} />,
    },
    {
      id: 'payment',
      title: 'Payment methods',
      text: 'The default pays unless you choose another when buying.',
      content: <PaymentMethods initial={methods} />,
    },
    {
      id: 'data',
      title: 'Your data',
      text: 'Everything this store keeps about you, as one JSON file. Up to five times an hour.',
      content: <ExportData />,
    },
    {
      id: 'delete',
      title: 'Delete account',
      text: 'Leave, and take your name with you.',
      content: <EraseAccount email={me.email} hasPassword={me.hasPassword} hasReviews={hasReviews} />,
    },
  ];

  return (
    <>
      <h1 className="page-width serif pt-8 pb-4 text-34 md:pt-12 md:text-46">Account</h1>
      <AccountNav sections={sections.map(({ id, title }) => ({ id, title }))} />
      <div className="page-width">
        {sections.map(({ id, title, text, content }) => (
          <AccountSection key={id} id={id} title={title} text={text}>
            {content}
          </AccountSection>
        ))}
      </div>
    </>
  );
}
