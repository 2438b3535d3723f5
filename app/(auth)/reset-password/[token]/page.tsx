import type { Metadata } from 'next';
import { SetPasswordForm } from '@/components/account/set-password-form';
import { DeadLink } from '../../dead-link';
import { findLink } from '../../find-link';

export const metadata: Metadata = { title: 'Choose a password', robots: { index: false }, referrer: 'no-referrer' };

export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findLink('set_password', token);
  if (!link) {
    return (
      <DeadLink
        text="It was used already, a later one took its place, or its time is over."
        href="/forgot-password"
        label="Get a new link"
      />
    );
  }
  return (
    <>
      <h1 className="serif text-34">Choose a password</h1>
      <p className="mt-2 mb-8 text-muted">This link works once. Every other session of the account ends.</p>
      <SetPasswordForm token={token} email={link.email} />
    </>
  );
}
