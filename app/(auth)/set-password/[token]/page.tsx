import type { Metadata } from 'next';
import { SetPasswordForm } from '@/components/account/set-password-form';
import { Notice } from '@/components/ui/notice';
import { requirePasswordLink } from '@/lib/accounts/one-time-links';
import { pageContext } from '@/lib/auth/page';
import { AppError } from '@/lib/errors';

export const metadata: Metadata = { title: 'Choose a password', referrer: 'no-referrer' };

export default async function SetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await requirePasswordLink(await pageContext(), token).catch((error: unknown) => {
    if (error instanceof AppError && error.kind === 'not_found') return null;
    throw error;
  });
  return (
    <>
      <h1 className="serif text-center text-34">Choose a password</h1>
      {link ? (
        <SetPasswordForm token={token} email={link.email} />
      ) : (
        <Notice tone="warning" title="This link does not work">
          It was used before, is older than a day, or was not copied whole. Ask for a new one.
        </Notice>
      )}
    </>
  );
}
