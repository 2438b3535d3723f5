/** A decision that can be taken back for some seconds. */
export type Undoable<D = unknown> = {
  key: number;
  /** The reviews in question, in the order of the queue. */
  ids: string[];
  text: string;
  /** In milliseconds, by the clock of the browser: from when it was sent, so that it is never later than the store's. */
  until: number;
  /** What was written, to go on with. */
  draft: D | null;
  /** Route that takes it back, once the store has answered; null where it had refused. */
  path: Promise<string | null>;
};

/** Whole seconds left, rounded up; 0 when the time is over. */
export const secondsLeft = (until: number, now: number): number => Math.max(0, Math.ceil((until - now) / 1000));

/** Those that can still be taken back, the oldest first. */
export const stillUndoable = <U extends { until: number }>(all: readonly U[], now: number): U[] =>
  all.filter(({ until }) => until > now);
