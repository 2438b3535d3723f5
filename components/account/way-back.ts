import { safeNext } from '@/lib/auth/rules';

const key = 'pomona-card-for';

/** Remembers, for this tab, the page that somebody leaves to add a card. */
export const rememberWayBack = () => sessionStorage.setItem(key, location.pathname + location.search);

/** Where somebody was when they went to add a card, once; null where that was the account. */
export function takeWayBack(): string | null {
  const path = safeNext(sessionStorage.getItem(key));
  sessionStorage.removeItem(key);
  return path === '/' || path.startsWith('/account') ? null : path;
}
