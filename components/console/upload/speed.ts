type Sample = { at: number; bytes: number };

const windowMs = 10_000;

/** Bytes a second over the last ten seconds; null while nobody can tell. */
export function speedMeter() {
  let samples: Sample[] = [];
  return {
    add(at: number, bytes: number): void {
      const last = samples.at(-1);
      // After a cut the server may have less than was sent.
      if (last && bytes < last.bytes) samples = [];
      samples = [...samples.filter((sample) => at - sample.at <= windowMs), { at, bytes }];
    },
    forget(): void {
      samples = [];
    },
    perSecond(): number | null {
      const [first] = samples;
      const last = samples.at(-1);
      if (!first || !last || last.at - first.at < 500) return null;
      return ((last.bytes - first.bytes) / (last.at - first.at)) * 1000;
    },
  };
}

/** "about 2 minutes left"; null where nobody can tell. */
export function timeLeft(bytes: number, perSecond: number | null): string | null {
  if (perSecond === null || perSecond <= 0) return null;
  const seconds = bytes / perSecond;
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 55) return `about ${Math.round(seconds / 5) * 5} seconds left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `about ${minutes} minute${minutes === 1 ? '' : 's'} left`;
  const hours = Math.round(minutes / 60);
  return `about ${hours} hour${hours === 1 ? '' : 's'} left`;
}
