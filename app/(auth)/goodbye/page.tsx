import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { buttonClass } from '@/components/ui/button';
import { openPageContext } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Your account is deleted', robots: { index: false } };

/** Where the deletion of an account ends. */
export default async function GoodbyePage() {
  const { actor } = await openPageContext();
  if (actor.kind === 'user') redirect('/account');
  return (
    <>
      <h1 className="serif text-34">Your account is deleted</h1>
      <p className="mt-2 mb-8 text-muted">You are signed out everywhere. Thank you for having been here.</p>
      {/* A whole new document: nothing of the account stays in memory. */}
      <a href="/" className={buttonClass('primary', 'h-11 rounded-pill px-6')}>
        Go to the front page
      </a>
    </>
  );
}
