import { type LinkPurpose, requireLink } from '@/lib/accounts/one-time-links';
import { openPageContext } from '@/lib/auth/page';
import { AppError } from '@/lib/errors';

/** Whose link it is; null when it does not work. Looking does not use it up: mail programs look at links too. */
export async function findLink(purpose: LinkPurpose, token: string) {
  try {
    return await requireLink(await openPageContext(), purpose, token);
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not_found') return null;
    throw error;
  }
}
