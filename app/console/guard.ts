import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getOrganization, listOrganizations } from '@/lib/accounts/organizations/queries';
import { pageContext, requirePageUser } from '@/lib/auth/page';
import { pathHeader } from '@/lib/auth/rules';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { getConsoleApp } from '@/lib/publishing/queries';

/** The context of a page of the console; whoever is not signed in goes there first, and comes back. */
export const consoleContext = cache(async (): Promise<Ctx> => {
  const ctx = await pageContext();
  requirePageUser(ctx, (await headers()).get(pathHeader) ?? '/console');
  return ctx;
});

/** What the console reads; what somebody may not see does not exist. */
export async function orMissing<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not_found') notFound();
    throw error;
  }
}

/** A parameter of an address, as it was written. */
export function decoded(param: string): string {
  try {
    return decodeURIComponent(param);
  } catch {
    return param;
  }
}

export const myOrganizations = cache(async () => listOrganizations(await consoleContext()));

export const findOrganization = cache(async (ref: string) =>
  orMissing(getOrganization(await consoleContext(), decoded(ref))),
);

export const findApp = cache(async (ref: string) => orMissing(getConsoleApp(await consoleContext(), decoded(ref))));
