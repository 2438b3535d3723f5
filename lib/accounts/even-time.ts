import { setTimeout as sleep } from 'node:timers/promises';

const evenMs = 300;

/** Does the work and answers after a time that says nothing about it: longer than it takes, however it ends. */
export async function inEvenTime<T>(work: () => Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([work(), sleep(evenMs)]);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
