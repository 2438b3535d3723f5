/** How I voted on a review, null where I did not, and to how many people it was helpful. */
export type Vote = { helpful: boolean | null; helpfulCount: number };

/** What a vote makes of that; the same one again takes it back. */
export function cast({ helpful, helpfulCount }: Vote, pressed: boolean): Vote {
  const next = helpful === pressed ? null : pressed;
  const step = Number(next === true) - Number(helpful === true);
  return { helpful: next, helpfulCount: Math.max(0, helpfulCount + step) };
}
