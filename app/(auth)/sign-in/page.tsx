import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { DemoPeople } from '@/components/account/demo-people';
import { SignInForm } from '@/components/account/sign-in-form';
import { listDemoPeople } from '@/lib/accounts/demo';
import { pageContext } from '@/lib/auth/page';
import { safeNext } from '@/lib/auth/rules';
import { clientAddress, isLoopback } from '@/lib/http/client';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ next?: string | string[]; callbackUrl?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: asked } = await searchParams;
  const next = safeNext(asked);
  const ctx = await pageContext();
  if (ctx.actor.kind === 'user') redirect(next);
  const people = await listDemoPeople({ isLoopback: isLoopback(clientAddress(await headers())) });
  return (
    <>
      <div className="grid gap-1.5 text-center">
        <h1 className="serif text-34">Sign in</h1>
        <p className="text-muted">
          New here?{' '}
          <Link href={next === '/' ? '/sign-up' : `/sign-up?next=${encodeURIComponent(next)}`} className="font-medium text-accent-text underline">
            Make an account
          </Link>
        </p>
      </div>
      <SignInForm next={next} />
      {people.length > 0 ? <DemoPeople people={people} next={next} /> : null}
    </>
  );
}
