import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { redirect } from 'next/navigation';
import { SignUpForm } from '@/components/account/sign-up-form';
import { SignUpLegal } from '@/components/account/sign-up-legal';
import { Notice } from '@/components/ui/notice';
import { getInvitation } from '@/lib/accounts/invitations';
import { openPageContext, viewerCountry } from '@/lib/auth/page';
import { safeNext } from '@/lib/auth/rules';
import type { Ctx } from '@/lib/context';
import { getSettings, type Settings } from '@/lib/settings';
import { allCountryOptions } from '../../countries';
import { hasLegalPage } from '../../legal-pages';
import { addressOf, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Create an account', robots: { index: false }, referrer: 'no-referrer' };

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await openPageContext();
  const { next: asked, invitation: token } = await pick(searchParams, ['next', 'invitation']);
  const next = safeNext(asked ?? '/');
  if (ctx.actor.kind === 'user') redirect(next);
  const [settings, country] = await Promise.all([getSettings(ctx), viewerCountry(ctx)]);
  const signInHref = addressOf('/sign-in', { next: asked });
  const door = await doorOf(ctx, settings, token);

  return (
    <>
      <h1 className="serif text-34">Join {settings.storeName}</h1>
      <p className="mt-2 mb-8 text-muted">
        Have an account already?{' '}
        <Link href={signInHref} className="font-medium text-accent-text underline underline-offset-2">
          Sign in
        </Link>
      </p>
      {'refusal' in door ? (
        <Notice tone="info" title={door.title}>
          {door.refusal}
        </Notice>
      ) : (
        <SignUpForm
          next={next}
          signInHref={signInHref}
          country={country}
          countries={allCountryOptions(settings.countries)}
          invitation={door.invitation}
        >
          <SignUpLegal hasTerms={hasLegalPage(settings, 'terms')} hasPrivacy={hasLegalPage(settings, 'privacy')} />
        </SignUpForm>
      )}
    </>
  );
}

type Door = { invitation: { token: string; email: string | null } | null } | { title: string; refusal: string };

/** Who may come in here: everybody, who was invited, or nobody. */
async function doorOf(ctx: Ctx, { signUp }: Settings, token: string | undefined): Promise<Door> {
  if (signUp === 'open') return { invitation: null };
  if (signUp === 'closed') {
    return { title: 'New accounts are closed', refusal: 'Ask whoever runs this store to let you in.' };
  }
  if (!token) {
    return {
      title: 'By invitation',
      refusal: 'New people are invited by those who run this store. If you have an invitation, open its link.',
    };
  }
  const invitation = await getInvitation(ctx, token);
  if (invitation) return { invitation: { token, ...invitation } };
  return {
    title: 'This invitation no longer works',
    refusal: 'It was used already, was taken back, or its time is over. Ask for a new one.',
  };
}
