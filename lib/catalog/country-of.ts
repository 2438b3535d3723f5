import type { Ctx } from '@/lib/context';
import { getSettings } from '@/lib/settings';

/** Storefront of a program's request: as asked, else the account's, else the store's default. */
export async function countryOf(ctx: Ctx, asked?: string): Promise<string> {
  if (asked) return asked;
  if (ctx.actor.kind === 'user') return ctx.actor.country;
  return (await getSettings(ctx)).defaultCountry;
}
