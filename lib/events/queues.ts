import type { PgBoss } from 'pg-boss';
import { retryDelaysOf } from './broker';
import { eventTypes } from './events';

/** Where messages of every queue end that no attempt could handle; each remembers its queue and error. */
export const deadLetterQueue = 'dead-letters';

const daySeconds = 86_400;

/** Creates the queues or brings their settings up to date; safe to run in several processes at once. */
export async function createQueues(boss: PgBoss): Promise<void> {
  // Nothing vanishes: what waits and what is dead is kept for as long as the library allows.
  const kept = { retentionSeconds: 365 * daySeconds };
  await boss.createQueue(deadLetterQueue);
  await boss.updateQueue(deadLetterQueue, { ...kept, deleteAfterSeconds: 0 });
  for (const queue of eventTypes) {
    await boss.createQueue(queue);
    await boss.updateQueue(queue, {
      ...kept,
      deadLetter: deadLetterQueue,
      retryLimit: retryDelaysOf(queue).length,
      retryDelay: retryDelaysOf(queue)[0],
      // A killed worker's messages are taken up again after this and one look of the supervisor.
      expireInSeconds: 30,
      deleteAfterSeconds: daySeconds,
    });
  }
}
