import { AppError } from '@/lib/errors';
import type { ConsoleVersion } from './schema';

type ReleaseFields = Pick<ConsoleVersion, 'releaseMode' | 'releaseAt'>;

/** How a version comes out after a change: only a scheduled one has a date. Throws 422 `release_at_missing`. */
export function releaseOf(
  before: ReleaseFields,
  { releaseMode = before.releaseMode, releaseAt = before.releaseAt }: Partial<ReleaseFields>,
): ReleaseFields {
  if (releaseMode !== 'scheduled') return { releaseMode, releaseAt: null };
  if (releaseAt === null) {
    const message = 'Say when it comes out.';
    throw new AppError('unprocessable', 'release_at_missing', {
      detail: message,
      errors: [{ path: 'releaseAt', message }],
    });
  }
  return { releaseMode, releaseAt };
}
