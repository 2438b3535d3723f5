import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { requestMail } from '@/lib/mail/request-mail';
import { issueLink, linkTo } from './one-time-links';
import { resetLinkLifetimeMs, verificationLifetimeMs } from './rules';

type Recipient = { id: string; email: string };

/** Sends the one link that confirms this person's address; earlier ones stop working. */
export async function mailVerification(ctx: Ctx & { db: Tx }, user: Recipient): Promise<void> {
  const { token } = await issueLink(ctx, 'verify_email', user.id, verificationLifetimeMs);
  await requestMail(ctx, { kind: 'verify_email', to: user.email, userId: user.id, link: linkTo(`/verify/${token}`) });
}

/** Sends the one link through which this person can choose a password; earlier ones stop working. */
export async function mailPasswordLink(
  ctx: Ctx & { db: Tx },
  user: Recipient,
  { isSignUp = false } = {},
): Promise<void> {
  const { token } = await issueLink(ctx, 'set_password', user.id, resetLinkLifetimeMs);
  const link = linkTo(`/reset-password/${token}`);
  await requestMail(ctx, { kind: 'reset_password', to: user.email, userId: user.id, link, isSignUp });
}
