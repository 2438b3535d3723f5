import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { SignUpForm } from '@/components/account/sign-up-form';
import { countryOptions } from '@/components/layout/country-options';
import { Notice } from '@/components/ui/notice';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { safeNext, signInPath } from '@/lib/auth/rules';
import { getSettings } from '@/lib/settings';

export const metadata: Metadata = { title: 'Make an account' };

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = safeNext((await searchParams).next);
  const ctx = await pageContext();
  if (ctx.actor.kind === 'user') redirect(next);
  const { signUp } = await getSettings(ctx);
  return (
    <>
      <div className="grid gap-1.5 text-center">
        <h1 className="serif text-34">Make an account</h1>
        <p className="text-muted">
          Have one?{' '}
          <Link href={next === '/' ? '/sign-in' : signInPath(next)} className="font-medium text-accent-text underline">
            Sign in
          </Link>
        </p>
      </div>
      {signUp === 'open' ? (
        <SignUpForm next={next} country={await viewerCountry(ctx)} countries={countryOptions} />
      ) : (
        <Notice tone="info">New accounts are made by the people who run this store.</Notice>
      )}
    </>
  );
}
