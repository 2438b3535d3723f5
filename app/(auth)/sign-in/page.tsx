import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { Link } from '@/components/ui/link';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/account/sign-in-form';
import { listDemoPeople } from '@/lib/accounts/demo';
import { oidcName } from '@/lib/auth/oidc';
import { openPageContext } from '@/lib/auth/page';
import { safeNext, sentenceOfSignInError } from '@/lib/auth/rules';
import { clientAddress, isLoopback } from '@/lib/http/client';
import { getSettings } from '@/lib/settings';
import { addressOf, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await openPageContext();
  const { next: asked, error } = await pick(searchParams, ['next', 'error']);
  const next = safeNext(asked ?? '/');
  if (ctx.actor.kind === 'user') redirect(next);
  const provider = oidcName();
  const [{ storeName, signUp, access }, demoPeople] = await Promise.all([
    getSettings(ctx),
    listDemoPeople({ isLoopback: isLoopback(clientAddress(await headers())) }),
  ]);

  return (
    <>
      <h1 className="serif text-34">Welcome back</h1>
      <p className="mt-2 mb-8 text-muted">
        {signUp === 'open' ? (
          <>
            New to {storeName}?{' '}
            <Link
              href={addressOf('/sign-up', { next: asked })}
              className="font-medium text-accent-text underline underline-offset-2"
            >
              Create an account
            </Link>
          </>
        ) : (
          `Sign in to ${access === 'members' ? `see what is in ${storeName}` : 'get and buy apps'}.`
        )}
      </p>
      <SignInForm
        next={next}
        demoPeople={demoPeople}
        provider={provider}
        problem={error ? sentenceOfSignInError(error, provider ?? 'the provider') : null}
        isAsked={asked !== undefined && access === 'public'}
      />
    </>
  );
}
