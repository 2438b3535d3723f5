import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { ForgotPasswordForm } from '@/components/account/forgot-password-form';
import { isMailDelivered } from '@/lib/mail/delivery';

export const metadata: Metadata = { title: 'Forgotten password', robots: { index: false } };

export default function ForgotPasswordPage() {
  return (
    <>
      <h1 className="serif text-34">Forgot your password?</h1>
      <p className="mt-2 mb-8 text-muted">
        {isMailDelivered()
          ? 'Tell us your address and we send you a link to choose a new one. Or '
          : 'This store sends no mail yet: a link to choose a new one is kept for you by whoever runs it. Or '}
        <Link href="/sign-in" className="font-medium text-accent-text underline underline-offset-2">
          go back to sign in
        </Link>
        .
      </p>
      <ForgotPasswordForm isMailDelivered={isMailDelivered()} />
    </>
  );
}
