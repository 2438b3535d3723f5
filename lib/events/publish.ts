import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { newId } from '@/lib/ids';
import { type NewEvent, toMessage } from './events';
import { sendInTransaction } from './outbox';
import { queueOf } from './queues';

/** Says that something has happened, in the transaction that makes it true; handlers hear of it after the commit. */
export async function publish(ctx: Ctx & { db: Tx }, event: NewEvent): Promise<void> {
  await sendInTransaction(ctx.db, queueOf(event.type), toMessage(event, newId(ctx.now), ctx.now));
}
