import type { AppCard } from '@/lib/catalog/schema';
import type { Ctx } from '@/lib/context';
import { ownedAppIds } from '@/lib/purchases/queries';

/** Which of these apps the viewer owns; nobody's without a question to the database. */
export async function ownedOf(ctx: Ctx, ...lists: AppCard[][]): Promise<Set<string>> {
  if (ctx.actor.kind !== 'user') return new Set();
  return ownedAppIds(ctx, [...new Set(lists.flat().map((app) => app.id))]);
}
