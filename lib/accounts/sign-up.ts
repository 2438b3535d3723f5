import { users } from '@/db/schema';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { takePoint } from '@/lib/rate-limit';
import { getSettings } from '@/lib/settings';
import { hashPassword, requireUncommonPassword } from './password';
import { readMe } from './queries';
import type { Me, SignUpBody } from './schema';

/**
 * Makes an account that can be used at once. Anyone may call it. Of several at once for one address one wins.
 * Publishes `account.created`. Throws 403 `sign_up_closed`, 409 `email_taken`, 422 `password_too_common`,
 * 429 `rate_limited`: also in the place of `email_taken` once that was answered often enough.
 */
export async function signUp(ctx: Ctx, input: SignUpBody & { address: string }): Promise<Me> {
  const settings = await getSettings(ctx);
  if (settings.signUp === 'closed') {
    throw new AppError('forbidden', 'sign_up_closed', { detail: 'This store does not take new accounts.' });
  }
  await takePoint(settings, 'signUp', input.address);
  requireUncommonPassword(input.password, input.email, 'password');
  const passwordHash = await hashPassword(input.password);
  return inTransaction(ctx, async (ctx) => {
    const { email, name, country } = input;
    const [created] = await ctx.db
      .insert(users)
      .values({ id: newId(ctx.now), email, name, country, passwordHash, createdAt: ctx.now })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (!created) {
      await takePoint(settings, 'emailTaken', input.address);
      throw new AppError('conflict', 'email_taken', {
        detail: 'An account with this e-mail address exists.',
        errors: [{ path: 'email', message: 'taken' }],
      });
    }
    await publish(ctx, { type: 'account.created', payload: { userId: created.id } });
    return readMe(ctx, created.id);
  });
}
