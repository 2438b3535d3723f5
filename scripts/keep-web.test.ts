import { type ChildProcess, spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { keepWeb } from './keep-web';
import { Refusal } from './refusal';
import type { Web } from './web';

/** A store whose web server is a process that does nothing, until it is killed. */
function store({ endsAtOnce = false, pauseMs = 10 } = {}) {
  const children: ChildProcess[] = [];
  const lines: string[] = [];
  const interrupt = new AbortController();
  function start(): Web {
    const work = endsAtOnce ? '' : 'setInterval(() => {}, 1000)';
    const child = spawn(process.execPath, ['-e', work], { stdio: 'ignore' });
    children.push(child);
    const ended = new Promise<Refusal>((resolve) => {
      child.on('exit', () => resolve(new Refusal(`number ${children.length} has ended`)));
    });
    return {
      ended,
      waitUntilHealthy: async () => undefined,
      stop: async () => {
        child.kill();
        await ended;
      },
    };
  }
  const outcome = keepWeb({
    web: start(),
    start,
    waitUntilHealthy: (web) => web.waitUntilHealthy('', 0),
    signal: interrupt.signal,
    say: (line) => lines.push(line),
    pauseMs,
  });
  return { children, lines, interrupt, outcome };
}

const isAlive = (child: ChildProcess | undefined) => child?.exitCode === null && child.signalCode === null;

test('a web server that was killed is started again, and the launcher says so', async () => {
  const { children, lines, interrupt, outcome } = store();
  const stopped = expect(outcome).rejects.toThrow(/abort/);
  children[0]?.kill('SIGKILL');
  await expect.poll(() => lines).toEqual(['The web server has ended; starting it again.', 'The web server is back.']);
  expect(children).toHaveLength(2);
  expect(isAlive(children[1])).toBe(true);
  interrupt.abort();
  children[1]?.kill('SIGKILL');
  await stopped;
});

test('one that ends five times within a minute is given up, and why is told', async () => {
  const { children, outcome } = store({ endsAtOnce: true });
  expect((await outcome).message).toBe('number 5 has ended');
  expect(children).toHaveLength(5);
});

test('one that ends because the store is being stopped stays ended', async () => {
  const { children, lines, interrupt, outcome } = store();
  const stopped = expect(outcome).rejects.toThrow(/abort/);
  interrupt.abort();
  children[0]?.kill();
  await stopped;
  expect(lines).toEqual([]);
  expect(children).toHaveLength(1);
});

test('one that ends just before the store is being stopped is not started again', async () => {
  const { children, lines, interrupt, outcome } = store({ pauseMs: 60_000 });
  const stopped = expect(outcome).rejects.toThrow(/abort/);
  children[0]?.kill();
  await expect.poll(() => lines.length).toBe(1);
  interrupt.abort();
  await stopped;
  expect(children).toHaveLength(1);
});
