const dayMs = 86_400_000;

/** A session ends this long after its last use. */
export const sessionLifetimeMs = 30 * dayMs;
/** `last_used_at` is written at most this often. */
export const sessionTouchMs = 60_000;
export const countryLockMs = 30 * dayMs;
export const passwordLinkLifetimeMs = dayMs;

/** E-mail addresses of this store are ASCII and compare without case. */
export const normaliseEmail = (email: string) => email.trim().toLowerCase();

/** Until when a country stays as it is; null when it may change now. */
export function countryLockedUntil(changedAt: Date | null, now: Date): Date | null {
  if (!changedAt) return null;
  const until = new Date(changedAt.getTime() + countryLockMs);
  return until > now ? until : null;
}
