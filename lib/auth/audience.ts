import type { Ctx } from '@/lib/context';
import { getSettings } from '@/lib/settings';
import { actorOf } from './actor';

/** Whether this store shows itself to whoever asks: to everybody, or to members alone. */
export async function mayBrowse(ctx: Ctx): Promise<boolean> {
  return ctx.actor.kind !== 'anonymous' || (await getSettings(ctx)).access === 'public';
}

/**
 * For files, feeds and pictures, which need no session where the store is public. A `stranger` gets 401 or 404;
 * for a `member`, who is `ctx.actor` from then on, shared caches may keep nothing.
 */
export async function audienceOf(ctx: Ctx, headers: Headers): Promise<'everybody' | 'member' | 'stranger'> {
  if ((await getSettings(ctx)).access === 'public') return 'everybody';
  ctx.actor = await actorOf(ctx, headers);
  return ctx.actor.kind === 'anonymous' ? 'stranger' : 'member';
}
