import type { Metadata } from 'next';
import Link from 'next/link';
import { SetPasswordForm } from '@/components/account/set-password-form';
import { buttonClass } from '@/components/ui/button';
import { requirePasswordLink } from '@/lib/accounts/one-time-links';
import { pageContext } from '@/lib/auth/page';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';

export const metadata: Metadata = { title: 'Set a password', robots: { index: false }, referrer: 'no-referrer' };

export default async function SetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findLink(await pageContext(), token);
  if (!link) {
    return (
      <>
        <h1 className="serif text-34">This link no longer works</h1>
        <p className="mt-3 mb-8 text-muted">It was used already, or its time is over. Ask for a new one.</p>
        <Link href="/sign-in" className={buttonClass('soft', 'h-11 rounded-pill px-6')}>
          Go to sign in
        </Link>
      </>
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

async function findLink(ctx: Ctx, token: string) {
  try {
    return await requirePasswordLink(ctx, token);
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not_found') return null;
    throw error;
  }
}
