/** How long a review may take before one asks less often. */
const usualMs = 20_000;
const longMs = 120_000;

/** After how long to ask again what became of a review that has been waiting to be scored for so long. */
export function askAgainMs(waitedMs: number): number {
  if (waitedMs < usualMs) return 1_000;
  return waitedMs < longMs ? 5_000 : 30_000;
}
