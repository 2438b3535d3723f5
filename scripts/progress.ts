/** Tells people what is going on. Standard error, so that the output of scripts stays theirs. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export type Progress = (detail: string) => void;

/**
 * Runs one step. Says nothing about a quick one; of one that takes over a second, or reports a detail, what it is and
 * how it goes.
 */
export async function step<T>(label: string, work: (progress: Progress) => Promise<T>): Promise<T> {
  const started = Date.now();
  const isTerminal = process.stderr.isTTY === true;
  let detail = '';
  let shownAt = 0;
  const line = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    return `${label}${detail === '' ? '' : `: ${detail}`} (${seconds} s)`;
  };
  const show = () => {
    shownAt = Date.now();
    process.stderr.write(isTerminal ? `\r\u001B[K${line()}` : `${line()}\n`);
  };
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - started >= 1000 && (isTerminal || now - shownAt >= 5000)) show();
  }, 500);
  try {
    const result = await work((text) => {
      detail = text;
      // At once: what follows may keep this process too busy for the timer.
      if (shownAt === 0) show();
    });
    if (shownAt > 0) process.stderr.write(`${isTerminal ? '\r\u001B[K' : ''}${label}: done (${seconds(started)} s)\n`);
    return result;
  } catch (error) {
    if (shownAt > 0 && isTerminal) process.stderr.write('\n');
    throw error;
  } finally {
    clearInterval(timer);
  }
}

function seconds(started: number): string {
  return ((Date.now() - started) / 1000).toFixed(0);
}
