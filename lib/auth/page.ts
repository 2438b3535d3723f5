import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { type Ctx, type Role, requestContext, type UserActor } from '@/lib/context';
import { isCountry } from '@/lib/country';
import { getSettings } from '@/lib/settings';
import { actorOf } from './actor';
import { mayBrowse } from './audience';
import { pathHeader, signInPath } from './rules';

const countryCookieName = 'pomona-country';

type SearchParams = Record<string, string | string[] | undefined>;

/**
 * The context of the page that is being rendered; one a request. Where a store is for members only, strangers are sent
 * to sign in and back.
 */
export const pageContext = cache(async (): Promise<Ctx> => {
  const ctx = await openPageContext();
  await requireAudience(ctx, (await headers()).get(pathHeader) ?? '/');
  return ctx;
});

/** The same without that gate: for signing in, legal pages, and what every page stands in. */
export const openPageContext = cache(async (): Promise<Ctx> => {
  const ctx = requestContext();
  ctx.actor = await actorOf(ctx, await headers());
  return ctx;
});

/** Sends a stranger of a members-only store to sign in and back to `path`. */
export async function requireAudience(ctx: Ctx, path: string): Promise<void> {
  if (!(await mayBrowse(ctx))) redirect(signInPath(path));
}

/** The signed-in person; others are sent to sign in and back to `path`, a path of this site with its query. */
export function requirePageUser(ctx: Ctx, path: string): UserActor {
  if (ctx.actor.kind !== 'user') redirect(signInPath(path));
  return ctx.actor;
}

/** The same for a page of a role (an admin holds every role); to the others it does not exist. */
export function requirePageRole(ctx: Ctx, role: Role, path: string): UserActor {
  const actor = requirePageUser(ctx, path);
  if (!actor.roles.includes(role) && !actor.roles.includes('admin')) notFound();
  return actor;
}

/** The storefront's country: an account's own, else `?country=`, else the cookie, else the store's setting. */
export async function viewerCountry(ctx: Ctx, searchParams: SearchParams = {}): Promise<string> {
  if (ctx.actor.kind === 'user') return ctx.actor.country;
  const asked = searchParams.country;
  const kept = (await cookies()).get(countryCookieName)?.value;
  for (const value of [typeof asked === 'string' ? asked : undefined, kept]) {
    const code = value?.toUpperCase();
    if (code && isCountry(code)) return code;
  }
  return (await getSettings(ctx)).defaultCountry;
}
