import type { Metadata } from 'next';
import { MemberJoin } from '@/components/console/member-join';
import { roleNames, roleWords } from '@/components/console/member-rules';
import { buttonClass } from '@/components/ui/button';
import { formatDate } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { getOpenInvitation } from '@/lib/accounts/organizations/invitations';
import { joinPath } from '@/lib/accounts/organizations/rules';
import { invitationToken } from '@/lib/accounts/organizations/schema';
import { pageContext } from '@/lib/auth/page';
import { signInPath } from '@/lib/auth/rules';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { addressOf } from '../../../search-params';

export const metadata: Metadata = {
  title: 'Join an organisation',
  robots: { index: false },
  referrer: 'no-referrer',
};

/** Null when it does not work. Looking does not use it up: mail programs look at links too. */
async function findInvitation(ctx: Ctx, token: string) {
  if (!invitationToken.safeParse(token).success) return null;
  try {
    return await getOpenInvitation(ctx, token);
  } catch (error) {
    if (error instanceof AppError && error.code === 'invitation_invalid') return null;
    throw error;
  }
}

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const ctx = await pageContext();
  const { token } = await params;
  const invitation = await findInvitation(ctx, token);
  if (!invitation) {
    return (
      <div className="page-width max-w-[36rem] pt-10 md:pt-16">
        <h1 className="serif text-34">This invitation no longer works</h1>
        <p className="mt-3 mb-8 text-muted">
          It was used already, was taken back, or its seven days are over. Ask whoever invited you for a new one.
        </p>
        <Link href="/" className={buttonClass('soft', 'h-11 rounded-pill px-6')}>
          Go to the store
        </Link>
      </div>
    );
  }
  const { organization, role, invitedBy, expiresAt, myRole } = invitation;
  const isSignedIn = ctx.actor.kind === 'user';
  const here = joinPath(token);
  return (
    <div className="page-width max-w-[36rem] pt-10 md:pt-16">
      <p className="text-muted">
        {invitedBy ? (
          <>
            <bdi>{invitedBy}</bdi> invites you to join
          </>
        ) : (
          'You are invited to join'
        )}
      </p>
      <h1 dir="auto" className="serif mt-1 text-34 wrap-anywhere md:text-46">
        {organization.name}
      </h1>
      <div className="mt-6 mb-8 rounded-card bg-sunken p-5">
        <p className="font-semibold">As {roleNames[role].toLowerCase()} you can</p>
        <p className="mt-1 text-muted">{roleWords(role)}</p>
        <p className="mt-3 text-13 text-muted numerals">The link works once, until {formatDate(expiresAt)}.</p>
      </div>
      {myRole !== null ? (
        <>
          <p className="mb-4">
            You belong to it already, as {roleNames[myRole].toLowerCase()}. Hand the link to somebody else.
          </p>
          <Link href={`/console/${organization.slug}`} className={buttonClass('primary', 'h-12 rounded-pill px-6')}>
            Open its console
          </Link>
        </>
      ) : isSignedIn ? (
        <MemberJoin token={token} name={organization.name} />
      ) : (
        <>
          <p className="mb-4">Sign in or create an account to accept. You come back here.</p>
          <div className="flex flex-wrap gap-3">
            <Link href={signInPath(here)} className={buttonClass('primary', 'h-12 rounded-pill px-6')}>
              Sign in
            </Link>
            <Link
              href={addressOf('/sign-up', { next: here })}
              className={buttonClass('soft', 'h-12 rounded-pill px-6')}
            >
              Create an account
            </Link>
          </div>
        </>
      )}
    </div>
  );
}
