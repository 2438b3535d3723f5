import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { PasswordForm } from '@/components/account/password-form';
import { PaymentMethods } from '@/components/account/payment-methods';
import { ProfileForm } from '@/components/account/profile-form';
import { SessionList } from '@/components/account/session-list';
import { countryOptions } from '@/components/layout/country-options';
import { getMe, listSessions } from '@/lib/accounts/queries';
import { pageContext, requirePageUser } from '@/lib/auth/page';
import { listPaymentMethods } from '@/lib/purchases/payment-methods';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const ctx = await pageContext();
  requirePageUser(ctx, '/account');
  const [me, sessions, methods] = await Promise.all([getMe(ctx), listSessions(ctx), listPaymentMethods(ctx)]);
  return (
    <div className="page-width grid gap-10 pt-8 pb-6 md:pt-12">
      <div>
        <h1 className="serif text-34">Account</h1>
        <p className="text-muted">{me.email}</p>
      </div>
      <Section id="profile" title="Profile" about="Your name stands beside your reviews; your country decides prices and currency.">
        <ProfileForm me={me} countries={countryOptions} />
      </Section>
      <Section id="payment" title="Payment methods" about="This store runs on a sandbox: its test cards move no money.">
        <PaymentMethods initial={methods} />
      </Section>
      <Section id="sessions" title="Where you are signed in" about="End what you do not know, and change your password.">
        <SessionList sessions={sessions} />
      </Section>
      <Section id="password" title="Password" about="Changing it signs you out everywhere else.">
        <PasswordForm email={me.email} />
      </Section>
    </div>
  );
}

function Section({ id, title, about, children }: { id: string; title: string; about: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="grid gap-5 border-t border-line pt-8 md:grid-cols-[18rem_minmax(0,32rem)] md:gap-12">
      <div className="grid content-start gap-1">
        <h2 id={`${id}-title`} className="text-17 font-semibold">
          {title}
        </h2>
        <p className="text-13 text-muted">{about}</p>
      </div>
      {children}
    </section>
  );
}
