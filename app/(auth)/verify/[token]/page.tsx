import type { Metadata } from 'next';
import { VerifyEmail } from '@/components/account/verify-email';
import { DeadLink } from '../../dead-link';
import { findLink } from '../../find-link';

export const metadata: Metadata = { title: 'Confirm your address', robots: { index: false }, referrer: 'no-referrer' };

export default async function VerifyPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findLink('verify_email', token);
  if (!link) {
    return (
      <DeadLink
        text="It was used already, a later one took its place, or its time is over. Sign in: if your address still has to be confirmed, we send you a new link."
        href="/sign-in"
        label="Go to sign in"
      />
    );
  }
  return <VerifyEmail token={token} email={link.email} />;
}
