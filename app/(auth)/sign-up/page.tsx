import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { SignUpForm } from '@/components/account/sign-up-form';
import { Notice } from '@/components/ui/notice';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { safeNext } from '@/lib/auth/rules';
import { getSettings } from '@/lib/settings';
import { allCountryOptions } from '../../countries';
import { addressOf, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Create an account', robots: { index: false } };

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  const { next: asked } = await pick(searchParams, ['next']);
  const next = safeNext(asked ?? '/');
  if (ctx.actor.kind === 'user') redirect(next);
  const [{ storeName, signUp, countries }, country] = await Promise.all([getSettings(ctx), viewerCountry(ctx)]);
  const signInHref = addressOf('/sign-in', { next: asked });

  return (
    <>
      <h1 className="serif text-34">Join {storeName}</h1>
      <p className="mt-2 mb-8 text-muted">
        Have an account already?{' '}
        <Link href={signInHref} className="font-medium text-accent-text underline underline-offset-2">
          Sign in
        </Link>
      </p>
      {signUp === 'open' ? (
        <SignUpForm next={next} signInHref={signInHref} country={country} countries={allCountryOptions(countries)} />
      ) : (
        <Notice tone="info" title="New accounts are closed">
          Ask whoever runs this store to let you in.
        </Notice>
      )}
    </>
  );
}
