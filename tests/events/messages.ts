import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Message } from '@/lib/events/events';
import { newId } from '@/lib/ids';

export const messageOf = (payload: unknown = {}): Message => ({
  id: newId(),
  version: 1,
  occurredAt: new Date().toISOString(),
  payload,
});

export async function until(isTrue: () => boolean | Promise<boolean>, seconds = 15): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`it did not happen in ${seconds} s`);
    await sleep(25);
  }
}

/** That each attempt began after its wait, and at most 1.5 s later. */
export function expectWaits(seen: readonly { at: number }[], waits: readonly number[]): void {
  for (const [i, wait] of waits.entries()) {
    const waited = ((seen[i + 1]?.at ?? 0) - (seen[i]?.at ?? 0)) / 1000;
    expect(waited).toBeGreaterThanOrEqual(wait - 0.05);
    expect(waited).toBeLessThan(wait + 1.5);
  }
}
